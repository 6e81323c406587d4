import { z } from 'zod'
import { optionalText, requiredText } from '../../../platform/http/fields.ts'

export const ORGANISATION_KINDS = {
  commune: 'Commune',
  epci: 'Intercommunalité (EPCI)',
  departement: 'Département',
  region: 'Région',
  etat: 'Service de l’État',
  association: 'Association',
  entreprise: 'Entreprise',
  etablissement_public: 'Établissement public',
  autre: 'Autre structure',
} as const

const kinds = Object.keys(ORGANISATION_KINDS) as [keyof typeof ORGANISATION_KINDS]

export const years = z
  .string({ message: 'Indiquez la durée de la première période, en années.' })
  .regex(/^([1-9]|[1-9]\d)$/, { message: 'Écrivez un nombre d’années entre 1 et 99.' })
  .transform(Number)

export const representative = {
  representant: requiredText('Indiquez qui représente le co-contractant.'),
  qualite: requiredText('Indiquez sa qualité : maire, présidente…'),
}

export const newAgreementForm = z.object({
  modele: z.string({ message: 'Choisissez un modèle.' }).min(1, { message: 'Choisissez un modèle.' }),
  partenaire: requiredText('Indiquez le nom du co-contractant.'),
  nature: z.enum(kinds, { message: 'Choisissez la nature du co-contractant.' }),
  siret: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s.]/g, ''))
    .refine((text) => text === '' || isSiret(text), {
      message: 'Ce SIRET n’est pas valide : il compte 14 chiffres. Vérifiez-le, ou laissez le champ vide.',
    }),
  commune: optionalText(),
  ...representative,
  duree: years,
})

/** 14 digits whose Luhn sum is a multiple of ten; La Poste's sites only make a multiple of five (DIR-5). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  const digits = [...text].map(Number)
  const luhn = digits.toReversed().reduce((sum, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  const plain = digits.reduce((sum, digit) => sum + digit, 0)
  return luhn % 10 === 0 || (text.startsWith('356000000') && plain % 5 === 0)
}
