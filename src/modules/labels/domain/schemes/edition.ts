import { addYears, civil, type Day } from '../../../../kernel/day.ts'

export interface EditionDates {
  readonly opensOn: Day
  /** Its last day, to 23:59:59 in the network's zone. */
  readonly closesOn: Day
}

export type EditionStanding = 'to_come' | 'open' | 'closed'

/** Where a campaign stands on a day: it opens and closes by itself. LAB-22. */
export function editionStanding({ opensOn, closesOn }: EditionDates, today: Day): EditionStanding {
  if (today < opensOn) return 'to_come'
  return today <= closesOn ? 'open' : 'closed'
}

/** The next campaign as the last one suggests it: a year later, its name with the new year. */
export function nextEdition(
  last: EditionDates & { name: string; year: number },
): EditionDates & { name: string; year: number } {
  const year = last.year + 1
  return {
    year,
    name: last.name.replaceAll(String(last.year), String(year)),
    opensOn: addYears(last.opensOn, 1),
    closesOn: addYears(last.closesOn, 1),
  }
}

/** A first campaign, of that year. */
export function firstEdition(name: string, today: Day): { name: string; year: number } {
  const { year } = civil(today)
  return { year, name: `${name} ${year}` }
}
