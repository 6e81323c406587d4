import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, fromEpochDay, toEpochDay } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { parseAct } from './acts.schema.ts'
import type { Act } from './acts.ts'
import { standing } from './standing.ts'
import { type AgreementState, stateOn } from './state.ts'
import type { Terms } from './terms.ts'
import { denunciation, EXPRESS_TERMS, FIXED_TERMS, signedBy, TACIT_TERMS } from './testing.ts'
import { timeline } from './timeline.ts'

const first = toEpochDay(day('2020-01-01'))
const anyDay = fc.integer({ min: first, max: first + 3500 }).map(fromEpochDay)
const party = fc.constantFrom('region', 'commune', 'prefecture')
const name = fc.constantFrom('L1', 'L2', 'R1', 'R2')
const parties = fc.subarray(['region', 'commune'])

const anyTerms: fc.Arbitrary<Terms> = fc.oneof(
  fc.constantFrom(TACIT_TERMS, EXPRESS_TERMS, FIXED_TERMS),
  fc.record({ max: fc.option(fc.nat(3)), years: fc.integer({ min: 1, max: 3 }), anyTime: fc.boolean() }).map(
    ({ max, years, anyTime }): Terms => ({
      ...TACIT_TERMS,
      initialYears: years,
      renewal: { mode: 'tacit', years, max },
      denunciation: { anyTime, months: years, from: 'sending', channel: 'registered_letter' },
    }),
  ),
)

/** The acts of the rules there are. */
const readable = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('signature'), party, occurredOn: anyDay }) },
  fc.record({ type: fc.constant('signature_declined'), party, occurredOn: anyDay }),
  fc.record({
    type: fc.constant('registered_letter_sent'),
    purpose: fc.constant('denunciation'),
    from: party,
    id: name,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('notice_sent'),
    purpose: fc.constant('denunciation'),
    channel: fc.constantFrom('email', 'registered_letter'),
    from: party,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('denunciation_withdrawn'),
    letter: name,
    agreedBy: parties,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('renewal_signed'),
    renewal: name,
    party,
    years: fc.constantFrom(1, 2, null),
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('place_listed'), place: fc.constantFrom('EPN-1', 'EPN-2') }),
  fc.record({
    type: fc.constant('committee_decision'),
    subject: fc.constantFrom('renewal', 'budget'),
    result: fc.constantFrom('favourable', 'rejected'),
    occurredOn: anyDay,
  }),
)

/** Any act at all, whether or not its rule is there. */
const anything = fc.oneof(
  readable,
  fc.record({
    type: fc.constantFrom(
      'registered_letter_received',
      'registered_letter_first_presented',
      'registered_letter_returned_unclaimed',
    ),
    letter: name,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('registered_letter_sent'),
    purpose: fc.constantFrom('formal_notice', 'termination', 'dispute', 'other'),
    from: party,
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('amendment_signed'), amendment: name, party, occurredOn: anyDay }),
  fc.record({ type: fc.constant('amendment_requested'), from: party, occurredOn: anyDay }),
  fc.record({ type: fc.constant('formal_notice_remedied'), formalNotice: name, occurredOn: anyDay }),
  fc.record({ type: fc.constant('termination_notified'), from: party, occurredOn: anyDay }),
  fc.record({ type: fc.constant('dispute_opened'), from: party, occurredOn: anyDay }),
  fc.record({
    type: fc.constant('place_information_updated'),
    place: fc.constant('EPN-1'),
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('meeting_held'), committee: fc.constant('steering'), occurredOn: anyDay }),
  fc.record({ type: fc.constant('vote'), motion: name, ballots: fc.constant([]), occurredOn: anyDay }),
  fc.record({ type: fc.constant('minutes_validated'), meeting: name, party, occurredOn: anyDay }),
  fc.record({
    type: fc.constant('communication_requested'),
    kind: fc.constant('event'),
    from: party,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('communication_answered'),
    communication: name,
    party,
    answer: fc.constant('approved'),
    occurredOn: anyDay,
  }),
)

const logOf = (act: fc.Arbitrary<object>): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.option(anyDay), fc.array(act, { maxLength: 12 }))
    .map(([signed, acts]) => [...(signed ? signedBy(TACIT_TERMS, signed) : []), ...acts].map(numbered))

describe('for any log of acts (AGR-101)', () => {
  it('10,000 of them never throw, explanation and timeline included', () => {
    const acts = fc.array(anything, { maxLength: 14 }).map((list) => list.map(numbered))
    fc.assert(
      fc.property(anyTerms, fc.oneof(acts, logOf(anything)), anyDay, (terms, log, on) => {
        const state = stateOn(terms, log, on)
        expect(state.explanation[0]?.result).toBe(state.status)
        timeline(terms, log, on)
        standing(terms, log)
      }),
      { numRuns: 10_000 },
    )
  })

  it('the order in which the acts are given does not matter', () => {
    const shuffled = logOf(anything).chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    )
    fc.assert(
      fc.property(anyTerms, shuffled, anyDay, (terms, [log, other], on) => {
        expect(whole(stateOn(terms, other, on))).toEqual(whole(stateOn(terms, log, on)))
      }),
      { numRuns: 2000 },
    )
  })

  it('acts after the day change nothing', () => {
    fc.assert(
      fc.property(anyTerms, logOf(anything), anyDay, (terms, log, on) => {
        const past = log.filter(({ occurredOn }) => occurredOn === undefined || occurredOn <= on)
        expect(whole(stateOn(terms, past, on))).toEqual(whole(stateOn(terms, log, on)))
      }),
      { numRuns: 2000 },
    )
  })

  it('recorded late is as recorded in time', () => {
    const recordedAt = '2035-01-01T00:00:00Z' as never
    fc.assert(
      fc.property(anyTerms, logOf(anything), anyDay, (terms, log, on) => {
        const late = log.map((act) => ({ ...act, recordedAt }))
        expect(whole(stateOn(terms, late, on))).toEqual(whole(stateOn(terms, log, on)))
        const unknown = stateOn(terms, late, on, { knownAt: '2034-12-31T23:59:59Z' as never })
        expect(unknown.status).toBe('draft')
      }),
      { numRuns: 500 },
    )
  })

  it('standing says for every day what the state of that day says', () => {
    fc.assert(
      fc.property(anyTerms, logOf(readable), anyDay, (terms, log, on) => {
        const { from, until } = standing(terms, log)
        const stands = from !== null && from <= on && (until === null || on < until)
        expect(stateOn(terms, log, on).inForce).toBe(stands)
      }),
      { numRuns: 5000 },
    )
  })

  it('the end is never later after one more denunciation', () => {
    fc.assert(
      fc.property(anyTerms, logOf(readable), anyDay, anyDay, (terms, log, sent, on) => {
        const before = stateOn(terms, log, on).lastDayInForce ?? '9999-12-31'
        const more = [...log, denunciation(sent, { id: 'L9', seq: log.length })]
        const after = stateOn(terms, more, on).lastDayInForce ?? '9999-12-31'
        expect(after <= before).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('an act without effect changes only what is said of it', () => {
    fc.assert(
      fc.property(anyTerms, logOf(readable), anyDay, anyDay, (terms, log, sent, on) => {
        const ignored: Act = {
          type: 'notice_sent',
          purpose: 'denunciation',
          channel: 'pigeon',
          from: 'region',
          occurredOn: sent,
          seq: log.length,
        }
        const { rejectedActs: _b, warnings: _v, ...before } = whole(stateOn(terms, log, on))
        const { rejectedActs: _a, warnings: _w, ...after } = whole(stateOn(terms, [...log, ignored], on))
        expect(after).toEqual(before)
      }),
      { numRuns: 2000 },
    )
  })

  it('periods follow each other without a hole, and never overlap', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, fc.nat(20_000), (terms, signed, later) => {
        const acts = signedBy(terms, signed)
        const { period } = stateOn(terms, acts, addDays(signed, later))
        if (!period || period.index === 1) return
        const eve = stateOn(terms, acts, addDays(period.start, -1)).period
        expect([eve?.index, eve?.lastDay]).toEqual([period.index - 1, addDays(period.start, -1)])
      }),
    )
  })
})

function numbered(raw: object, seq: number): Act {
  const act = parseAct({ ...raw, seq })
  if (isRefusal(act)) throw new Error(JSON.stringify(act))
  return act
}

function whole(state: AgreementState): AgreementState {
  return { ...state }
}
