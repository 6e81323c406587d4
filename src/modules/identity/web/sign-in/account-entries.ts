import type { LinkListItem } from '../../../../ui/link-list.tsx'
import { apiKeyPaths } from '../api-keys/api-key.paths.ts'
import { passkeyPaths } from '../factors/passkey-paths.ts'
import { secondFactorPaths } from '../factors/second-factor-paths.ts'
import { paths as memberPaths } from '../members/member-paths.ts'
import { supportPaths } from '../support/support-paths.ts'

/** Further pages of one's account, by those who own them; `base`: the network's. */
export const accountEntries: readonly ((base: string) => LinkListItem)[] = [
  (base) => ({
    label: 'Vos structures et rôles',
    href: memberPaths.contexts(base),
    hint: 'Agir pour une autre structure, en quitter une, répondre aux invitations.',
  }),
  (base) => ({
    label: 'Vos clés d’accès',
    href: passkeyPaths.list(base),
    hint: 'Entrer avec l’empreinte, le visage ou le code de votre appareil.',
  }),
  (base) => ({
    label: 'Un code à chaque connexion',
    href: secondFactorPaths.code(base),
    hint: 'Donné par une application de votre téléphone, après le mot de passe.',
  }),
  (base) => ({
    label: 'Clés d’API',
    href: apiKeyPaths.list(base),
    hint: 'Laisser un programme lire et agir à votre place, et lui retirer ce droit.',
  }),
  (base) => ({
    label: 'Assistance',
    href: supportPaths.consent(base),
    hint: 'Laisser une personne du réseau voir le site à votre place, et savoir qui est venu.',
  }),
  (base) => ({
    label: 'Votre journal',
    href: `${base}/compte/journal`,
    hint: 'Ce que vous avez fait, et ce qui a été fait à votre sujet.',
  }),
  (base) => ({
    label: 'Ce que vous montrez',
    href: `${base}/compte/diffusion`,
    hint: 'Choisir ligne par ligne ce que l’annuaire dit de vous, et à qui.',
  }),
  (base) => ({
    label: 'Votre fiche d’animatrice ou d’animateur',
    href: `${base}/compte/fiche-animateur`,
    hint: 'Photo, compétences, lieux et disponibilités : ce que l’annuaire en montre, et à qui.',
  }),
  (base) => ({
    label: 'Vos données',
    href: `${base}/compte/donnees`,
    hint: 'Lire tout ce qui est gardé à votre nom, l’emporter, le faire corriger ou effacer.',
  }),
]
