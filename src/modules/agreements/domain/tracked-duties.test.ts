import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { REFERENCE_DUTIES } from '../templates/reference-duties.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import type { StoredAct } from './agreement.ts'
import type { EvidenceFact } from './duties.ts'
import { stateOn } from './state.ts'
import { signedBy, TACIT_TERMS } from './testing.ts'
import { trackedDuties } from './tracked-duties.ts'

const NORMANDIE = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const CANOPE = REFERENCE_TERMS.canope ?? TACIT_TERMS
const acts: Act[] = [{ type: 'place_listed', place: 'A' }, ...signedBy(NORMANDIE, '2025-09-10')]

const confirmed = (on: string, more: Partial<EvidenceFact> = {}): EvidenceFact => ({
  ...{
    duty: 'place_update',
    place: 'A',
    on: day(on),
    kind: 'places',
    link: null,
    by: 'Ada',
    says: 'rien n’a changé',
  },
  ...more,
})

function tracked(
  today: string,
  facts: EvidenceFact[],
  log = acts,
  terms = NORMANDIE,
  template = 'normandie-connectee',
) {
  const state = stateOn(terms, log, day(today), { facts })
  return trackedDuties(
    { acts: log as StoredAct[] },
    state,
    REFERENCE_DUTIES[template] ?? [],
    facts,
    day(today),
  )
}

function semester(today: string, window: string, facts: EvidenceFact[]) {
  const found = tracked(today, facts).find((one) => one.code === 'place_update' && one.window === window)
  return [found?.status, found?.group, found?.evidence?.by ?? null]
}

describe('a place confirmed through the directory', () => {
  it.each([
    ['the last day, by a fact of that day', '2026-06-30', ['2026-06-30'], ['fulfilled', 'current', 'Ada']],
    ['the last day, by nothing', '2026-06-30', [], ['due', 'current', null]],
    ['the next day, by nothing', '2026-07-01', [], ['overdue', 'overdue', null]],
    ['the next day, fulfilled in time', '2026-07-01', ['2026-06-30'], ['fulfilled', 'past', 'Ada']],
    [
      'the next day, by a fact that comes too late',
      '2026-07-09',
      ['2026-07-01'],
      ['overdue', 'overdue', null],
    ],
    ['before a fact that has not come', '2026-06-29', ['2026-06-30'], ['due', 'current', null]],
  ] as const)('is read %s (AGR-74, AGR-134)', (_title, today, on, expected) => {
    expect(
      semester(
        today,
        '2026-H1',
        on.map((one) => confirmed(one)),
      ),
    ).toEqual(expected)
  })

  it('counts for nobody once its place has left, nor before the entry', () => {
    expect(
      semester('2026-07-01', '2026-H1', [confirmed('2025-01-02'), confirmed('2026-02-02', { place: 'B' })]),
    ).toEqual(['overdue', 'overdue', null])
  })

  it('is no act: the state refuses none and lists none', () => {
    const facts = [confirmed('2020-01-01'), confirmed('2026-02-02')]
    expect(stateOn(NORMANDIE, acts, day('2026-07-01'), { facts }).rejectedActs).toEqual([])
  })
})

describe('what goes on after the end (AGR-39)', () => {
  const ended = signedBy(CANOPE, '2023-01-12')
  const warnings = (facts: EvidenceFact[], on = '2026-02-01') =>
    stateOn(CANOPE, ended, day(on), { facts }).warnings

  it('is a warning from the day of the fact, and never continues the agreement', () => {
    expect(warnings([confirmed('2026-01-12')])).toContain('activity_after_end')
    expect(warnings([confirmed('2026-01-12')], '2026-01-11')).not.toContain('activity_after_end')
    expect(warnings([confirmed('2026-01-11')])).not.toContain('activity_after_end')
    expect(stateOn(CANOPE, ended, day('2026-02-01'), { facts: [confirmed('2026-01-12')] }).status).toBe(
      'ended',
    )
  })

  it('is not what a file or a public page says by itself', () => {
    expect(warnings([confirmed('2026-01-12', { isStanding: true })])).not.toContain('activity_after_end')
  })
})

describe('every duty', () => {
  it('has an article and an actor among the parties, in each reference template (AGR-75)', () => {
    for (const [template, duties] of Object.entries(REFERENCE_DUTIES)) {
      const terms = REFERENCE_TERMS[template] ?? TACIT_TERMS
      const found = tracked('2026-07-01', [], signedBy(terms, '2025-09-10'), terms, template)
      expect(found.length).toBeGreaterThanOrEqual(duties.length)
      expect(found.filter(({ article, actors }) => !article || actors.length === 0)).toEqual([])
      expect(found.flatMap(({ actors }) => actors).filter((party) => !terms.parties.includes(party))).toEqual(
        [],
      )
      expect(found.filter(({ bestEfforts, status }) => bestEfforts && status === 'overdue')).toEqual([])
      expect(found.filter(({ status, evidence }) => status === 'fulfilled' && !evidence)).toEqual([])
    }
  })

  it('says who only declared it', () => {
    const declared = confirmed('2026-02-02', { duty: 'campaigns_and_exchanges', kind: 'declared' })
    const found = tracked('2026-07-01', [declared]).find(({ code }) => code === 'campaigns_and_exchanges')
    expect([found?.status, found?.evidence?.isDeclared]).toEqual(['fulfilled', true])
  })

  it('to validate minutes stands until both parties did (AGR-64)', () => {
    const meeting = {
      type: 'meeting_held',
      id: 'm',
      committee: 'steering',
      occurredOn: day('2026-02-02'),
    } as const
    const validated = (party: string, on: string) =>
      ({ type: 'minutes_validated', meeting: 'm', party, occurredOn: day(on) }) as const
    const minutes = (...more: Act[]) =>
      tracked('2026-07-01', [], [...signedBy(CANOPE, '2025-09-10'), meeting, ...more], CANOPE, 'canope').find(
        ({ code }) => code === 'minutes',
      )
    expect(minutes()).toMatchObject({ status: 'due', actors: ['etat', 'canope'] })
    expect(minutes(validated('etat', '2026-02-10'))).toMatchObject({ status: 'due', actors: ['canope'] })
    expect(minutes(validated('etat', '2026-02-10'), validated('canope', '2026-02-12'))).toMatchObject({
      status: 'fulfilled',
      evidence: { on: '2026-02-12' },
    })
  })
})
