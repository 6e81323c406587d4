import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'

export const jobTitleForm = z.object({ fonction: optionalText(150) })

export const endForm = z.object({
  motif: requiredText('Indiquez le motif : la personne le lira dans le courriel qui la prévient.', 500),
})
