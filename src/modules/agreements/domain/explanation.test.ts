import { describe, expect, it } from 'vitest'
import { readCases } from '../../../../tests/agreements/case-matching.ts'
import { day, isDay } from '../../../kernel/day.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import { actsOf, dateOf, isRecord, termsOf } from './case-reading.ts'
import { valuesOf } from './differences.ts'
import { type AgreementState, stateOn } from './state.ts'
import { denunciation, EXPRESS_TERMS, renewal, signedBy, TACIT_TERMS } from './testing.ts'

const TERMS = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const signed = signedBy(TERMS, '2024-04-08')
const explained = (state: AgreementState, path: string) =>
  state.explanation.find((entry) => entry.path === path)

describe('every date explains itself (AGR-76)', () => {
  it('in each of our cases: one entry, with the same result', () => {
    const url = new URL('../../../../tests/agreements/own-cases.json', import.meta.url)
    let dates = 0
    for (const one of readCases(url)) {
      if (!isRecord(one)) continue
      const state = stateOn(termsOf(one, REFERENCE_TERMS), actsOf(one), dateOf(one))
      const entries = new Map(state.explanation.map(({ path, result }) => [path, result]))
      expect(entries.get('status'), one.id).toBe(state.status)
      for (const [path, value] of datesOf(state)) {
        dates++
        expect(entries.get(path), `${one.id} ${path}`).toBe(value)
      }
      for (const { place, status } of state.labels) expect(entries.get(`labels.${place}`)).toBe(status)
    }
    expect(dates).toBeGreaterThan(1200)
  })

  it('art. 8: letter deposited on 17 June 2026 + 3 months', () => {
    const state = stateOn(
      TERMS,
      [...signed, denunciation('2026-06-17', { id: 'L1', from: 'cocontractant' })],
      day('2026-06-17'),
    )
    expect(explained(state, 'lastDayInForce')).toEqual({
      path: 'lastDayInForce',
      article: '8',
      rule: 'AGR-46',
      trigger: { name: 'L1', day: '2026-06-17' },
      inputs: { trigger: '2026-06-17', from: 'sending', months: 3, noticeEnd: '2026-09-17' },
      arithmetic: 'add_months',
      result: '2026-09-17',
      reading: 'monthCount',
      chosen: 'same_day_number_else_last_day_of_month',
    })
  })

  it('art. 8: entry on the last of the two signatures', () => {
    const acts = [{ ...signedBy(TERMS, '2024-04-02')[0], id: 'S1' } as never, signed[1] as never]
    expect(explained(stateOn(TERMS, acts, day('2025-01-01')), 'enteredIntoForceOn')).toMatchObject({
      article: '8',
      trigger: { name: 'signature#1', day: '2024-04-08' },
      inputs: { region: '2024-04-02', cocontractant: '2024-04-08' },
      arithmetic: 'last_signature',
    })
  })

  it('a tacit period is counted from the entry, not from the period before', () => {
    expect(explained(stateOn(TERMS, signed, day('2028-06-01')), 'period.lastDay')).toMatchObject({
      article: '8',
      rule: 'AGR-36',
      inputs: { anchor: '2024-04-08', years: 5 },
      result: '2029-04-07',
    })
  })

  it('art. 11: the end of validity − 3 months', () => {
    expect(explained(stateOn(TERMS, signed, day('2026-06-01')), 'amendmentRequestDeadline')).toMatchObject({
      article: '11',
      inputs: { end: '2027-04-07', months: 3 },
      result: '2027-01-07',
    })
  })

  it('the last useful day says which end it is searched for', () => {
    const entry = explained(
      stateOn(TACIT_TERMS, signedBy(TACIT_TERMS, '2023-03-01'), day('2025-06-01')),
      'nextDeadlines.last_day_to_denounce_before_renewal',
    )
    expect(entry).toMatchObject({ inputs: { months: 3, before: '2026-02-28' }, result: '2025-11-30' })
  })

  it('a term that comes before the notice runs out says both', () => {
    const acts = [...signedBy(EXPRESS_TERMS, '2022-10-03'), denunciation('2025-08-01')]
    expect(explained(stateOn(EXPRESS_TERMS, acts, day('2025-09-01')), 'lastDayInForce')).toMatchObject({
      arithmetic: 'last_day_of_term',
      inputs: { anchor: '2022-10-03', years: 3, noticeEnd: '2025-11-01' },
    })
  })

  it('an express renewal adds its years', () => {
    const acts = [
      ...signedBy(EXPRESS_TERMS, '2022-10-03'),
      renewal('region', '2025-09-01', 2),
      renewal('commune', '2025-09-02', 2),
    ]
    expect(explained(stateOn(EXPRESS_TERMS, acts, day('2025-10-03')), 'lastDayInForce')).toMatchObject({
      inputs: { years: 5 },
      result: '2027-10-02',
    })
  })
})

/** Every day of the state, by its path. */
function datesOf(state: AgreementState): [string, string][] {
  return [...valuesOf(state)].flatMap(([path, value]): [string, string][] =>
    isDay(value) ? [[path, value]] : [],
  )
}
