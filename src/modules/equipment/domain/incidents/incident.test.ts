import { describe, expect, it } from 'vitest'
import type { Condition, PartFound } from '../desk/condition.ts'
import type { UnitId } from '../equipment.ts'
import { aDesk, at } from '../testing.ts'
import {
  INCIDENT_STATES,
  INCIDENT_TRANSITIONS,
  type IncidentKind,
  notedAtReturn,
  policeReminderDay,
} from './incident.ts'

const part = (
  rank: number,
  found: number,
  condition: Condition = 'good',
  unitId: UnitId | null = null,
): PartFound => ({
  ...{ rank, condition, found, unitId, label: `Pièce ${rank}`, expected: 6, isCritical: false },
  ...{ software: '', remark: '', powersOn: null, charge: null },
})
const mixer = 'mixer' as UnitId

describe('An incident', () => {
  it('EQP-902: is never charged before it is assessed, and never closed while contested', () => {
    expect(INCIDENT_TRANSITIONS.declared).toEqual(['assessed'])
    expect(INCIDENT_TRANSITIONS.contested).not.toContain('closed')
    expect(INCIDENT_STATES.filter((state) => INCIDENT_TRANSITIONS[state].includes('closed'))).toEqual([
      'charged',
      'not_charged',
      'closed',
    ])
  })

  it.each([
    ['theft', '', '2027-06-16'],
    ['theft', 'PV 2027/1', null],
    ['loss', '', null],
  ])('EQP-902: a %s with the reference « %s » is told again on %s', (kind, policeReference, on) => {
    const told = { kind: kind as IncidentKind, policeReference, reportedAt: at('2027-06-14 10:00') }
    expect(policeReminderDay(told, aDesk())).toBe(on)
  })

  it('EQP-902: the two opening days leave out a holiday and the week-end', () => {
    const told = { kind: 'theft' as const, policeReference: '', reportedAt: at('2027-03-26 10:00') }
    expect(policeReminderDay(told, aDesk())).toBe('2027-03-31')
  })

  it('L17, EQP-808: a count that falls short is missing; a unit with its code is still in the borrower’s hands', () => {
    const out = [part(1, 1), part(2, 6), part(3, 1, 'good', mixer)]
    const back = [part(1, 1), part(2, 5), part(3, 0, 'missing', mixer)]
    const { missing, damaged } = notedAtReturn(out, back)
    expect(missing.map(({ label, found, left }) => [label, found, left])).toEqual([['Pièce 2', 5, 6]])
    expect(damaged).toEqual([])
  })

  it.each([
    ['good', 'damaged', 1],
    ['damaged', 'damaged', 0],
    ['good', 'worn', 0],
    ['not_checked', 'damaged', 0],
  ] as const)('EQP-901: left %s and back %s gives %d to open', (left, found, count) => {
    expect(notedAtReturn([part(1, 1, left)], [part(1, 1, found)]).damaged).toHaveLength(count)
  })
})
