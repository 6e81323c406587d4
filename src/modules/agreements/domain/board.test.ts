import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { instant } from '../../../kernel/instant.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import type { Agreement } from './agreement.ts'
import { board } from './board.ts'

const today = day('2026-06-17')

function agreement(template: string, acts: Act[]): Agreement {
  const terms = REFERENCE_TERMS[template]
  if (!terms) throw new Error(template)
  const stored = acts.map((act, index) => ({
    ...act,
    id: String(index),
    seq: index + 1,
    recordedAt: instant('2026-06-01T08:00:00Z'),
  }))
  return { terms, acts: stored, createdAt: instant('2026-06-01T08:00:00Z') } as unknown as Agreement
}

const signedBy = (party: string, on: string): Act => ({ type: 'signature', party, occurredOn: day(on) })
const kindsAndDays = (agreements: Agreement[]) =>
  board(agreements, today).map(({ kind, day: on }) => [kind, on])

describe('the board (AGR-80)', () => {
  it('says what waits, and since when', () => {
    expect(kindsAndDays([agreement('normandie-connectee', [])])).toEqual([['draft', '2026-06-01']])
    expect(kindsAndDays([agreement('normandie-connectee', [signedBy('region', '2026-06-10')])])).toEqual([
      ['awaiting_signatures', '2026-06-10'],
    ])
  })

  it('shows the deadlines of the next twelve months, soonest first, and nothing beyond', () => {
    const near = agreement('normandie-connectee', [
      signedBy('region', '2023-09-01'),
      signedBy('cocontractant', '2023-09-01'),
    ])
    const far = agreement('normandie-connectee', [
      signedBy('region', '2026-06-02'),
      signedBy('cocontractant', '2026-06-02'),
    ])
    const lines = kindsAndDays([far, near])
    expect(lines.map(([kind]) => kind)).toContain('period_end')
    expect(lines).toEqual(lines.toSorted(([, one], [, other]) => String(one).localeCompare(String(other))))
    expect(lines.every(([, on]) => String(on) <= '2027-06-17')).toBe(true)
  })

  it('is silent on an agreement that has ended', () => {
    const ended = agreement('territoires-apprenants', [
      signedBy('departement', '2020-01-10'),
      signedBy('cocontractant', '2020-01-10'),
    ])
    expect(kindsAndDays([ended])).toEqual([])
  })
})
