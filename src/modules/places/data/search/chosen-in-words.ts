import { day as dayOfText } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { OpenAsked, WeekMoment } from '../../domain/search/asked.ts'
import type { SaidChoice } from '../../domain/search/search-choices.ts'
import type { OpenAt } from '../hours/open-hours.queries.ts'
import type { PlaceFilter } from './places.filter.ts'

/** The filter with what its text asks as filters would: « samedi », « gratuit ». */
export function withChoices(filter: PlaceFilter, choices: readonly SaidChoice[], now: Instant): PlaceFilter {
  return {
    ...filter,
    open: [
      ...filter.open,
      ...choices.flatMap((one) => (one.condition === 'open' ? [openAt(one.value, now)] : [])),
    ],
    fees: [...filter.fees, ...choices.flatMap((one) => (one.condition === 'fees' ? [one.value] : []))],
    specialCare: [
      ...filter.specialCare,
      ...choices.flatMap((one) => (one.condition === 'specialCare' ? [one.value] : [])),
    ],
    publics: [
      ...filter.publics,
      ...choices.flatMap((one) => (one.condition === 'publics' ? [one.value] : [])),
    ],
  }
}

/** The same without any of them. */
export function withoutChoices(filter: PlaceFilter, choices: readonly SaidChoice[]): PlaceFilter {
  const values = new Set<string>(choices.map(({ value }) => value))
  const isKept = (open: OpenAt) => !values.has('week' in open ? open.week : 'at' in open ? 'now' : '')
  const without = <T extends string>(list: readonly T[]) => list.filter((one) => !values.has(one))
  return {
    ...filter,
    open: filter.open.filter(isKept),
    fees: without(filter.fees),
    specialCare: without(filter.specialCare),
    publics: without(filter.publics),
  }
}

/** A moment as the hours are asked about it. To the minute: the same question within it is the same question. */
export function openAt(open: OpenAsked, now: Instant): OpenAt {
  if (open === 'now') return { at: `${now.slice(0, 16)}:00Z` as Instant }
  if (open === 'evening' || open === 'saturday' || open === 'sunday') return { week: open as WeekMoment }
  const [on = '', hour = ''] = open.split('T')
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return { on: dayOfText(on), minute: hours * 60 + minutes }
}
