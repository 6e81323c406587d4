import { describe, expect, it } from 'vitest'
import { addDays, type Day, day as on } from '../../../kernel/day.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import { consequenceOf } from './act-consequence.ts'
import type { Act } from './acts.ts'
import { correspondence, standingDenunciations } from './correspondence.ts'
import { labelEnds } from './standing.ts'
import { stateOn } from './state.ts'
import { signedBy, TACIT_TERMS } from './testing.ts'

const NORMANDIE = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const normandie = signedBy(NORMANDIE, '2024-04-08')

const listed: Act[] = ['A', 'B'].map((place) => ({ type: 'place_listed', place }))
const sent = (when: string, more: Partial<Act>): Act =>
  ({ type: 'registered_letter_sent', from: 'region', occurredOn: on(when), ...more }) as Act
const notice = sent('2025-11-03', { id: 'F1', purpose: 'formal_notice' })
const partial = sent('2025-12-15', {
  ...{ id: 'T1', purpose: 'termination', formalNotice: 'F1' },
  ...({ scope: 'partial', places: ['A'] } as const),
})
const acts = [...listed, ...normandie, notice]
const today = on('2025-12-20')

describe('the labels of the places (AGR-55, AGR-56, LAB-35)', () => {
  const ends = (...more: Act[]) => labelEnds(NORMANDIE, [...acts, ...more])

  it('last while nothing is known to end the agreement', () => {
    expect(ends()).toEqual(['A', 'B'].map((place) => ({ place, until: null, outcome: null })))
  })

  it('are withdrawn the day after a partial termination, for the places it names', () => {
    expect(ends(partial)).toEqual([
      { place: 'A', until: '2025-12-16', outcome: 'withdrawn' },
      { place: 'B', until: null, outcome: null },
    ])
  })

  it('are withdrawn for all places where the clause is read so', () => {
    const reading: Act = {
      ...{ type: 'reading_chosen', parameter: 'labelScopeOnPartialTermination' },
      ...{ value: 'all_places', reason: 'lecture du service juridique', occurredOn: on('2025-11-01') },
    } as Act
    expect(ends(reading, partial).map(({ until, outcome }) => `${until} ${outcome}`)).toEqual([
      '2025-12-16 withdrawn',
      '2025-12-16 withdrawn',
    ])
  })

  it.each([
    [
      'ended by a denunciation',
      sent('2025-11-10', { purpose: 'denunciation' } as Partial<Act>),
      '2026-02-11',
      'ended',
    ],
    [
      'withdrawn by a full termination',
      sent('2025-12-15', { purpose: 'termination', formalNotice: 'F1' } as Partial<Act>),
      '2025-12-16',
      'withdrawn',
    ],
  ])('are %s, as the state says on the day after', (_, act, until, outcome) => {
    for (const end of ends(act)) {
      expect(end).toMatchObject({ until, outcome })
      const label = (day: Day) =>
        stateOn(NORMANDIE, [...acts, act], day).labels.find(({ place }) => place === end.place)?.status
      expect([label(addDays(on(until), -1)), label(on(until))]).toEqual(['active', outcome])
    }
  })
})

describe('the consequence of an act (AGR-42)', () => {
  it('names the labels that change, and no other', () => {
    const { labels, refused } = consequenceOf(NORMANDIE, acts, partial, today)
    expect(labels).toEqual([{ place: 'A', until: '2025-12-16', outcome: 'withdrawn' }])
    expect(refused).toBeNull()
  })

  it('says why an act would be kept without effect', () => {
    const early = { ...partial, occurredOn: on('2025-12-03') }
    const { labels, refused, differences } = consequenceOf(NORMANDIE, acts, early, today)
    expect(refused).toBe('premature_termination')
    expect(labels).toEqual([])
    expect(differences.map(({ path }) => path)).not.toContain('lastDayInForce')
  })
})

describe('the correspondence (AGR-41)', () => {
  const stored = (all: readonly Act[]) =>
    all.map((act, index) => ({ id: `a${index}`, ...act, seq: index + 1, recordedAt: '2025-12-20T10:00:00Z' }))
  const read = (...more: Act[]) => {
    const agreement = { terms: NORMANDIE, acts: stored([...acts, ...more]) } as unknown as Parameters<
      typeof standingDenunciations
    >[0]
    return { agreement, sendings: correspondence(agreement, stateOn(NORMANDIE, agreement.acts, today)) }
  }

  it('gives each letter its facts, the latest first', () => {
    const received = { type: 'registered_letter_received', letter: 'F1', occurredOn: on('2025-11-05') } as Act
    const { sendings } = read(partial, received)
    expect(sendings.map(({ name, letter }) => [name, letter?.receivedOn])).toEqual([
      ['T1', null],
      ['F1', '2025-11-05'],
    ])
  })

  it('a corrected letter keeps its name, and stands once', () => {
    const correction = sent('2025-11-04', { id: 'F2', purpose: 'formal_notice', supersedes: 'F1' })
    expect(read(correction).sendings.map(({ name, act }) => [name, act.occurredOn])).toEqual([
      ['F1', '2025-11-04'],
    ])
  })

  it('a denunciation stands until all parties undo it', () => {
    const letter = sent('2025-11-10', { id: 'D1', purpose: 'denunciation' })
    const undo = (...agreedBy: string[]): Act =>
      ({ type: 'denunciation_withdrawn', letter: 'D1', agreedBy, occurredOn: on('2025-11-20') }) as Act
    const names = (...more: Act[]) =>
      standingDenunciations(read(...more).agreement, today).map(({ name }) => name)
    expect(names(letter)).toEqual(['D1'])
    expect(names(letter, undo('region'))).toEqual(['D1'])
    expect(names(letter, undo('region', 'cocontractant'))).toEqual([])
  })
})
