import { z } from 'zod'
import { requiredDay, requiredText } from '../../../../platform/http/fields.ts'

export const ownerUseForm = z.object({
  intitule: requiredText('Dites pour quoi l’exemplaire est réservé.', 120),
  responsable: requiredText('Indiquez qui en est responsable.', 120),
  du: requiredDay('Indiquez le premier jour.'),
  au: requiredDay('Indiquez le dernier jour.'),
})
