import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/day.ts'
import { dayOf, type Instant, isInstant } from '../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Act } from './acts.ts'

const name = z.string().min(1)
const civilDay = z.custom<Day>(isDay, 'not a civil day')
const moment = z.custom<Instant>(isInstant, 'not an instant in UTC')
const purpose = z.enum(['denunciation', 'formal_notice', 'termination', 'dispute', 'other'])

/** What a formal notice or a termination is about. */
const breach = {
  formalNotice: name.exactOptional(),
  scope: z.enum(['full', 'partial']).exactOptional(),
  places: z.array(name).exactOptional(),
}

const recorded = {
  id: name.exactOptional(),
  seq: z.int().exactOptional(),
  recordedAt: moment.exactOptional(),
  supersedes: name.exactOptional(),
  correctionReason: name.exactOptional(),
}
const file = z.object({ id: name, name, sha256: name })
const files = z.array(file).exactOptional()
const dated = { ...recorded, occurredOn: civilDay, at: moment.exactOptional() }
const ofLetter = { ...dated, letter: name }

const signatory = z.object({
  name,
  quality: name,
  organisation: name,
  person: name.exactOptional(),
  mandate: name.exactOptional(),
  delegationId: name.exactOptional(),
})

const signed = {
  ...dated,
  party: name,
  capacity: z.string().exactOptional(),
  onBehalfOf: z.string().exactOptional(),
  delegation: z.object({ from: civilDay.exactOptional(), until: civilDay.exactOptional() }).exactOptional(),
  signatory: signatory.exactOptional(),
}

const changes = z.object({
  terms: z.record(z.string(), z.unknown()).exactOptional(),
  clauses: z.record(z.string(), z.string()).exactOptional(),
  addedPlaces: z.array(name).exactOptional(),
  removedPlaces: z.array(name).exactOptional(),
})

const act: z.ZodType<Act> = z.discriminatedUnion('type', [
  z.object({ ...signed, type: z.literal('signature') }),
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
    ...breach,
  }),
  z.object({
    ...ofLetter,
    type: z.enum([
      'registered_letter_first_presented',
      'registered_letter_received',
      'registered_letter_returned_unclaimed',
    ]),
  }),
  z.object({ ...dated, type: z.literal('notice_sent'), purpose, channel: name, from: name, ...breach }),
  z.object({ ...ofLetter, type: z.literal('denunciation_withdrawn'), agreedBy: z.array(name) }),
  z.object({
    ...signed,
    type: z.literal('renewal_signed'),
    renewal: name,
    years: z.number().nullable().exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('committee_decision'),
    subject: name,
    result: name,
    years: z.number().exactOptional(),
  }),
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
    object: name.exactOptional(),
  }),
  z.object({
    ...signed,
    type: z.literal('amendment_signed'),
    amendment: name,
    effectiveOn: civilDay.exactOptional(),
    newLastDay: civilDay.exactOptional(),
    changes: changes.exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.enum(['formal_notice_remedied', 'formal_notice_abandoned']),
    formalNotice: name,
  }),
  z.object({
    ...dated,
    type: z.literal('termination_notified'),
    from: name,
    ...breach,
  }),
  z.object({ ...dated, type: z.literal('dispute_opened'), from: name, object: name.exactOptional() }),
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
    subject: name.exactOptional(),
    meeting: name.exactOptional(),
    ballots: z.array(z.object({ party: name, vote: z.enum(['for', 'against', 'abstain']) })),
  }),
  z.object({
    ...dated,
    type: z.literal('minutes_validated'),
    meeting: name,
    party: name,
    version: name.exactOptional(),
  }),
  z.object({
    ...dated,
    type: z.literal('communication_requested'),
    kind: z.enum(['existence_and_content', 'promotional', 'event']),
    from: name,
    operationOn: civilDay.exactOptional(),
    audience: name.exactOptional(),
    media: name.exactOptional(),
    text: name.exactOptional(),
    logos: name.exactOptional(),
    files,
  }),
  z.object({
    ...dated,
    type: z.literal('communication_answered'),
    communication: name,
    party: name,
    answer: z.enum(['approved', 'refused']),
    reason: name.exactOptional(),
  }),
  z.object({ ...dated, type: z.enum(['delegation_ratified', 'signing_reopened']), party: name }),
  z.object({ ...dated, type: z.literal('minutes_issued'), meeting: name, files }),
  z.object({ ...dated, type: z.literal('minutes_reserved'), meeting: name, party: name, reason: name }),
  z.object({ ...dated, type: z.literal('dispute_settled'), dispute: name }),
  z.object({
    ...dated,
    type: z.literal('operation_reported'),
    communication: name,
    account: name.exactOptional(),
    figures: name.exactOptional(),
    files,
  }),
  z.object({ ...dated, type: z.literal('act_voided') }),
  z.object({ ...dated, type: z.literal('reading_chosen'), parameter: name, value: name, reason: name }),
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
