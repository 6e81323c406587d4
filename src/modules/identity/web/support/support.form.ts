import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'

const EXTENT = 'Choisissez entre lire seulement et enregistrer aussi.'

export const visitForm = z.object({
  motif: optionalText(500),
  portee: oneOf(['lecture', 'ecriture'], EXTENT).default('lecture'),
})

/** How long support may come in, in hours. */
const HOURS = { '1': 1, '24': 24, '168': 168 } as const

export const consentForm = z.object({
  portee: oneOf(['lecture', 'ecriture'], EXTENT),
  duree: oneOf(['1', '24', '168'], 'Choisissez combien de temps l’assistance reste ouverte.').transform(
    (duration) => HOURS[duration],
  ),
})
