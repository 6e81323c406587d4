import { z } from 'zod'
import { oneOf, optionalId, optionalText, requiredText } from '../../../../platform/http/fields.ts'

/** Nothing chosen: the whole inventory. */
export const beginningForm = z.object({ guichet: optionalId<'desk'>('Choisissez un guichet de la liste.') })

export const readingForm = z.object({
  numeros: requiredText('Tapez ou scannez au moins un numéro.', 20_000),
  acte: oneOf(['noter', 'retirer'], 'Dites si ces numéros sont vus, ou si c’est une erreur.').default(
    'noter',
  ),
})

export const signatureForm = z.object({
  vu: z.coerce.number().int().catch(-1),
  note: optionalText(2000),
})

export const abandonmentForm = z.object({
  motif: requiredText('Dites pourquoi cette séance est abandonnée.', 500),
})
