import { z } from 'zod'
import { type Instant, isInstant } from '../../../../kernel/instant.ts'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'

const vu = z.coerce.number().int().min(0).catch(-1)

export const earlyReturnAnswerForm = z
  .object({
    vu,
    reponse: oneOf(['accepted', 'declined'], 'Dites si vous acceptez.'),
    creneau: z.string().default(''),
    motif: optionalText(1000),
  })
  .transform((typed, check) => {
    const creneau: Instant | null = isInstant(typed.creneau) ? typed.creneau : null
    if (typed.reponse === 'accepted' && !creneau)
      check.addIssue({ code: 'custom', path: ['creneau'], message: 'Choisissez un des créneaux proposés.' })
    return { ...typed, creneau }
  })
