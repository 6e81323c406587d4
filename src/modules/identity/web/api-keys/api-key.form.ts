import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/http/fields.ts'
import { LIFE_DAYS } from '../../domain/api-key.ts'

const days = LIFE_DAYS.map(String) as [string, ...string[]]

export const apiKeyForm = z.object({
  nom: requiredText('Donnez un nom à la clé : celui du programme qui s’en servira.', 100),
  portee: oneOf(['lire', 'agir'], 'Dites ce que la clé permet.'),
  duree: oneOf(days, 'Choisissez combien de temps la clé sert.').transform(Number),
})
