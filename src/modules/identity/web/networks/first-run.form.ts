import { z } from 'zod'
import { readRidet, readRna, readSiret } from '../../../../kernel/organisation-numbers.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { oneOf, optionalText, requiredText, severalOf } from '../../../../platform/http/fields.ts'
import { PALETTE_IDS } from '../../../../ui/palettes.ts'
import { slugOf } from '../../domain/networks/network-slug.ts'
import { ORGANISATION_KINDS } from '../../domain/organisations/organisation.ts'
import { optionalEmail } from './network-settings.form.ts'
import { requiredEmail } from './network-tree.form.ts'

/** The number of the head, whichever register gave it. */
const number = optionalText(40).transform((typed, check) => {
  const none = { siret: null, rna: null, ridet: null }
  if (typed === '') return none
  const [siret, rna, ridet] = [readSiret(typed), readRna(typed), readRidet(typed)]
  if (!isRefusal(rna)) return { ...none, rna }
  if (!isRefusal(siret)) return { ...none, siret }
  if (!isRefusal(ridet)) return { ...none, ridet }
  check.addIssue({
    code: 'custom',
    message: 'Ce numéro n’est ni un SIRET, ni un RNA, ni un RIDET. Vérifiez-le, ou laissez le champ vide.',
  })
  return z.NEVER
})

export function firstRunForm(templates: readonly string[]) {
  return z
    .object({
      cle: z.string().default(''),
      nom: requiredText('Indiquez le nom du réseau.', 120),
      adresse: optionalText(40).transform((text) => text.toLowerCase()),
      accroche: optionalText(200),
      contact: optionalEmail,
      tete: requiredText('Indiquez la structure qui anime le réseau.'),
      nature: oneOf(ORGANISATION_KINDS, 'Choisissez la nature de la structure.'),
      numero: number,
      commune: optionalText(120),
      prenom: requiredText('Indiquez votre prénom.', 100),
      nom_famille: requiredText('Indiquez votre nom.', 100),
      fonction: optionalText(200),
      courriel: requiredEmail,
      mot_de_passe: z
        .string({ message: 'Choisissez un mot de passe.' })
        .min(1, { message: 'Choisissez un mot de passe.' }),
      couleurs: oneOf(PALETTE_IDS, 'Choisissez des couleurs.'),
      modeles: severalOf(templates, 'Choisissez des modèles de la liste.'),
      dpo: optionalText(200),
      dpo_courriel: optionalEmail,
    })
    .transform((typed) => ({ ...typed, adresse: typed.adresse || slugOf(typed.nom) }))
    .refine(({ adresse }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(adresse), {
      path: ['adresse'],
      message:
        'Cette adresse ne convient pas : des lettres sans accent, des chiffres et des tirets seulement.',
    })
}
