import { z } from 'zod'
import { optionalText } from '../../../../platform/http/fields.ts'

const MISSING = 'Choisissez le fichier à importer, ou donnez son adresse.'
const ADDRESS = 'Écrivez une adresse qui commence par https:// ou http://.'

export const importForm = z
  .object({
    fichier: z
      .union([z.instanceof(File), z.literal('')])
      .optional()
      .transform((file) => (file && (file.name !== '' || file.size > 0) ? file : null)),
    adresse: optionalText(1000).refine((text) => text === '' || /^https?:\/\/\S+$/i.test(text), {
      message: ADDRESS,
    }),
    source: optionalText(100),
  })
  .refine(({ fichier, adresse }) => fichier !== null || adresse !== '', {
    path: ['fichier'],
    message: MISSING,
  })

/** One button, no field. */
export const decisionForm = z.object({})
