import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { seenField } from '../target.form.ts'

export const annexForm = z.object({
  ...seenField,
  lieu: z
    .string({ message: 'Choisissez un lieu dans les résultats.' })
    .refine(isId<'place'>, { message: 'Choisissez un lieu dans les résultats.' }),
  liste: z.string().default(''),
})

export const annexRemovalForm = z.object(seenField)
