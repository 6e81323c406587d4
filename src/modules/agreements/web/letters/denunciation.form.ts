import { z } from 'zod'
import { oneOf, optionalText, requiredDay } from '../../../../platform/http/fields.ts'
import { preparedField } from '../documents/prepared.form.ts'
import { seenField } from '../target.form.ts'

export const denunciationForm = z.object({
  ...seenField,
  ...preparedField,
  partie: z
    .string({ message: 'Choisissez la partie qui dénonce.' })
    .min(1, { message: 'Choisissez la partie qui dénonce.' }),
  voie: oneOf(['recommande', 'courriel'], 'Dites comment la dénonciation a été envoyée.').default(
    'recommande',
  ),
  date: requiredDay('Indiquez la date de dépôt de la lettre recommandée.'),
  suivi: optionalText(50),
})
