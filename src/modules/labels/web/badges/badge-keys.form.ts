import { z } from 'zod'
import { requiredDay } from '../../../../platform/http/fields.ts'

export const newKeysForm = z.object({})

export const compromiseForm = z.object({
  date: requiredDay('Indiquez le premier jour où la clé n’était plus sûre.'),
})
