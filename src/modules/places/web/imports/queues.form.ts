import { z } from 'zod'
import { oneOf } from '../../../../platform/http/fields.ts'

const CHOOSE = 'Choisissez l’une des décisions proposées.'

export const heldForm = z.object({ decision: oneOf(['same', 'replace', 'separate', 'ignore'], CHOOSE) })
export const proposalForm = z.object({ decision: oneOf(['accepted', 'refused'], CHOOSE) })

const KEPT = 'Choisissez un lieu de la liste.'
/** Which place stays, though its source no longer gives it. */
export const missingForm = z.object({
  source: z.string({ message: KEPT }).min(1, KEPT).max(100),
  identifiant: z.string({ message: KEPT }).min(1, KEPT).max(300),
})
