import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'

const LONGEST = 60_000

export const territoryForm = z.object({
  nom: requiredText('Donnez un nom à ce territoire, par exemple « Pays de Coutances ».', 100),
  membres: requiredText('Écrivez au moins une commune ou une intercommunalité.', LONGEST),
})

/** `version`: the one that the page showed. */
export const changedTerritoryForm = territoryForm.extend({
  version: z.coerce.number({ message: 'Rechargez la page.' }).int().positive(),
})
