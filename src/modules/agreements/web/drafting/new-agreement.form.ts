import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { ORGANISATION_KINDS, siretField } from '../../../identity/index.ts'

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
  /** One that is known already; `nouvelle` when those that look like it were seen; nothing before that. */
  structure: z
    .string()
    .default('')
    .transform((value): OrganisationId | 'nouvelle' | null => {
      if (value === 'nouvelle') return value
      return isId<'organisation'>(value) ? value : null
    }),
  partenaire: requiredText('Indiquez le nom du co-contractant.'),
  nature: z.enum(ORGANISATION_KINDS, { message: 'Choisissez la nature du co-contractant.' }),
  siret: siretField,
  commune: optionalText(),
  ...representative,
  /** Left out: the template's. */
  duree: z
    .string()
    .default('')
    .refine((text) => /^([1-9]\d?)?$/.test(text), {
      message: 'Écrivez un nombre d’années entre 1 et 99, ou laissez le champ vide.',
    })
    .transform((text) => (text === '' ? null : Number(text))),
})
