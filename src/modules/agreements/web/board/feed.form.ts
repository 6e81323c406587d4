import { z } from 'zod'
import { oneOf } from '../../../../platform/http/fields.ts'

export const feedForm = z.object({
  pour: oneOf(
    ['moi', 'reseau'],
    'Choisissez ce que l’agenda doit suivre : vos conventions, ou celles du réseau.',
  ),
})
