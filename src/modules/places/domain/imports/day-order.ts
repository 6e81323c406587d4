import type { StandardRow } from '../standard/standard-columns.ts'

/** How a column writes its days: « 17/06/2026 », or « 06/17/2026 ». */
export type DayOrder = 'day-first' | 'month-first'

const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/s

/** Decided on the whole column: one date that can only be read one way tells how the others are. Day first when none does. DIR-24. */
export function dayOrderOf(dates: Iterable<string>): DayOrder {
  let isMonthFirst = false
  for (const date of dates) {
    const [, first, second] = SLASHED.exec(date) ?? []
    if (Number(first) > 12) return 'day-first'
    if (Number(second) > 12) isMonthFirst = true
  }
  return isMonthFirst ? 'month-first' : 'day-first'
}

/** The same row, its date written the day first. */
export function withDayFirst(row: StandardRow, order: DayOrder): StandardRow {
  const found = order === 'month-first' ? SLASHED.exec(row.date_maj) : null
  if (!found) return row
  const [, month = '', day = '', year, rest] = found
  return { ...row, date_maj: `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}${rest}` }
}
