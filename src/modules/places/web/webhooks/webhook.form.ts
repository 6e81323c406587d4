import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'

export const webhookForm = z.object({
  nom: requiredText('Donnez un nom : celui du service qui sera prévenu.', 100),
  adresse: requiredText('Donnez l’adresse à laquelle écrire, en https.', 1000),
})
