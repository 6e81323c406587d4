import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import { documentField } from '../signing/signing.form.ts'

export const evidenceForm = z.object({
  lieu: z
    .string()
    .default('')
    .transform((text) => (isId<'place'>(text) ? text : null)),
  date: requiredDay('Indiquez le jour où cela a été fait.'),
  declaration: requiredText('Dites en quelques mots ce qui a été fait.', 2000),
  document: documentField,
})

export const withdrawalForm = z.object({
  motif: requiredText('Dites pourquoi vous retirez cette preuve : les deux parties le liront.', 2000),
})
