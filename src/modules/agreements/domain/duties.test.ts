import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { REFERENCE_DUTIES } from '../templates/reference-duties.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import { type Duty, dutiesOn, type EvidenceFact } from './duties.ts'
import { stateOn } from './state.ts'
import { denunciation, signedBy, TACIT_TERMS } from './testing.ts'

const on = day
const NORMANDIE = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const acts: Act[] = [{ type: 'place_listed', place: 'A' }, ...signedBy(NORMANDIE, '2024-04-08')]
const DUTIES = REFERENCE_DUTIES['normandie-connectee'] ?? []

const report: EvidenceFact = {
  duty: 'activity_report',
  on: on('2025-02-01'),
  kind: 'indicators',
  link: '/indicateurs/2025',
  by: 'la commune',
}

function statuses(code: string, facts: EvidenceFact[], today: string, log: readonly Act[] = acts) {
  const state = stateOn(NORMANDIE, log, on(today))
  return dutiesOn(DUTIES, state, facts, on(today))
    .filter(({ duty }) => duty.code === code)
    .map(({ window, status }) => `${window} ${status}`)
}

describe('duties and their evidence (AGR-72, AGR-75)', () => {
  it('without evidence a duty is never done: due, then late', () => {
    expect(statuses('activity_report', [], '2024-12-31')).toEqual(['2024 due', '2025 upcoming'])
    expect(statuses('activity_report', [], '2025-01-01')).toEqual([
      '2024 overdue',
      '2025 due',
      '2026 upcoming',
    ])
  })

  it('evidence proves its own window, with its link', () => {
    expect(statuses('activity_report', [report], '2025-03-01')).toEqual([
      '2024 overdue',
      '2025 fulfilled',
      '2026 upcoming',
    ])
    const state = stateOn(NORMANDIE, acts, on('2025-03-01'))
    const proven = dutiesOn(DUTIES, state, [report], on('2025-03-01')).find(({ evidence }) => evidence)
    expect(proven?.evidence).toBe(report)
  })

  it('a statement of the party is accepted, a fact of another kind is not', () => {
    expect(statuses('activity_report', [{ ...report, kind: 'declared' }], '2025-03-01')).toContain(
      '2025 fulfilled',
    )
    expect(statuses('activity_report', [{ ...report, kind: 'photo' }], '2025-03-01')).toContain('2025 due')
  })

  it('a duty of means is never late (AGR-73), nor one without any rhythm', () => {
    const tools: Duty[] = DUTIES.filter(({ code }) => code === 'regional_tools')
    const state = stateOn(NORMANDIE, acts, on('2030-01-01'))
    const yearly = tools.map((duty) => ({ ...duty, recurrence: 'civil_year' as const }))
    const found = dutiesOn(yearly, state, [], on('2030-01-01'))
    expect(found.some(({ status }) => status === 'overdue')).toBe(false)
    expect(statuses('training_plan', [], '2030-01-01')).toEqual(['life due'])
  })

  it('a duty of each place is proven place by place', () => {
    const photo: EvidenceFact = { ...report, duty: 'lead_displayed', place: 'A', kind: 'photo' }
    expect(statuses('lead_displayed', [photo], '2025-03-01')).toEqual(['life fulfilled'])
    expect(statuses('lead_displayed', [{ ...photo, place: 'B' }], '2025-03-01')).toEqual(['life due'])
  })

  it('a year cut by the end is not owed', () => {
    const ended = [...acts, denunciation('2025-03-03', { from: 'region' })]
    expect(statuses('activity_report', [], '2026-02-01', ended)).toEqual(['2024 overdue'])
  })

  it('every duty cites an article of its agreement', () => {
    expect(Object.keys(REFERENCE_DUTIES).sort()).toEqual(Object.keys(REFERENCE_TERMS).sort())
    for (const [id, duties] of Object.entries(REFERENCE_DUTIES)) {
      const parties = REFERENCE_TERMS[id]?.parties ?? []
      for (const { actor, article, code } of duties) {
        expect(parties, code).toContain(actor)
        expect(article).toMatch(/^([IVX]+|\d+)$/)
      }
    }
  })
})
