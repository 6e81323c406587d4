import { z } from 'zod'
import { isDay } from '../../../../kernel/day.ts'
import { type Id, isId } from '../../../../kernel/id.ts'
import { parseInstant } from '../../../../kernel/instant.ts'

export const AT = '/api/v1/lending'
export const TAG = 'Prêt de matériel'

/** An id of the body or of the address: anything else is said at its field. */
export function anId<Thing extends string>() {
  return z.string().refine((text): text is Id<Thing> => isId<Thing>(text), {
    message: 'Ce n’est pas un identifiant.',
  })
}

/** `2027-03-30T08:00:00.000Z`. */
export const anInstant = z.string().transform((text, check) => {
  const moment = parseInstant(text)
  if (moment) return moment
  check.addIssue({ code: 'custom', message: 'Un instant s’écrit 2027-03-30T08:00:00.000Z.' })
  return z.NEVER
})

/** `2027-03-30`. */
export const aDay = z.string().refine(isDay, { message: 'Un jour s’écrit 2027-03-30.' })

export const reason = (longest = 1000) => z.string().trim().max(longest)

export const lineAnswer = z.object({
  id: z.string(),
  requestId: z.string(),
  inventoryId: z.string(),
  organisationId: z.string(),
  deskId: z.string(),
  modelId: z.string(),
  unitId: z.string().nullable(),
  state: z.string(),
  version: z.number().int().describe('Celle que nomme `ETag`'),
  pickupAt: z.string().nullable(),
  returnAt: z.string().nullable(),
  days: z.number().int().nullable(),
  needsDerogation: z.boolean(),
})

export type LineAnswer = z.output<typeof lineAnswer>
