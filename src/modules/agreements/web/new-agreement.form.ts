import { z } from 'zod'
import { optionalText, requiredText } from '../../../platform/http/fields.ts'
import { isSiret } from '../../places/index.ts'

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
