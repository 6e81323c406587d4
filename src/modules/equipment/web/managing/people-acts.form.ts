import { z } from 'zod'
import { oneOf, requiredDay, requiredText } from '../../../../platform/http/fields.ts'

/** The last event the page showed: what came since is not changed blindly. */
const vu = z.coerce.number().int().min(0).catch(-1)

export const earlyReturnForm = z.object({
  vu,
  jour: requiredDay('Indiquez le jour où vous en avez besoin.'),
  raison: requiredText('Dites pourquoi : l’emprunteur lira ces mots.', 1000),
})

export const reexaminationAnswerForm = z.object({
  vu,
  decision: oneOf(['upheld', 'revised'], 'Dites si la décision est maintenue ou revue.'),
  reponse: requiredText('Expliquez la réponse : l’emprunteur la lira.', 2000),
})
