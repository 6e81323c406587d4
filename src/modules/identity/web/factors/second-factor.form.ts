import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'

export const codeForm = z.object({
  code: requiredText('Tapez le code à six chiffres de l’application, ou un code de secours.', 40),
  suite: z.string().default(''),
})

export const nextForm = z.object({ suite: z.string().default('') })
