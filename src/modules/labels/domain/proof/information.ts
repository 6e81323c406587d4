import { addDays, civil, type Day, fromCivil } from '../../../../kernel/day.ts'

/** A half of the civil year, both days in it. */
export interface Semester {
  /** `2026-H1`. */
  readonly name: string
  readonly start: Day
  readonly lastDay: Day
}

/** What a labelled place owes of its information in one semester. 000 art. 4, LAB-32. */
export interface InformationDuty {
  readonly semester: Semester
  readonly status: 'fulfilled' | 'due' | 'overdue'
  /** The day that fulfils it: what the directory says was true that day. */
  readonly fulfilledOn: Day | null
}

export function semesterOf(on: Day): Semester {
  const { year, month } = civil(on)
  return month <= 6
    ? { name: `${year}-H1`, start: fromCivil(year, 1, 1), lastDay: fromCivil(year, 6, 30) }
    : { name: `${year}-H2`, start: fromCivil(year, 7, 1), lastDay: fromCivil(year, 12, 31) }
}

/**
 * Each semester owed, from the one of the label's first day to that of `today`. The semester of entry is covered by the
 * entry itself; one during which the label stops is not owed. What is said in a semester fulfils that one alone (LAB-79).
 */
export function informationDuties(
  borne: { from: Day; until: Day | null },
  saidOn: readonly Day[],
  today: Day,
): InformationDuty[] {
  const duties: InformationDuty[] = []
  for (
    let semester = semesterOf(borne.from);
    semester.start <= today;
    semester = semesterOf(addDays(semester.lastDay, 1))
  ) {
    if (borne.until !== null && borne.until <= semester.lastDay) break
    duties.push(dutyIn(semester, borne.from, saidOn, today))
  }
  return duties
}

function dutyIn(semester: Semester, entry: Day, saidOn: readonly Day[], today: Day): InformationDuty {
  const within = (on: Day) => semester.start <= on && on <= semester.lastDay
  const fulfilledOn = [...saidOn].sort().find(within) ?? (within(entry) ? entry : null)
  if (fulfilledOn !== null) return { semester, status: 'fulfilled', fulfilledOn }
  return { semester, status: today > semester.lastDay ? 'overdue' : 'due', fulfilledOn }
}

export type ReminderStep = '30d' | '7d' | '+7d'

/** How long a night that was missed is made up for. */
const MADE_UP_DAYS = 5

/** What is to be told about a semester that is not fulfilled; null: nothing today. LAB-32. */
export function reminderStep({ lastDay }: Semester, today: Day): ReminderStep | null {
  const steps = [
    ['+7d', addDays(lastDay, 7)],
    ['7d', addDays(lastDay, -7)],
    ['30d', addDays(lastDay, -30)],
  ] as const
  const due = steps.find(([, from]) => from <= today && today <= addDays(from, MADE_UP_DAYS))
  return due?.[0] ?? null
}
