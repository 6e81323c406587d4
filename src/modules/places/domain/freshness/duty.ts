import { addDays, type Day } from '../../../../kernel/day.ts'
import { isWithin, type Semester, semesterOf } from './semester.ts'

/** What a place owes of its information in one semester. 000 art. 4, LAB-32, DIR-57. */
export interface InformationDuty {
  readonly semester: Semester
  readonly status: 'fulfilled' | 'exempted' | 'due' | 'overdue'
  /** The day that fulfils it: what the directory says was true that day. */
  readonly fulfilledOn: Day | null
}

/** Since when a place owes it, and until when, excluded; null: nothing is known to stop it. */
export interface Owing {
  readonly from: Day
  readonly until: Day | null
}

/** What was said of the place, and the semesters (by their first day) that it was let off. */
export interface Said {
  readonly on: readonly Day[]
  readonly exempted: readonly Day[]
}

/**
 * Each semester owed, from the one of the first day to that of `today`. The semester of entry is covered by the entry
 * itself; one during which the label stops is not owed. What is said in a semester fulfils that one alone (LAB-79).
 */
export function informationDuties({ from, until }: Owing, said: Said, today: Day): InformationDuty[] {
  const duties: InformationDuty[] = []
  for (
    let semester = semesterOf(from);
    semester.start <= today;
    semester = semesterOf(addDays(semester.lastDay, 1))
  ) {
    if (until !== null && until <= semester.lastDay) break
    duties.push(dutyIn(semester, from, said, today))
  }
  return duties
}

function dutyIn(semester: Semester, entry: Day, { on, exempted }: Said, today: Day): InformationDuty {
  const fulfilledOn =
    [...on].sort().find((day) => isWithin(semester, day)) ?? (isWithin(semester, entry) ? entry : null)
  if (fulfilledOn !== null) return { semester, status: 'fulfilled', fulfilledOn }
  if (exempted.includes(semester.start)) return { semester, status: 'exempted', fulfilledOn }
  return { semester, status: today > semester.lastDay ? 'overdue' : 'due', fulfilledOn }
}

/** Where a place stands today: à faire, fait, en retard, dispensé. DIR-59. */
export type FreshnessState = 'done' | 'due' | 'overdue' | 'exempted'

/**
 * Late: the last semester went by without a word, and nothing was said since. One word in the present semester ends the
 * delay without covering what was missed. Null: nothing is owed today.
 */
export function stateOf(duties: readonly InformationDuty[], today: Day): FreshnessState | null {
  const now = duties.at(-1)
  if (!now || !isWithin(now.semester, today)) return null
  if (now.status === 'fulfilled') return 'done'
  if (now.status === 'exempted') return 'exempted'
  return duties.at(-2)?.status === 'overdue' ? 'overdue' : 'due'
}

/** The semesters that went by without a word, the oldest first. */
export function missed(duties: readonly InformationDuty[]): Semester[] {
  return duties.filter(({ status }) => status === 'overdue').map(({ semester }) => semester)
}
