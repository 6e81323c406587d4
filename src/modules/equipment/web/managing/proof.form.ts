import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'

export const proofForm = z.object({
  attestation: z.string({ message: 'Rechargez la page.' }).refine(isId<'insurance-proof'>, {
    message: 'Rechargez la page.',
  }),
  reponse: oneOf(['verified', 'refused'], 'Dites si l’attestation est valable.'),
  motif: optionalText(500),
})
