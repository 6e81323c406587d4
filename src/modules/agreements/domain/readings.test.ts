import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import type { Profile, Reading } from './profile.ts'
import { stateOn } from './state.ts'
import { denunciation, signature, signedBy, TACIT_TERMS } from './testing.ts'
import { otherReadings } from './what-if.ts'

const NORMANDIE = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const MANCHE = REFERENCE_TERMS['territoires-apprenants'] ?? TACIT_TERMS
const CANOPE = REFERENCE_TERMS.canope ?? TACIT_TERMS
const VILLES = REFERENCE_TERMS['villes-internet'] ?? TACIT_TERMS

const on = day
const normandie = signedBy(NORMANDIE, '2024-04-08')
const leave = (when: string) => denunciation(when, { id: 'L1', from: 'region' })
const notice: Act = denunciation('2025-11-03', { id: 'F1', purpose: 'formal_notice', from: 'region' })
const termination = (when: string, more: object = {}): Act => ({
  ...denunciation(when, { id: 'T1', purpose: 'termination', from: 'region', formalNotice: 'F1' }),
  ...more,
})
const fact = (type: 'received' | 'first_presented' | 'returned_unclaimed', letter: string, when: string) =>
  ({ type: `registered_letter_${type}`, letter, occurredOn: on(when) }) as Act
const listed = (place: string): Act => ({ type: 'place_listed', place })

/** The parameter, its alternative, and one value of the state by the default and by the alternative. */
type Case = [Reading, string, () => (profile: Profile) => unknown, unknown, unknown]

const cases: Case[] = [
  [
    'termLastDay',
    'anniversary_day',
    () => (profile) => life(NORMANDIE, normandie, '2025-01-01', profile).period?.lastDay,
    '2027-04-07',
    '2027-04-08',
  ],
  [
    'anchor',
    'previous_period_start',
    () => (profile) =>
      life(NORMANDIE, signedBy(NORMANDIE, '2024-02-29'), '2028-06-01', profile).period?.start,
    '2028-02-29',
    '2028-03-01',
  ],
  [
    'weekendHolidayShift',
    'next_working_day',
    () => (profile) =>
      life(NORMANDIE, [...normandie, leave('2026-02-01')], '2026-02-02', profile).lastDayInForce,
    '2026-05-01',
    '2026-05-04',
  ],
  [
    'denunciationInInitialTerm',
    'renewals_only',
    () => (profile) =>
      life(NORMANDIE, [...normandie, leave('2025-06-17')], '2025-06-18', profile).lastDayInForce,
    '2025-09-17',
    '2027-04-07',
  ],
  [
    'denunciationPastTerm',
    'term_ends_it',
    () => (profile) =>
      life(NORMANDIE, [...normandie, leave('2027-02-15')], '2027-03-01', profile).lastDayInForce,
    '2027-05-15',
    '2027-04-07',
  ],
  [
    'formalNoticeReading',
    'window',
    () => (profile) =>
      life(NORMANDIE, [...normandie, notice, termination('2025-11-04')], '2025-11-05', profile).status,
    'in_force',
    'ended',
  ],
  [
    'lateRemedy',
    'closes_right',
    () => (profile) => {
      const remedy: Act = { type: 'formal_notice_remedied', formalNotice: 'F1', occurredOn: on('2025-12-10') }
      return life(NORMANDIE, [...normandie, notice, remedy], '2025-12-11', profile).formalNotices[0]?.status
    },
    'termination_available',
    'cured',
  ],
  [
    'terminationLastDay',
    'day_of_receipt',
    () => (profile) => {
      const acts = [...normandie, notice, termination('2025-12-15'), fact('received', 'T1', '2025-12-18')]
      return life(NORMANDIE, acts, '2026-01-01', profile).lastDayInForce
    },
    '2025-12-15',
    '2025-12-18',
  ],
  [
    'unclaimedLetterReceipt',
    'return_date',
    () => (profile) => life(VILLES, unclaimed(), '2026-05-01', profile).disputes[0]?.amicableLastDay,
    '2026-05-08',
    '2026-05-24',
  ],
  [
    'unclaimedLetterReceipt',
    'none',
    () => (profile) => life(VILLES, unclaimed(), '2026-05-01', profile).disputes[0]?.status,
    'amicable',
    'awaiting_receipt',
  ],
  [
    'requestLimitEnd',
    'period_end',
    () => (profile) =>
      life(NORMANDIE, [...normandie, leave('2025-06-17')], '2025-06-18', profile).amendmentRequestDeadline,
    '2025-06-17',
    '2027-01-07',
  ],
  [
    'lateRequest',
    'refused',
    () => (profile) => {
      const late: Act = {
        type: 'amendment_requested',
        id: 'Q1',
        from: 'region',
        occurredOn: on('2027-01-08'),
      }
      return life(NORMANDIE, [...normandie, late], '2027-01-09', profile).rejectedActs.map(({ name }) => name)
    },
    [],
    ['Q1'],
  ],
  [
    'renewalWithoutModality',
    'committee_decision_suffices',
    () => (profile) => {
      const decided: Act = {
        type: 'committee_decision',
        subject: 'renewal',
        result: 'favourable',
        years: 2,
        occurredOn: on('2028-12-01'),
      }
      return life(MANCHE, [...signedBy(MANCHE, '2026-02-11'), decided], '2029-02-11', profile).lastDayInForce
    },
    '2029-02-10',
    '2031-02-10',
  ],
  [
    'labelScopeOnPartialTermination',
    'all_places',
    () => (profile) => {
      const partial = termination('2025-12-04', { scope: 'partial', places: ['A'] })
      const acts = [listed('A'), listed('B'), ...normandie, notice, partial]
      return life(NORMANDIE, acts, '2025-12-05', profile).labels.map(({ status }) => status)
    },
    ['withdrawn', 'active'],
    ['withdrawn', 'withdrawn'],
  ],
  [
    'labelAfterOtherEnd',
    'withdrawn',
    () => (profile) =>
      life(NORMANDIE, [listed('A'), ...normandie, leave('2025-06-17')], '2025-09-18', profile).labels[0]
        ?.status,
    'ended',
    'withdrawn',
  ],
  [
    'entrySemester',
    'owed',
    () => (profile) =>
      life(NORMANDIE, [listed('A'), ...normandie], '2024-07-01', profile).obligations[0]?.status,
    'fulfilled',
    'overdue',
  ],
  [
    'committeeYear',
    'civil',
    () => (profile) =>
      life(CANOPE, signedBy(CANOPE, '2022-10-03'), '2023-01-01', profile).obligations[0]?.window,
    '2022-10-03/2023-10-02',
    '2022',
  ],
  [
    'abstention',
    'neutral',
    () => (profile) => {
      const vote: Act = {
        type: 'vote',
        motion: 'V1',
        ballots: [
          { party: 'etat', vote: 'for' },
          { party: 'villes-internet', vote: 'abstain' },
        ],
        occurredOn: on('2022-01-05'),
      }
      return life(VILLES, [...signedBy(VILLES, '2021-09-06'), vote], '2022-02-01', profile).motions[0]?.result
    },
    'not_adopted',
    'adopted',
  ],
  [
    'delegationOutsideValidity',
    'does_not_count',
    () => (profile) => {
      const late = signature('region', '2024-04-08', { delegation: { until: on('2024-04-07') } })
      return life(NORMANDIE, [late, signature('cocontractant', '2024-04-08')], '2024-05-01', profile).status
    },
    'in_force',
    'awaiting_signatures',
  ],
  [
    'existenceUnwritten',
    'free',
    () => (profile) => {
      const asked: Act = {
        type: 'communication_requested',
        id: 'K1',
        kind: 'existence_and_content',
        from: 'etat',
        occurredOn: on('2022-01-05'),
      }
      return life(VILLES, [...signedBy(VILLES, '2021-09-06'), asked], '2022-02-01', profile).communications[0]
        ?.status
    },
    'awaiting_other_party',
    'not_required',
  ],
  [
    'holidayCalendar',
    'alsace_moselle',
    () => (profile) => {
      const sent = denunciation('2026-03-04', { id: 'F1', purpose: 'formal_notice', from: 'region' })
      const [state] = life(NORMANDIE, [...normandie, sent], '2026-03-05', profile).formalNotices
      return state?.cureLastDayIfShifted
    },
    '2026-04-03',
    '2026-04-07',
  ],
]

describe('each reading of the profile decides something (AGR-77)', () => {
  it.each(cases)('%s: %s', (parameter, alternative, make, byDefault, otherwise) => {
    const value = make()
    expect(value({})).toEqual(byDefault)
    expect(value({ [parameter]: alternative } as Profile)).toEqual(otherwise)
  })

  it('a month that does not exist is told, not guessed, where the profile refuses (AGR-88)', () => {
    const acts = [...normandie, leave('2025-11-30')]
    const state = life(NORMANDIE, acts, '2025-12-01', { monthCount: 'reject_ambiguous' })
    expect(state.ambiguities).toEqual([{ term: 'denunciation', from: '2025-11-30', months: 3 }])
    expect([state.status, state.rejectedActs[0]?.reason]).toEqual(['in_force', 'ambiguous_date'])
    expect(life(NORMANDIE, acts, '2025-12-01', {}).ambiguities).toEqual([])
  })

  it('the explanation says which reading was chosen (AGR-76)', () => {
    const state = life(NORMANDIE, [...normandie, leave('2025-06-17')], '2025-06-18', {
      denunciationInInitialTerm: 'renewals_only',
    })
    const why = state.explanation.find(({ path }) => path === 'lastDayInForce')
    expect(why).toMatchObject({
      article: '8',
      reading: 'denunciationInInitialTerm',
      chosen: 'renewals_only',
      result: '2027-04-07',
    })
  })
})

describe('a reading chosen for one agreement', () => {
  const chosen: Act = {
    type: 'reading_chosen',
    parameter: 'labelAfterOtherEnd',
    value: 'withdrawn',
    reason: 'avis du service juridique',
    occurredOn: on('2026-01-05'),
  }
  const acts = [listed('A'), ...normandie, leave('2025-06-17')]

  it('computes everything again, from the day it is chosen', () => {
    expect(stateOn(NORMANDIE, [...acts, chosen], on('2026-01-05')).labels[0]?.status).toBe('withdrawn')
    expect(stateOn(NORMANDIE, [...acts, chosen], on('2026-01-04')).labels[0]?.status).toBe('ended')
  })

  it('is refused when the rules do not have it', () => {
    const state = stateOn(NORMANDIE, [...acts, { ...chosen, value: 'forgotten' }], on('2026-02-01'))
    expect(state.rejectedActs.map(({ reason }) => reason)).toEqual(['unknown_reading'])
  })

  it('the readings that matter today are listed with the difference they make', () => {
    const others = otherReadings(NORMANDIE, acts, on('2025-06-20'))
    expect(others.map(({ parameter }) => parameter)).toEqual([
      'termLastDay',
      'denunciationInInitialTerm',
      'requestLimitEnd',
      'entrySemester',
    ])
    expect(others[1]?.differences).toContainEqual({
      path: 'lastDayInForce',
      before: '2025-09-17',
      after: '2027-04-07',
    })
  })
})

function life(terms: typeof NORMANDIE, acts: readonly Act[], when: string, profile: Profile) {
  return stateOn({ ...terms, profile: { ...profile } }, acts, on(when))
}

function unclaimed(): Act[] {
  return [
    ...signedBy(VILLES, '2021-09-06'),
    denunciation('2026-04-07', { id: 'D1', purpose: 'dispute', from: 'etat' }),
    fact('first_presented', 'D1', '2026-04-08'),
    fact('returned_unclaimed', 'D1', '2026-04-24'),
  ]
}
