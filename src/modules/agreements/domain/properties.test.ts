import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, fromEpochDay, isDay, toEpochDay } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import { parseAct } from './acts.schema.ts'
import type { Act } from './acts.ts'
import { agendaOf } from './agenda.ts'
import { differences, valuesOf } from './differences.ts'
import { type Profile, READINGS } from './profile.ts'
import { placeStandings, standing } from './standing.ts'
import { type AgreementState, stateOn } from './state.ts'
import type { Terms } from './terms.ts'
import { denunciation, EXPRESS_TERMS, FIXED_TERMS, signedBy, TACIT_TERMS, whole } from './testing.ts'
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

/** The five reference agreements, between the same two parties, under any profile. */
const everyTerms: fc.Arbitrary<Terms> = fc.oneof(
  anyTerms,
  fc
    .constantFrom(...Object.values(REFERENCE_TERMS))
    .map((terms) => ({ ...terms, parties: ['region', 'commune'] })),
)

const anyProfile = fc.record(
  Object.fromEntries(Object.entries(READINGS).map(([name, values]) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Profile>

const meeting = fc.constantFrom('C1', 'C2')
const notice = fc.constantFrom('N1', 'N2')
const place = fc.constantFrom('EPN-1', 'EPN-2')
const scoped = {
  from: party,
  formalNotice: notice,
  scope: fc.constantFrom('full', 'partial'),
  places: fc.subarray(['EPN-1', 'EPN-2']),
}

/** Acts of every kind, but for the choice of a reading: it changes the past on purpose. */
const anything = fc.oneof(
  { weight: 4, arbitrary: readable },
  fc.record({
    type: fc.constantFrom(
      'registered_letter_received',
      'registered_letter_first_presented',
      'registered_letter_returned_unclaimed',
    ),
    letter: fc.oneof(name, notice),
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('registered_letter_sent'),
    id: fc.oneof(name, notice),
    purpose: fc.constantFrom('formal_notice', 'termination', 'dispute', 'other'),
    ...scoped,
    occurredOn: anyDay,
  }),
  {
    weight: 2,
    arbitrary: fc.record(
      {
        type: fc.constant('amendment_signed'),
        amendment: fc.constantFrom('A1', 'A2'),
        party,
        occurredOn: anyDay,
        effectiveOn: anyDay,
        newLastDay: anyDay,
        changes: fc.constantFrom(
          { terms: { initialYears: 5 } },
          { terms: { initialYears: 1, 'denunciation.months': 6 } },
          { terms: { 'renewal.mode': 'none_unless_agreed' } },
          { terms: { 'renewal.mode': 'tacit', 'renewal.years': 2, 'renewal.max': 1 } },
          { terms: { initialYears: 'long' } },
          { addedPlaces: ['EPN-2'], removedPlaces: ['EPN-1'] },
        ),
      },
      { requiredKeys: ['type', 'amendment', 'party', 'occurredOn'] },
    ),
  },
  fc.record({ type: fc.constant('amendment_requested'), from: party, occurredOn: anyDay }),
  fc.record({
    type: fc.constantFrom('formal_notice_remedied', 'formal_notice_abandoned'),
    formalNotice: notice,
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('termination_notified'), ...scoped, occurredOn: anyDay }),
  fc.record({ type: fc.constant('dispute_opened'), id: name, from: party, occurredOn: anyDay }),
  fc.record({ type: fc.constant('dispute_settled'), dispute: name, occurredOn: anyDay }),
  fc.record({ type: fc.constant('place_information_updated'), place, occurredOn: anyDay }),
  fc.record({
    type: fc.constant('meeting_held'),
    id: meeting,
    committee: fc.constantFrom('steering', 'network', 'bilateral', 'governance'),
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('vote'),
    motion: name,
    meeting,
    ballots: fc.array(fc.record({ party, vote: fc.constantFrom('for', 'against', 'abstain') }), {
      maxLength: 3,
    }),
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constantFrom('minutes_validated', 'minutes_reserved'),
    meeting,
    party,
    reason: fc.constant('a word is missing'),
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('minutes_issued'), meeting, occurredOn: anyDay }),
  fc.record({
    type: fc.constant('communication_requested'),
    id: name,
    kind: fc.constantFrom('existence_and_content', 'event'),
    from: party,
    operationOn: anyDay,
    occurredOn: anyDay,
  }),
  fc.record({
    type: fc.constant('communication_answered'),
    communication: name,
    party,
    answer: fc.constantFrom('approved', 'refused'),
    occurredOn: anyDay,
  }),
  fc.record({ type: fc.constant('operation_reported'), communication: name, occurredOn: anyDay }),
  fc.record({
    type: fc.constantFrom('delegation_ratified', 'signing_reopened'),
    party,
    occurredOn: anyDay,
  }),
)

const logOf = (act: fc.Arbitrary<object>): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.option(anyDay), fc.array(act, { maxLength: 12 }))
    .map(([signed, acts]) => [...(signed ? signedBy(TACIT_TERMS, signed) : []), ...acts].map(numbered))

describe('for any log of acts (AGR-101)', () => {
  it('10,000 of them never throw, explanation and timeline included (AGR-98)', () => {
    const acts = fc.array(anything, { maxLength: 14 }).map((list) => list.map(numbered))
    fc.assert(
      fc.property(
        everyTerms,
        anyProfile,
        fc.oneof(acts, logOf(anything)),
        anyDay,
        (terms, profile, log, on) => {
          const state = stateOn({ ...terms, profile }, log, on)
          expect(state.explanation[0]?.result).toBe(state.status)
          expect(differences(state, state)).toEqual([])
          const explained = new Set(state.explanation.map(({ path }) => path))
          for (const [path, value] of valuesOf(state))
            expect(!isDay(value) || explained.has(path), path).toBe(true)
          agendaOf(state, log, on)
          timeline(terms, log, on)
          placeStandings(terms, log)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('the order in which the acts are given does not matter', () => {
    const shuffled = logOf(anything).chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    )
    fc.assert(
      fc.property(everyTerms, shuffled, anyDay, (terms, [log, other], on) => {
        expect(whole(stateOn(terms, other, on))).toEqual(whole(stateOn(terms, log, on)))
      }),
      { numRuns: 2000 },
    )
  })

  it('acts after the day change nothing', () => {
    fc.assert(
      fc.property(everyTerms, logOf(anything), anyDay, (terms, log, on) => {
        const past = log.filter(({ occurredOn }) => occurredOn === undefined || occurredOn <= on)
        expect(whole(stateOn(terms, past, on))).toEqual(whole(stateOn(terms, log, on)))
      }),
      { numRuns: 2000 },
    )
  })

  it('recorded late is as recorded in time', () => {
    const recordedAt = '2035-01-01T00:00:00Z' as never
    fc.assert(
      fc.property(everyTerms, logOf(anything), anyDay, (terms, log, on) => {
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
      fc.property(everyTerms, logOf(anything), anyDay, (terms, log, on) => {
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

  it('no act dated after the end changes the life that ended, nor the days before', () => {
    fc.assert(
      fc.property(everyTerms, logOf(anything), anything, anyDay, anyDay, (terms, log, raw, on, later) => {
        const ended = stateOn(terms, log, on)
        const { lastDayInForce: end } = ended
        if (ended.status !== 'ended' || end === null) return
        const occurredOn = later > end ? later : addDays(end, 1)
        const more = [...log, numbered({ ...raw, occurredOn }, log.length)]
        if (raw.type === 'place_listed') return
        expect(lifeOf(stateOn(terms, more, on))).toEqual(lifeOf(ended))
        expect(lifeOf(stateOn(terms, more, end))).toEqual(lifeOf(stateOn(terms, log, end)))
      }),
      { numRuns: 3000 },
    )
  })

  it('an act about something that is not there changes only what is said of it', () => {
    const irrelevant = fc.constantFrom(
      { type: 'place_information_updated', place: 'EPN-404' },
      { type: 'minutes_validated', meeting: 'C404', party: 'region' },
      { type: 'communication_answered', communication: 'K404', party: 'region', answer: 'approved' },
      { type: 'formal_notice_remedied', formalNotice: 'N404' },
      { type: 'registered_letter_received', letter: 'L404' },
      { type: 'registered_letter_sent', purpose: 'denunciation', from: 'prefecture', id: 'L405' },
      { type: 'dispute_settled', dispute: 'D404' },
    )
    fc.assert(
      fc.property(everyTerms, logOf(anything), irrelevant, anyDay, anyDay, (terms, log, raw, when, on) => {
        const more = [...log, numbered({ ...raw, occurredOn: when }, log.length)]
        const { rejectedActs: _b, warnings: _v, letters: _k, ...before } = whole(stateOn(terms, log, on))
        const { rejectedActs: _a, warnings: _w, letters: _l, ...after } = whole(stateOn(terms, more, on))
        expect(after).toEqual(before)
      }),
      { numRuns: 2000 },
    )
  })

  it('an explanation always cites an article of the agreement (AGR-76)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(REFERENCE_TERMS)),
        anyProfile,
        logOf(anything),
        anyDay,
        (reference, profile, log, on) => {
          const terms = { ...reference, parties: ['region', 'commune'], profile }
          const articles = new Set(Object.values(reference.articles ?? {}))
          for (const { path, article, reading, chosen } of stateOn(terms, log, on).explanation) {
            expect(articles, path).toContain(article)
            expect(reading === undefined || reading === 'committeeYear' || chosen !== undefined, path).toBe(
              true,
            )
          }
        },
      ),
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

function lifeOf({ status, endReason, enteredIntoForceOn, lastDayInForce, period, labels }: AgreementState) {
  return { status, endReason, enteredIntoForceOn, lastDayInForce, period, labels }
}

function numbered(raw: object, seq: number): Act {
  const act = parseAct({ ...raw, seq })
  if (isRefusal(act)) throw new Error(JSON.stringify(act))
  return act
}
