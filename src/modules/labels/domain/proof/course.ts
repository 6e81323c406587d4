import type { Day } from '../../../../kernel/day.ts'
import type { AwardStatus } from '../awards/award.ts'

/** What a label was from one day to another, half-open; `until` null: nothing is known to stop it. */
export interface CoursePart {
  readonly status: Exclude<AwardStatus, 'not_yet'>
  readonly from: Day
  readonly until: Day | null
  readonly level: number | null
}

/** Where a label stands on a day. No reason is in it: none is public. LAB-34. */
export type Standing =
  | { readonly status: 'not_yet'; readonly from: Day | null }
  | (CoursePart & {
      /** The first day it was borne, before what it is now. */
      readonly borneFrom: Day
    })

/** The parts in order; two that follow each other and say the same are one. */
export function courseOf(parts: readonly CoursePart[]): CoursePart[] {
  const course: CoursePart[] = []
  for (const part of [...parts].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = course.at(-1)
    const goesOn = last?.until === part.from && last.status === part.status && last.level === part.level
    if (last && goesOn) course[course.length - 1] = { ...last, until: part.until }
    else course.push(part)
  }
  return course
}

/** LAB-30: read on the day, never kept. */
export function standingOn(course: readonly CoursePart[], on: Day): Standing {
  const part = course.findLast(({ from, until }) => from <= on && (until === null || on < until))
  if (!part) return { status: 'not_yet', from: course.find(({ from }) => from > on)?.from ?? null }
  const since = sinceOf(course, part)
  return { ...part, from: since, borneFrom: borneFrom(course, since) ?? since }
}

/** A change of level does not begin the label anew. */
function sinceOf(course: readonly CoursePart[], part: CoursePart): Day {
  const before = course.find(({ until, status }) => until === part.from && status === part.status)
  return before ? sinceOf(course, before) : part.from
}

/** The first day of the borne days that this part follows, pauses apart. */
function borneFrom(course: readonly CoursePart[], since: Day): Day | null {
  const past = course.filter(({ from }) => from < since)
  const lastStop = past.findLast(({ status }) => status === 'withdrawn' || status === 'ended')
  const later = past.filter(({ from }) => lastStop === undefined || from > lastStop.from)
  return later.find(({ status }) => status === 'active')?.from ?? null
}

/** The last word of a course as far as it is known: what is told when it changes. */
export function outcomeOf(course: readonly CoursePart[]): CoursePart | null {
  return course.at(-1) ?? null
}

/** Whatever the order of the fields: one of them was kept as JSON. */
export function isSame(one: readonly CoursePart[], other: readonly CoursePart[]): boolean {
  const told = (parts: readonly CoursePart[]) =>
    JSON.stringify(parts.map(({ status, from, until, level }) => [status, from, until, level]))
  return told(one) === told(other)
}

/** Days on which a label was said to be stopped, by an act that was replaced since. LAB-36: the gap stays visible. */
export interface Gap {
  readonly status: CoursePart['status']
  readonly from: Day
  /** The last day it was said. */
  readonly through: Day
}

/**
 * What was told of a label and is no more what happened: each course as it was noted, with the day it was, then the course
 * of today.
 */
export function gapsOf(
  noted: readonly { on: Day; parts: readonly CoursePart[] }[],
  course: readonly CoursePart[],
): Gap[] {
  return noted.flatMap(({ parts }, index) => {
    const through = noted[index + 1]?.on
    if (!through) return []
    return parts
      .filter(
        ({ status, from, until }) =>
          status !== 'active' && from <= through && (until === null || until > from),
      )
      .filter(({ from, status }) => standingOn(course, from).status !== status)
      .map(({ status, from }) => ({ status, from, through }))
  })
}
