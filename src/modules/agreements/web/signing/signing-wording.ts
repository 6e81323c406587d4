import { isDay } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentProblems } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import { CODE_TRIES, CODES_PER_HOUR } from '../../domain/signing-code.ts'
import type { SigningOrder } from '../../domain/signing-order.ts'
import type { CodeRefusal } from '../../use-cases/signing/ask-signing-code.ts'
import type { DeclineRefusal, ReopeningRefusal } from '../../use-cases/signing/decline-signing.ts'
import type { OriginalRefusal } from '../../use-cases/signing/keep-signature-document.ts'
import type { OpeningRefusal } from '../../use-cases/signing/open-signing.ts'
import type { RatificationRefusal } from '../../use-cases/signing/ratify-signature.ts'
import type { RenewalOfCallRefusal } from '../../use-cases/signing/renew-call.ts'
import type { ElsewhereRefusal } from '../../use-cases/signing/sign-elsewhere.ts'
import type { OnlineRefusal } from '../../use-cases/signing/sign-online.ts'
import type { CallRefusal } from '../../use-cases/signing/signing-call.ts'
import { roleName } from '../parties.ts'

/** What the signer ticks: kept with the signature in these very words. */
export const DECLARATIONS = {
  lu: 'J’ai lu le texte entier de la convention, ses termes et sa liste de lieux.',
  engage: 'Je signe cette convention au nom de la structure et en la qualité affichées ci-dessus.',
} as const

/** Said wherever one signs or looks at a signature. AGR-25. */
export const SIGNATURE_LEVEL =
  'C’est une signature électronique simple, avec un dossier de preuve : ce n’est pas une signature « qualifiée ».'

export const orderChoices: Record<SigningOrder, { label: string; hint: string }> = {
  any: { label: 'Dans n’importe quel ordre', hint: 'Tout le monde est appelé tout de suite.' },
  'partner-first': {
    label: 'Le co-contractant d’abord',
    hint: 'Le chef de file du réseau est appelé quand il a signé.',
  },
  'head-first': {
    label: 'Le chef de file du réseau d’abord',
    hint: 'Le co-contractant est appelé quand il a signé.',
  },
}

export type SigningRefusal =
  | OpeningRefusal
  | CallRefusal
  | CodeRefusal
  | OnlineRefusal
  | DeclineRefusal
  | ReopeningRefusal
  | OriginalRefusal
  | RatificationRefusal
  | DocumentRefusal
  | RenewalOfCallRefusal
  | ElsewhereRefusal

const refusals: Record<SigningRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis recommencez : votre saisie est conservée.',
    ),
  'texts-incomplete': ({ missing = '' }) =>
    whole(`Le texte est incomplet. Il manque : ${missing}. Complétez le projet avant d’appeler à signer.`),
  'no-place-listed': () =>
    whole('La convention ne liste aucun lieu : ajoutez-en un à l’annexe avant d’appeler à signer.'),
  'signing-is-open': () =>
    whole('La signature en ligne est déjà ouverte : reprenez d’abord le texte pour changer de signataires.'),
  'authority-missing': ({ parties = '' }) =>
    whole(
      `Il manque l’acte qui autorise la signature ${names(parties)} : délibération, décision ou délégation de signature. Joignez-le sur la page « Interlocuteurs » de la convention.`,
    ),
  'nobody-to-call': () => whole('Choisissez au moins une personne qui signera en ligne.'),
  'not-a-signer': () =>
    whole('Une des personnes choisies ne peut plus signer pour cette partie. Choisissez-en une autre.'),
  'not-approved': ({ parties = '' }) =>
    whole(
      `Ce texte n’est pas encore approuvé pour signature par ${parties}. Chaque partie l’approuve sur la page « Négocier le texte » ; une signature sur papier reste possible sans cela.`,
    ),
  'no-open-signing': () =>
    whole(
      'La signature en ligne n’est pas ouverte sur cette convention. Demandez au chef de file du réseau s’il vous attend.',
    ),
  'not-called': () =>
    whole('Vous n’êtes pas la personne appelée à signer cette convention : elle seule peut le faire.'),
  'called-for-another-organisation': () =>
    whole(
      'Vous êtes appelé à signer pour une autre structure que celle pour laquelle vous agissez. Changez de structure en haut de la page, puis revenez ici.',
    ),
  'in-their-place': () =>
    whole('L’assistance ne signe jamais à la place de quelqu’un. La personne appelée doit se connecter.'),
  'already-signed': () => whole('Cette partie a déjà signé : sa signature est enregistrée.'),
  'signing-declined': () =>
    whole('Une partie a refusé de signer : la signature reprendra quand elle sera rouverte.'),
  'not-your-turn': ({ parties = '' }) =>
    whole(
      `Ce n’est pas encore votre tour : en attente de la signature ${names(parties)}. Vous recevrez un courriel.`,
    ),
  'text-changed': () =>
    whole(
      'Le texte n’est plus celui qui a été ouvert à la signature. Rien n’est signé. Rouvrez cette page ; si ce message revient, prévenez le chef de file du réseau, qui rouvrira la signature.',
    ),
  'call-expired': ({ day = '' }) =>
    whole(
      `Cet appel à signer a pris fin le ${isDay(day) ? formatDay(day) : day}. Rien n’est perdu : demandez au chef de file du réseau de le prolonger.`,
    ),
  'ends-before-today': () => ({
    field: 'echeance',
    message: 'Ce jour est passé : choisissez aujourd’hui ou un jour à venir.',
  }),
  'not-the-approved-document': () => ({
    field: 'document',
    message:
      'Le document signé n’est pas celui qui a été approuvé. Téléchargez le document à signer sur cette page, faites-le signer tel quel, puis déposez le fichier obtenu.',
  }),
  'nothing-signed': () => ({
    field: 'document',
    message:
      'Ce fichier est bien le document approuvé, mais il ne porte aucune nouvelle signature. Déposez le fichier rendu par le parapheur.',
  }),
  'document-not-prepared': () =>
    whole('Le document à signer est en préparation. Attendez une minute, puis recommencez.'),
  'not-a-pdf': () => ({
    field: 'document',
    message: 'Ce fichier n’est pas un PDF : déposez le fichier rendu par le parapheur.',
  }),
  'unknown-party': () => ({ field: 'partie', message: 'Choisissez la partie qui a signé.' }),
  'not-their-power': () => ({
    field: 'pouvoir',
    message: 'Cette personne ne peut pas signer pour cette partie. Choisissez-en une autre.',
  }),
  'too-many-codes': () =>
    whole(
      `Vous avez demandé plus de ${CODES_PER_HOUR} codes en une heure. Attendez une heure, ou prévenez le chef de file du réseau.`,
    ),
  'no-code': () => ({
    field: 'code',
    message: 'Aucun code n’est en attente : demandez-en un, il arrive par courriel.',
  }),
  'code-expired': () => ({
    field: 'code',
    message: 'Ce code a plus de 10 minutes : il ne sert plus. Demandez un nouveau code.',
  }),
  'too-many-tries': () => ({
    field: 'code',
    message: `Ce code a été essayé ${CODE_TRIES} fois : il ne sert plus. Demandez un nouveau code.`,
  }),
  'wrong-code': ({ left = '0' }) => ({
    field: 'code',
    message:
      left === '0'
        ? 'Ce n’est pas le bon code, et c’était le dernier essai. Demandez un nouveau code.'
        : `Ce n’est pas le bon code. Relisez le dernier courriel reçu : il vous reste ${left} ${left === '1' ? 'essai' : 'essais'}.`,
  }),
  'already-declined': () => whole('Votre refus est déjà enregistré.'),
  'not-declined': () => whole('Personne ne refuse de signer : il n’y a rien à rouvrir.'),
  'not-yours-to-reopen': () =>
    whole('Seuls le chef de file du réseau et la personne qui a refusé peuvent rouvrir la signature.'),
  'no-such-signature': () => whole('Cette signature n’est pas sur la convention.'),
  'dated-in-the-future': () => ({
    field: 'date',
    message: 'Cette date n’est pas encore arrivée : indiquez celle qui est écrite sur l’acte.',
  }),
  'nothing-to-ratify': () =>
    whole('Cette signature a été donnée dans les jours de sa délégation, ou elle est déjà ratifiée.'),
  ...documentProblems('document'),
}

export function problemOfSigning({ refused, details }: Refusal<SigningRefusal>): Problem {
  return refusals[refused](details)
}

function names(parties: string): string {
  return parties.split(' ').map(ofRole).join(' et ')
}

/** « de la Région », « du co-contractant », « de l’État ». */
function ofRole(party: string): string {
  return `de ${roleName(party)}`
    .replace(/^de (La |L’)/, (start) => start.toLowerCase())
    .replace(/^de Le /, 'du ')
}

function whole(message: string): Problem {
  return { field: null, message }
}
