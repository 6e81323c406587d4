import { z } from 'zod'
import { signatureForm } from '../signing/signature.form.ts'

const MISSING = 'La durée de la reconduction est obligatoire : écrivez-la en années, 2 par exemple.'

export const renewalForm = signatureForm.safeExtend({
  duree: z
    .string({ message: MISSING })
    .regex(/^[1-9]\d?$/, { message: MISSING })
    .transform(Number),
})
