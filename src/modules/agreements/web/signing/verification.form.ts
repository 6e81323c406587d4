import { z } from 'zod'
import { documentField } from './signing.form.ts'

export const verificationForm = z.object({
  document: documentField.refine((file) => file !== null, {
    message: 'Choisissez le fichier PDF à vérifier.',
  }),
})
