import { addDays, type Day, fromCivil, lastDayOfTerm } from '../../../kernel/day.ts'

/** The days within which something is owed once, both inclusive. Its name is the one of AGR-105. */
export interface Window {
  readonly name: string
  readonly start: Day
  readonly lastDay: Day
}

/** The civil semesters, years or contract years from the one `from` falls in to the one after `through`. */
export type Windows = (from: Day, through: Day) => Window[]

export const civilSemesters: Windows = (from, through) => {
  const windows: Window[] = []
  for (let window = semesterOf(from); ; window = semesterOf(addDays(window.lastDay, 1))) {
    windows.push(window)
    if (window.start > through) return windows
  }
}

export const civilYears: Windows = (from, through) => {
  const first = yearOf(from)
  return Array.from({ length: yearOf(through) - first + 2 }, (_, count) => civilYear(first + count))
}

/** Counted from the entry, `from`: a year of contract starts on each anniversary. */
export const contractYears: Windows = (from, through) => {
  const windows: Window[] = []
  for (let number = 1; ; number++) {
    const start = number === 1 ? from : addDays(lastDayOfTerm(from, number - 1), 1)
    const lastDay = lastDayOfTerm(from, number)
    windows.push({ name: `${start}/${lastDay}`, start, lastDay })
    if (start > through) return windows
  }
}

function semesterOf(on: Day): Window {
  const year = yearOf(on)
  const isFirst = on.slice(5, 7) <= '06'
  return isFirst
    ? { name: `${on.slice(0, 4)}-H1`, start: fromCivil(year, 1, 1), lastDay: fromCivil(year, 6, 30) }
    : { name: `${on.slice(0, 4)}-H2`, start: fromCivil(year, 7, 1), lastDay: fromCivil(year, 12, 31) }
}

function civilYear(year: number): Window {
  return {
    name: String(year).padStart(4, '0'),
    start: fromCivil(year, 1, 1),
    lastDay: fromCivil(year, 12, 31),
  }
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}
