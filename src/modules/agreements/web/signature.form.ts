import { z } from 'zod'
import { requiredDay, requiredText } from '../../../platform/http/fields.ts'
import { seenField } from './target.form.ts'

export const signatureForm = z.object({
  ...seenField,
  partie: z
    .string({ message: 'Choisissez la partie qui a signé.' })
    .min(1, { message: 'Choisissez la partie qui a signé.' }),
  signataire: requiredText('Indiquez qui a signé.'),
  qualite: requiredText('Indiquez en quelle qualité : maire, directrice par délégation…'),
  date: requiredDay('Indiquez la date écrite sur l’original.'),
})
