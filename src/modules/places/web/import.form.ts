import { z } from 'zod'
import { optionalText } from '../../../platform/http/fields.ts'

const MISSING = 'Choisissez le fichier à importer.'

export const importForm = z.object({
  fichier: z
    .instanceof(File, { message: MISSING })
    .refine((file) => file.name !== '' || file.size > 0, { message: MISSING }),
  source: optionalText(100),
})

/** One button, no field. */
export const decisionForm = z.object({})
