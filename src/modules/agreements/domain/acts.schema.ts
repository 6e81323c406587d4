import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/day.ts'
import { dayOf, type Instant, isInstant } from '../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Act } from './acts.ts'

const name = z.string().min(1)
const civilDay = z.custom<Day>(isDay, 'not a civil day')
const moment = z.custom<Instant>(isInstant, 'not an instant in UTC')
const purpose = z.enum(['denunciation', 'formal_notice', 'termination', 'dispute', 'other'])
const scope = z.enum(['full', 'partial'])

const recorded = {
  id: name.exactOptional(),
  seq: z.int().exactOptional(),
  recordedAt: moment.exactOptional(),
  supersedes: name.exactOptional(),
}
const dated = { ...recorded, occurredOn: civilDay, at: moment.exactOptional() }
const ofLetter = { ...dated, letter: name }

const act: z.ZodType<Act> = z.discriminatedUnion('type', [
  z.object({
    ...dated,
    type: z.literal('signature'),
    party: name,
    capacity: z.string().exactOptional(),
    onBehalfOf: z.string().exactOptional(),
    delegation: z.object({ from: civilDay.exactOptional(), until: civilDay.exactOptional() }).exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('signature_declined'),
    party: name,
    reason: z.string().exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('registered_letter_sent'),
    purpose,
    from: name,
    formalNotice: name.exactOptional(),
    scope: scope.exactOptional(),
    places: z.array(name).exactOptional(),
  }),
  z.object({
    ...ofLetter,
    type: z.enum([
      'registered_letter_first_presented',
      'registered_letter_received',
      'registered_letter_returned_unclaimed',
    ]),
  }),
  z.object({ ...dated, type: z.literal('notice_sent'), purpose, channel: name, from: name }),
  z.object({ ...ofLetter, type: z.literal('denunciation_withdrawn'), agreedBy: z.array(name) }),
  z.object({
    ...dated,
    type: z.literal('renewal_signed'),
    renewal: name,
    party: name,
    years: z.number().nullable().exactOptional(),
  }),
  z.object({ ...dated, type: z.literal('committee_decision'), subject: name, result: name }),
  z.object({
    ...recorded,
    type: z.literal('place_listed'),
    place: name,
    occurredOn: civilDay.exactOptional(),
    at: moment.exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('amendment_requested'),
    from: name,
    sentOn: civilDay.exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('amendment_signed'),
    amendment: name,
    party: name,
    effectiveOn: civilDay.exactOptional(),
    newLastDay: civilDay.exactOptional(),
  }),
  z.object({ ...dated, type: z.literal('formal_notice_remedied'), formalNotice: name }),
  z.object({
    ...dated,
    type: z.literal('termination_notified'),
    from: name,
    formalNotice: name.exactOptional(),
    scope: scope.exactOptional(),
    places: z.array(name).exactOptional(),
  }),
  z.object({ ...dated, type: z.literal('dispute_opened'), from: name }),
  z.object({ ...dated, type: z.literal('place_information_updated'), place: name }),
  z.object({
    ...dated,
    type: z.literal('meeting_held'),
    committee: z.enum(['steering', 'network', 'bilateral', 'governance']),
  }),
  z.object({
    ...dated,
    type: z.literal('vote'),
    motion: name,
    meeting: name.exactOptional(),
    ballots: z.array(z.object({ party: name, vote: z.enum(['for', 'against', 'abstain']) })),
  }),
  z.object({ ...dated, type: z.literal('minutes_validated'), meeting: name, party: name }),
  z.object({
    ...dated,
    type: z.literal('communication_requested'),
    kind: z.enum(['existence_and_content', 'promotional', 'event']),
    from: name,
  }),
  z.object({
    ...dated,
    type: z.literal('communication_answered'),
    communication: name,
    party: name,
    answer: z.enum(['approved', 'refused']),
  }),
])

/**
 * An act from a database row, a form or a case file. An instant `at` decides the day: `occurredOn` becomes the day
 * it falls on in Paris. Refused with the path of the first member that does not fit.
 */
export function parseAct(raw: unknown): Act | Refusal<'invalid_act'> {
  const read = act.safeParse(withDayOfInstant(raw))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return refuse('invalid_act', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
}

function withDayOfInstant(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('at' in raw) || !isInstant(raw.at)) return raw
  return { ...raw, occurredOn: dayOf(raw.at) }
}
