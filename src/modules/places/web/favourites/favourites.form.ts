import { z } from 'zod'
import { optionalId, requiredText } from '../../../../platform/http/fields.ts'

export const nameForm = z.object({ nom: requiredText('Donnez un nom à cette liste.', 80) })

export const keepForm = z.object({
  /** The end of the address of its page. */
  lieu: requiredText('Choisissez un lieu depuis sa fiche.', 200),
  liste: optionalId<'favourite-list'>('Choisissez une de vos listes.'),
})

export const letGoForm = z.object({
  lieu: optionalId<'place'>('Choisissez un lieu de la liste.'),
})
