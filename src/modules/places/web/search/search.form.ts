import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'

export const keepSearchForm = z.object({
  nom: requiredText('Donnez un nom à cette recherche, par exemple « gratuit près de Coutances ».', 100),
  /** The parameters of the list. */
  recherche: optionalText(2000),
})

export const dropSearchForm = z.object({ recherche: optionalText(40) })
