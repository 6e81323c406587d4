import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'
import { seenField } from '../target.form.ts'

export const readingChoiceForm = z.object({
  ...seenField,
  lecture: requiredText('Choisissez la lecture à retenir.'),
  motif: requiredText('Écrivez pourquoi : l’avis du service juridique, par exemple.', 500),
})
