import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Act } from './acts.ts'
import type { StoredAct } from './agreement.ts'
import { correctionsOf, currentVersionOf, standingActs } from './corrections.ts'
import { stateOn } from './state.ts'
import { denunciation, signedBy, TACIT_TERMS, whole } from './testing.ts'

const inForce = signedBy(TACIT_TERMS, '2025-01-10').map((act, index) => ({ ...act, id: `S${index}` }))
const letter = denunciation('2025-06-17', { id: 'L1' })

/** As the database keeps them. */
function stored(acts: readonly Act[]): StoredAct[] {
  return acts.map((act, index) => ({
    ...act,
    id: act.id ?? `A${index}`,
    seq: index + 1,
    recordedAt: '2025-07-01T09:00:00Z' as Instant,
  }))
}

function voiding(id: string, on = '2025-08-01', more: Partial<Act> = {}): Act {
  return { type: 'act_voided', id: `V-${id}`, supersedes: id, occurredOn: day(on), ...more } as Act
}

describe('an act recorded by mistake (AGR-84)', () => {
  it('is as if it had never been, on every day, even before the day it is withdrawn', () => {
    const without = stateOn(TACIT_TERMS, inForce, day('2025-07-01'))
    const voided = stateOn(TACIT_TERMS, [...inForce, letter, voiding('L1')], day('2025-07-01'))
    expect(whole(voided)).toEqual(whole(without))
  })

  it('is still told to whoever asks what was known then (AGR-85)', () => {
    const acts = [
      ...inForce,
      { ...letter, recordedAt: '2025-06-20T08:00:00Z' as Instant },
      voiding('L1', '2025-08-01', { recordedAt: '2025-08-01T08:00:00Z' as Instant }),
    ]
    const known = (knownAt: string) =>
      stateOn(TACIT_TERMS, acts, day('2025-07-01'), { knownAt: knownAt as Instant }).status
    expect(known('2025-07-01T00:00:00Z')).toBe('denunciation_pending')
    expect(known('2025-08-02T00:00:00Z')).toBe('in_force')
  })

  it('takes its corrections with it', () => {
    const corrected = denunciation('2025-06-18', { id: 'L2', supersedes: 'L1' })
    const state = stateOn(TACIT_TERMS, [...inForce, letter, corrected, voiding('L2')], day('2025-09-01'))
    expect([state.status, state.lastDayInForce]).toEqual(['in_force', null])
  })

  it('leaves what referred to it without effect, and says so', () => {
    const withdrawal: Act = {
      type: 'denunciation_withdrawn',
      letter: 'L1',
      agreedBy: TACIT_TERMS.parties,
      occurredOn: day('2025-07-01'),
      id: 'W1',
    }
    const state = stateOn(TACIT_TERMS, [...inForce, letter, withdrawal, voiding('L1')], day('2025-09-01'))
    expect(state.rejectedActs.map(({ name }) => name)).toEqual(['W1'])
  })

  it('changes nothing for any other act: withdrawing it equals never having recorded it (AGR-101)', () => {
    const days = fc.constantFrom('2025-02-01', '2025-06-17', '2026-01-09', '2027-12-31', '2028-01-10')
    fc.assert(
      fc.property(days, days, days, (first, second, asked) => {
        const kept = denunciation(first, { id: 'L1', seq: 10 })
        const wrong = denunciation(second, { id: 'L2', seq: 11 })
        const with2 = stateOn(TACIT_TERMS, [...inForce, kept, wrong, voiding('L2', '2028-06-01')], day(asked))
        expect(whole(with2)).toEqual(whole(stateOn(TACIT_TERMS, [...inForce, kept], day(asked))))
      }),
    )
  })
})

describe('which act counts', () => {
  const acts = stored([
    ...inForce,
    letter,
    denunciation('2025-06-18', { id: 'L2', supersedes: 'L1' }),
    denunciation('2025-06-19', { id: 'L3', supersedes: 'L2' }),
    voiding('S1'),
  ])

  it('each act knows its correction, and the last of them is the one to correct again', () => {
    expect(correctionsOf(acts).get('L1')?.id).toBe('L2')
    const first = acts.find(({ id }) => id === 'L1')
    expect(first && currentVersionOf(acts, first).id).toBe('L3')
  })

  it('only what is neither corrected nor a withdrawal stands', () => {
    expect(standingActs(acts).map(({ id }) => id)).toEqual(['S0', 'L3'])
  })
})
