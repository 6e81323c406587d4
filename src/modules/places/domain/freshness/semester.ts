import { addDays, civil, type Day, fromCivil } from '../../../../kernel/day.ts'

/** A half of the civil year, both days in it. DIR-57. */
export interface Semester {
  /** `2026-H1`. */
  readonly name: string
  readonly start: Day
  readonly lastDay: Day
}

export function semesterOf(on: Day): Semester {
  const { year, month } = civil(on)
  return month <= 6
    ? { name: `${year}-H1`, start: fromCivil(year, 1, 1), lastDay: fromCivil(year, 6, 30) }
    : { name: `${year}-H2`, start: fromCivil(year, 7, 1), lastDay: fromCivil(year, 12, 31) }
}

export function semesterBefore({ start }: Semester): Semester {
  return semesterOf(addDays(start, -1))
}

export function isWithin({ start, lastDay }: Semester, on: Day): boolean {
  return start <= on && on <= lastDay
}
