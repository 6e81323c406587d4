import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWeek } from './hours.ts'

/** « 540-720 840-1020 » per day, Monday first: short to read in a table. */
function drawn(text: string): string[] | null {
  const week = readWeek(text)
  return week?.days.map((spans) => spans.map(({ start, end }) => `${start}-${end}`).join(' ')) ?? null
}

describe('opening hours written as a simple week (DIR-49)', () => {
  it.each([
    ['Mo 09:00-12:00', ['540-720', '', '', '', '', '', '']],
    ['Mo,We-Th 9:00-12:00', ['540-720', '', '540-720', '540-720', '', '', '']],
    ['Sa-Mo 10:00-11:00', ['600-660', '', '', '', '', '600-660', '600-660']],
    ['Tu, Fr 13:30-18:00, 09:00-12:00', ['', '540-720 810-1080', '', '', '540-720 810-1080', '', '']],
    ['24/7', Array(7).fill('0-1440')],
    ['09:00-10:00', Array(7).fill('540-600')],
    ['Fr 18:00-02:00', ['', '', '', '', '1080-1560', '', '']],
  ])('%s', (text, days) => expect(drawn(text)).toEqual(days))

  it('lets a later rule replace the earlier ones of the same day', () => {
    expect(drawn('Mo-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00')?.[1]).toBe('540-720')
    expect(drawn('Mo-Fr 09:00-12:00; We off')?.[2]).toBe('')
  })

  it('tells what is said of public holidays', () => {
    expect(readWeek('Mo-Fr 09:00-12:00; PH off')?.holidays).toBe('closed')
    expect(readWeek('Mo-Fr,PH 09:00-12:00')?.holidays).toBe('open')
    expect(readWeek('Mo-Fr 09:00-12:00')?.holidays).toBeNull()
  })

  it.each([
    'Mo-Fr 09:00-12:00-14:00',
    'Mo[1] 09:00-12:00',
    'Apr-Sep Mo 09:00-12:00',
    'lundi 9h-12h',
    'Mo',
    '',
    'Mo off',
    '25:00-26:00',
    'Mo 09:75-10:00',
  ])('guesses nothing from « %s »', (text) => expect(readWeek(text)).toBeNull())

  it('reads or refuses any text without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const week = readWeek(text)
        for (const span of week?.days.flat() ?? []) expect(span.end).toBeGreaterThan(span.start)
      }),
    )
  })
})
