import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import { REASON_CODES } from '../../use-cases/deciding/decide-line.ts'

/** The last event the page showed: what came since is not decided blindly. */
const seen = z
  .string({ message: 'Rechargez la page.' })
  .regex(/^\d{1,6}$/, { message: 'Rechargez la page.' })
  .transform(Number)

export const approvalForm = z.object({ vu: seen, motif: optionalText(1000) })

export const rejectionForm = z.object({
  vu: seen,
  code: z.enum(REASON_CODES, { message: 'Choisissez le motif du refus.' }),
  explication: requiredText('Expliquez le refus : l’emprunteur lira ces mots.', 1000),
})

export const extensionForm = z.object({
  vu: seen,
  reponse: oneOf(['granted', 'refused'], 'Dites si la prolongation est accordée.'),
  motif_prolongation: optionalText(1000),
})

export const otherUnitForm = z.object({
  vu: seen,
  exemplaire: z
    .string({ message: 'Choisissez un exemplaire.' })
    .refine(isId<'unit'>, { message: 'Choisissez un exemplaire.' }),
})

export const displacementForm = z.object({
  vu: seen,
  intitule: requiredText('Dites pour quoi vous reprenez l’exemplaire.', 120),
  responsable: requiredText('Indiquez qui en est responsable.', 120),
  du: requiredDay('Indiquez le premier jour.'),
  au: requiredDay('Indiquez le dernier jour.'),
  raison: requiredText('Expliquez la reprise : l’emprunteur lira ces mots.', 1000),
})
