import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import { labelsAfter, type Supposition, supposedActs } from './supposed-acts.ts'
import type { Terms } from './terms.ts'
import { whatIf } from './what-if.ts'

const signed = (terms: Terms): Act[] => [
  { type: 'place_listed', place: 'EPN-1' },
  ...terms.parties.map((party): Act => ({ type: 'signature', party, occurredOn: day('2025-06-17') })),
]

describe('an act supposed (AGR-79)', () => {
  it.each<[string, Supposition, string, string | null]>([
    [
      'normandie-connectee',
      { act: 'denunciation', by: 'region', on: day('2026-07-01') },
      'denunciation_pending',
      '2026-10-01',
    ],
    // 000 art. 12: thirty days, then a second letter on day 31.
    [
      'normandie-connectee',
      { act: 'termination', by: 'region', on: day('2026-07-01') },
      'in_force',
      '2026-08-01',
    ],
    // 002 art. 8: a notification is enough.
    [
      'territoires-apprenants',
      { act: 'termination', by: 'departement', on: day('2026-07-01') },
      'in_force',
      '2026-08-01',
    ],
    ['territoires-apprenants', { act: 'renewal', years: 2, on: day('2026-07-01') }, 'in_force', '2030-06-16'],
    [
      'canope',
      { act: 'duration', newLastDay: day('2026-12-31'), on: day('2026-07-01') },
      'in_force',
      '2026-12-31',
    ],
    // 001 has no termination clause: nothing would change.
    ['canope', { act: 'termination', by: 'etat', on: day('2026-07-01') }, 'in_force', '2028-06-16'],
  ])('%s: %o', (template, supposition, status, lastDay) => {
    const terms = REFERENCE_TERMS[template] as Terms
    const acts = signed(terms)
    const supposed = supposedActs(terms, acts, supposition)
    const on = supposed.at(-1)?.occurredOn ?? supposition.on
    const { after } = whatIf(terms, acts, supposed, on)
    expect([after.status, after.lastDayInForce]).toEqual([status, lastDay])
  })

  it('tells what becomes of the labels: withdrawn by a termination, ended by a denunciation (000 art. 12)', () => {
    const terms = REFERENCE_TERMS['normandie-connectee'] as Terms
    const acts = signed(terms)
    const labels = (supposition: Supposition) => {
      const supposed = supposedActs(terms, acts, supposition)
      return labelsAfter(terms, [...acts, ...supposed], supposed.at(-1)?.occurredOn ?? supposition.on)
    }
    const on = day('2026-07-01')
    expect(labels({ act: 'termination', by: 'region', on })).toMatchObject([{ status: 'withdrawn' }])
    expect(labels({ act: 'denunciation', by: 'region', on })).toMatchObject([{ status: 'ended' }])
  })
})
