import { addDays, type Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { CoursePart, Standing } from '../../domain/proof/course.ts'
import { countedLevel } from '../../domain/schemes/level-text.ts'

export type PublicStatus = Standing['status']

/** Ended and withdrawn are two words, everywhere; no reason is ever in them. LAB-34. */
export const STATUS_WORDS: Readonly<Record<PublicStatus, string>> = {
  not_yet: 'Pas encore porté',
  active: 'Porté',
  suspended: 'Suspendu',
  ended: 'Arrivé à son terme',
  withdrawn: 'Retiré',
}

/** The same for programs. */
export const STATUS_CODES: Readonly<Record<PublicStatus, string>> = {
  not_yet: 'pas_encore_porte',
  active: 'porte',
  suspended: 'suspendu',
  ended: 'arrive_a_son_terme',
  withdrawn: 'retire',
}

export const STATUS_LOOKS: Readonly<
  Record<PublicStatus, 'pending' | 'positive' | 'warning' | 'neutral' | 'danger'>
> = {
  not_yet: 'pending',
  active: 'positive',
  suspended: 'warning',
  ended: 'neutral',
  withdrawn: 'danger',
}

/** « Label porté du … au … », « Label retiré le … »: the whole of what the public is told. */
export function standingSentence(standing: Standing): string {
  switch (standing.status) {
    case 'not_yet':
      return standing.from
        ? `Label attribué : il sera porté à partir du ${formatDay(standing.from)}.`
        : 'Label attribué : il sera porté quand la convention qui le porte entrera en vigueur.'
    case 'active':
      return `Label porté depuis le ${formatDay(standing.from)}.`
    case 'suspended':
      return `Label suspendu depuis le ${formatDay(standing.from)}.`
    case 'ended':
      return `Label porté du ${formatDay(standing.borneFrom)} au ${formatDay(addDays(standing.from, -1))}.`
    case 'withdrawn':
      return `Label retiré le ${formatDay(standing.from)}.`
  }
}

/** One line of the story of a label. */
export function partSentence({ status, from, until }: CoursePart, today: Day): string {
  const last = until && addDays(until, -1)
  switch (status) {
    case 'active':
      return `Label porté ${spanText(from, last, today)}.`
    case 'suspended':
      return `Label suspendu ${spanText(from, last, today)}.`
    case 'ended':
      return from > today
        ? `Label valable jusqu’au ${formatDay(addDays(from, -1))}.`
        : `Label arrivé à son terme le ${formatDay(addDays(from, -1))}.`
    case 'withdrawn':
      return from > today
        ? `Le label sera retiré le ${formatDay(from)}.`
        : `Label retiré le ${formatDay(from)}.`
  }
}

/** « depuis le 19 mars 2026 » while it lasts, « du 19 mars 2026 au 18 mars 2029 » once it is over. */
function spanText(from: Day, last: Day | null, today: Day): string {
  if (from > today) return `à partir du ${formatDay(from)}`
  return last === null || last >= today
    ? `depuis le ${formatDay(from)}`
    : `du ${formatDay(from)} au ${formatDay(last)}`
}

/** « 3 arobases »; nothing for a label without levels. */
export function levelText(level: number | null, unit: string): string {
  if (level === null) return ''
  if (unit === '') return `niveau ${level}`
  return countedLevel(level, unit)
}
