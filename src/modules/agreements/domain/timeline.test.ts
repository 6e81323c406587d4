import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import type { Terms } from './terms.ts'
import { denunciation, EXPRESS_TERMS, renewal, signedBy, TACIT_TERMS } from './testing.ts'
import { timeline } from './timeline.ts'

const signed = signedBy(TACIT_TERMS, '2024-04-08')

const line = (terms: Terms, acts: Act[], on: string) =>
  timeline(terms, acts, day(on)).map(
    ({ day: when, kind, certain }) => `${when} ${kind}${certain ? '' : ' ?'}`,
  )

describe('the timeline of an agreement', () => {
  it('tells what happened and what is to come, the next renewal hollow', () => {
    expect(line(TACIT_TERMS, signed, '2028-05-01')).toEqual([
      '2024-04-08 signature',
      '2024-04-08 signature',
      '2024-04-08 entry_into_force',
      '2027-04-08 period_start',
      '2028-04-08 period_start',
      '2029-01-07 last_day_to_denounce_before_renewal',
      '2029-01-07 last_day_to_request_amendment',
      '2029-04-08 period_start ?',
    ])
  })

  it('ends for certain once denounced', () => {
    const acts = [...signed, denunciation('2025-06-17')]
    expect(line(TACIT_TERMS, acts, '2025-07-01').slice(3)).toEqual([
      '2025-06-17 registered_letter_sent',
      '2025-09-17 agreement_end',
    ])
  })

  it('leaves a term hollow while a renewal may still be signed, and fills it after', () => {
    expect(line(EXPRESS_TERMS, signed, '2026-01-01')).toContain('2027-04-07 agreement_end ?')
    expect(line(EXPRESS_TERMS, signed, '2027-04-08')).toContain('2027-04-07 agreement_end')
  })

  it('shows a renewal that is already signed as certain', () => {
    const acts = [...signed, renewal('region', '2026-01-05', 1), renewal('commune', '2026-01-06', 1)]
    expect(line(EXPRESS_TERMS, acts, '2026-02-01')).toContain('2027-04-08 period_start')
  })

  it('keeps an act without effect, and says that it has none', () => {
    const refused = denunciation('2024-04-01')
    const item = timeline(TACIT_TERMS, [refused, ...signed], day('2025-01-01'))[0]
    expect(item).toMatchObject({ act: refused, effective: false, article: '8' })
  })

  it('is empty without acts, and cites an article for every mark of the terms', () => {
    expect(timeline(TACIT_TERMS, [], day('2025-01-01'))).toEqual([])
    const items = timeline(TACIT_TERMS, [...signed, denunciation('2025-06-17')], day('2025-07-01'))
    expect(items.filter(({ article }) => article === null)).toEqual([])
  })
})
