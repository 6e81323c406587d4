import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Act, AmendmentSignedAct } from './acts.ts'
import { conflicts, consolidated } from './consolidation.ts'
import { placeStandings } from './standing.ts'
import { stateOn } from './state.ts'
import { denunciation, EXPRESS_TERMS, FIXED_TERMS, renewal, signedBy, TACIT_TERMS } from './testing.ts'

const on = day
const signed = signedBy(TACIT_TERMS, '2024-04-08')

/** Signed by both on the same day. */
function amendment(when: string, more: Partial<AmendmentSignedAct>, name = 'A1'): Act[] {
  return ['region', 'commune'].map((party) => ({
    type: 'amendment_signed',
    amendment: name,
    party,
    occurredOn: on(when),
    ...more,
  }))
}

describe('an amendment changes the terms from its day of effect (AGR-60)', () => {
  const longer = [...signed, ...amendment('2025-05-19', { changes: { terms: { 'denunciation.months': 6 } } })]

  it.each([
    ['2025-05-31', '2025-08-31'],
    ['2025-06-01', '2025-12-01'],
  ])('a denunciation sent on %s runs until %s', (sent, lastDay) => {
    const state = stateOn(TACIT_TERMS, [...longer, denunciation(sent)], on('2025-06-02'))
    expect(state.lastDayInForce).toBe(lastDay)
  })

  it('the terms in force are those of the day, and the pinned ones stay as they are', () => {
    expect(stateOn(TACIT_TERMS, longer, on('2025-05-31')).termsInForce).toBe(TACIT_TERMS)
    expect(stateOn(TACIT_TERMS, longer, on('2025-06-01')).termsInForce.denunciation?.months).toBe(6)
    expect(TACIT_TERMS.denunciation?.months).toBe(3)
  })

  it('a longer initial term moves its last day, and the renewals after it', () => {
    const acts = [...signed, ...amendment('2025-05-19', { changes: { terms: { initialYears: 5 } } })]
    expect(stateOn(TACIT_TERMS, acts, on('2027-04-08')).period).toMatchObject({
      index: 1,
      lastDay: '2029-04-07',
    })
    expect(stateOn(TACIT_TERMS, acts, on('2029-04-08')).period).toMatchObject({ index: 2, kind: 'tacit' })
  })

  it('a term shortened into the past is left as it is', () => {
    const acts = [...signed, ...amendment('2026-05-19', { changes: { terms: { initialYears: 1 } } })]
    expect(stateOn(TACIT_TERMS, acts, on('2026-06-01')).period).toMatchObject({
      index: 1,
      lastDay: '2027-04-07',
    })
  })

  it('renewal made express: the tacit period under way is the last one', () => {
    const changes = { terms: { 'renewal.mode': 'express' } }
    const acts = [...signed, ...amendment('2028-05-19', { changes })]
    expect(stateOn(TACIT_TERMS, acts, on('2028-06-01'))).toMatchObject({
      lastDayInForce: '2029-04-07',
      period: { index: 3, kind: 'tacit', lastDay: '2029-04-07' },
    })
    const renewed = [...acts, renewal('region', '2029-01-05', 2), renewal('commune', '2029-01-06', 2)]
    expect(stateOn(TACIT_TERMS, renewed, on('2029-04-08')).period).toEqual({
      index: 4,
      kind: 'express',
      start: '2029-04-08',
      lastDay: '2031-04-07',
    })
  })

  it('terms that cannot be are refused, and change nothing', () => {
    const acts = [...signed, ...amendment('2025-05-19', { changes: { terms: { initialYears: 0 } } })]
    const state = stateOn(TACIT_TERMS, acts, on('2025-06-01'))
    expect(state.rejectedActs.map(({ reason }) => reason)).toEqual(['amended_terms_invalid'])
    expect(state.termsInForce).toBe(TACIT_TERMS)
  })

  it('a last day already past when the last party signs is refused', () => {
    const acts = [...signed, ...amendment('2025-05-19', { newLastDay: on('2025-05-18') })]
    const state = stateOn(TACIT_TERMS, acts, on('2025-06-01'))
    expect([state.status, state.rejectedActs[0]?.reason]).toEqual(['in_force', 'new_last_day_already_past'])
  })
})

describe('an amendment changes the list of places (AGR-60)', () => {
  const changes = { addedPlaces: ['B'], removedPlaces: ['A'] }
  const acts: Act[] = [
    { type: 'place_listed', place: 'A' },
    ...signed,
    ...amendment('2025-05-19', { changes }),
  ]

  it('from its day of effect', () => {
    const labels = (when: string) =>
      stateOn(TACIT_TERMS, acts, on(when)).labels.map(({ place, status }) => `${place} ${status}`)
    expect(labels('2025-05-31')).toEqual(['A active'])
    expect(labels('2025-06-01')).toEqual(['A ended', 'B active'])
  })

  it('each place has its own days in the agreement', () => {
    expect(placeStandings(TACIT_TERMS, acts)).toEqual([
      { place: 'A', from: '2024-04-08', until: '2025-06-01' },
      { place: 'B', from: '2025-06-01', until: null },
    ])
  })
})

describe('the consolidated text (AGR-61, AGR-128)', () => {
  const clauses = [
    { key: 'objet', text: 'Ancien objet.' },
    { key: 'duree', text: 'Trois ans.' },
  ]
  const acts = [
    ...signed,
    ...amendment('2025-05-19', { changes: { clauses: { objet: 'Nouvel objet.' } } }),
    ...amendment('2025-08-19', { changes: { clauses: { objet: 'Dernier objet.' } } }, 'A2'),
  ]
  const read = (when: string) =>
    consolidated(clauses, stateOn(TACIT_TERMS, acts, on(when)).amendments, on(when))

  it('is the original until the day before, and says what changed it after', () => {
    expect(read('2025-05-31')[0]).toEqual({ key: 'objet', text: 'Ancien objet.', changes: [] })
    expect(read('2025-06-01')[0]).toEqual({
      key: 'objet',
      text: 'Nouvel objet.',
      changes: [{ amendment: 'A1', effectiveOn: '2025-06-01' }],
    })
    expect(read('2025-09-01')[0]).toMatchObject({
      text: 'Dernier objet.',
      changes: [{}, { amendment: 'A2' }],
    })
    expect(read('2025-09-01')[1]?.changes).toEqual([])
  })

  it('what another amendment already changes is shown while the next one is written', () => {
    const { amendments } = stateOn(TACIT_TERMS, acts, on('2025-09-01'))
    expect(conflicts(amendments, { clauses: { objet: 'Encore.' }, terms: { initialYears: 4 } })).toEqual([
      { path: 'clauses.objet', amendment: 'A1' },
      { path: 'clauses.objet', amendment: 'A2' },
    ])
  })
})

describe('the end an amendment sets', () => {
  it('a denunciation that comes first still governs, one that comes later does not', () => {
    const agreed = [...signed, ...amendment('2025-05-19', { newLastDay: on('2025-10-31') })]
    expect(stateOn(TACIT_TERMS, [...agreed, denunciation('2025-06-17')], on('2025-07-01'))).toMatchObject({
      status: 'denunciation_pending',
      lastDayInForce: '2025-09-17',
    })
    expect(stateOn(TACIT_TERMS, [...agreed, denunciation('2025-09-17')], on('2025-11-01'))).toMatchObject({
      endReason: 'mutual',
      lastDayInForce: '2025-10-31',
    })
  })

  it('a renewal cannot outlive it, and a fixed term extended can be renewed from its new end', () => {
    const express = signedBy(EXPRESS_TERMS, '2024-04-08')
    const agreed = [...express, ...amendment('2025-05-19', { newLastDay: on('2026-01-31') })]
    const both = [renewal('region', '2025-09-01', 1), renewal('commune', '2025-09-02', 1)]
    expect(stateOn(EXPRESS_TERMS, [...agreed, ...both], on('2025-10-01')).lastDayInForce).toBe('2026-01-31')
    const fixed = [
      ...signedBy(FIXED_TERMS, '2024-04-08'),
      ...amendment('2025-05-19', { newLastDay: on('2028-02-29') }),
    ]
    const why = stateOn(FIXED_TERMS, fixed, on('2025-06-01')).explanation
    expect(why.find(({ path }) => path === 'lastDayInForce')).toMatchObject({
      rule: 'AGR-60',
      trigger: { name: 'A1', day: '2025-05-19' },
      arithmetic: 'agreed_last_day',
      result: '2028-02-29',
    })
  })
})
