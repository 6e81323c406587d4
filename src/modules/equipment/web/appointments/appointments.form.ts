import { z } from 'zod'
import { type Instant, isInstant } from '../../../../kernel/instant.ts'
import { oneOf, requiredText } from '../../../../platform/http/fields.ts'

/** The last event the page showed: what came since is not changed blindly. */
const vu = z.coerce.number().int().min(0).catch(-1)

const CHOOSE = 'Choisissez un des créneaux proposés.'
const slot = z.string({ message: CHOOSE }).transform((text, check): Instant => {
  if (isInstant(text)) return text
  check.addIssue({ code: 'custom', message: CHOOSE })
  return z.NEVER
})

export const appointmentForm = z.object({
  vu,
  pour: oneOf(['pickup', 'return'], 'Dites quel rendez-vous change.'),
  creneau: slot,
})

export const shorteningForm = z.object({ vu, creneau: slot })

export const endingForm = z.object({
  vu,
  explication: requiredText('Expliquez l’annulation : l’emprunteur lira ces mots.', 1000),
})
