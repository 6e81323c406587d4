import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { instant } from '../../../kernel/instant.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import { agendaOf } from './agenda.ts'
import { type AgendaEntry, readAgenda } from './agenda-lines.ts'
import type { Agreement } from './agreement.ts'
import { actsOf, isRecord, type Templates, termsOf } from './case-reading.ts'
import { stateOn } from './state.ts'

const createdAt = instant('2015-01-01T08:00:00Z')
const agreementOf = (terms: Agreement['terms'], acts: readonly Act[]) =>
  ({ terms, acts, createdAt }) as unknown as Agreement

describe('the lines kept for the board', () => {
  it('tell a duty missed many times once, from the first time (AGR-80)', () => {
    const terms = REFERENCE_TERMS['normandie-connectee'] as Agreement['terms']
    const acts: Act[] = [
      { type: 'place_listed', place: 'EPN-1' },
      { type: 'signature', party: 'region', occurredOn: day('2022-02-01') },
      { type: 'signature', party: 'cocontractant', occurredOn: day('2022-02-01') },
    ]
    const { entries } = readAgenda(agreementOf(terms, acts), day('2026-06-17'))
    const late = entries.filter(({ urgency }) => urgency === 'late')
    expect(late.map(({ kind, subject, day: on, missed }) => [kind, subject, on, missed])).toEqual([
      ['place_update', 'EPN-1', '2022-12-31', 7],
    ])
  })
  it('read the same on every day before the one they are kept until (AGR-1, AGR-116)', () => {
    const wrong: string[] = []
    for (const { id, agreement, on } of ownCases()) {
      let kept = readAgenda(agreement, addDays(on, -400))
      for (let today = addDays(on, -400); today < addDays(on, 400); today = addDays(today, 1)) {
        const fresh = readAgenda(agreement, today)
        if (today >= kept.until) kept = fresh
        else if (shown(fresh.entries) !== shown(kept.entries)) wrong.push(`${id} on ${today}`)
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)

  it('hold every item of the agenda, late duties told together', () => {
    for (const { agreement, on } of ownCases()) {
      const items = agendaOf(
        stateOn(agreement.terms, agreement.acts, on),
        agreement.acts,
        on,
        day('2015-01-01'),
      )
      const told = readAgenda(agreement, on).entries.reduce((sum, { missed }) => sum + missed, 0)
      expect(told).toBe(items.length)
    }
  })
})

const shown = (entries: readonly AgendaEntry[]) =>
  JSON.stringify(entries.toSorted((one, other) => (one.key < other.key ? -1 : 1)))

/** One case in nine of the project's own, so that the days between can be tried one by one. */
function ownCases() {
  const file = JSON.parse(readFileSync('tests/agreements/own-cases.json', 'utf8')) as {
    templates: Templates
    cases: Record<string, unknown>[]
  }
  return file.cases
    .filter((one, index) => isRecord(one) && index % 9 === 0)
    .flatMap((one) => {
      try {
        const terms = termsOf(one, file.templates, REFERENCE_TERMS, {})
        const on = day((one.query as { date: string }).date)
        return [{ id: String(one.id), agreement: agreementOf(terms, actsOf(one)), on }]
      } catch {
        return []
      }
    })
}
