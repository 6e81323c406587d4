import type { Day } from '../../../../kernel/day.ts'
import { type Period, periodBefore, periodOf } from './period.ts'

/** A half of the civil year: the period of the conventions, and that of the figures. DIR-57, DIR-81. */
export type Semester = Period

export function semesterOf(on: Day): Semester {
  return periodOf(on, 'semester')
}

export function semesterBefore(semester: Semester): Semester {
  return periodBefore(semester, 'semester')
}
