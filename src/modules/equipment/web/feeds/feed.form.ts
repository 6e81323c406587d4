import { z } from 'zod'
import { optionalText } from '../../../../platform/http/fields.ts'

/** One unit by its number, or else what is chosen: the whole inventory, or a desk. */
export const feedForm = z
  .object({ quoi: optionalText(60), numero: optionalText(100) })
  .refine(({ quoi, numero }) => quoi !== '' || numero !== '', {
    path: ['quoi'],
    message: 'Choisissez ce que l’agenda doit suivre, ou indiquez le numéro d’un exemplaire.',
  })
