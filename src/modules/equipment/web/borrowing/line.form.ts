import { z } from 'zod'
import { type Instant, isInstant } from '../../../../kernel/instant.ts'
import { requiredText } from '../../../../platform/http/fields.ts'

/** The rank of the last event the page showed: whoever acts on an older one is told what changed. */
const vu = z.coerce.number().int().min(0).catch(-1)

const slot = (missing: string) =>
  z.string({ message: missing }).transform((text, check): Instant => {
    if (isInstant(text)) return text
    check.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

export const seenForm = z.object({ vu })

export const extensionForm = z.object({
  vu,
  acte: z.string().default('demander'),
  jusquau: z.string().default(''),
  retour: z.string().default(''),
  motif: z.string().default(''),
})

export const sentExtensionForm = z.object({
  retour: slot('Indiquez le nouveau jour de retour, puis choisissez un créneau.'),
  motif: requiredText('Dites pourquoi vous en avez besoin plus longtemps.', 1000),
})

export const displacementForm = z.object({
  vu,
  reponse: z.enum(['accepter', 'partager', 'renoncer'], { message: 'Choisissez une des réponses.' }),
})
