import type { Day } from '../../../kernel/day.ts'
import type { Act, ActType } from './acts.ts'
import { type Course, endingOf } from './course.ts'
import { type DeadlineKind, nextDeadlines } from './deadlines.ts'
import { TERM_OF_END } from './derivations.ts'
import type { Ending } from './ending.ts'
import { type AgreementPeriod, type PeriodGrid, periodAfter, periodAt } from './periods.ts'
import { readActs } from './read-acts.ts'
import { inReadingOrder } from './reading-order.ts'
import { articleOf, type Terms } from './terms.ts'

export type TimelineKind = ActType | 'entry_into_force' | 'period_start' | DeadlineKind

/** One mark on the line. An end or a limit stands on its last day, inclusive. */
export interface TimelineItem {
  readonly day: Day
  readonly kind: TimelineKind
  /** False: it will only happen if no act prevents it. Drawn hollow. */
  readonly certain: boolean
  readonly article: string | null
  /** The act itself, when the mark is one. */
  readonly act?: Act
  /** False when the act was refused or had no contractual effect. */
  readonly effective?: boolean
  /** The period the mark opens. */
  readonly period?: AgreementPeriod
}

/** The term that founds each mark: its article is cited. */
const TERM: Readonly<Partial<Record<TimelineKind, string>>> = {
  signature: 'entry',
  entry_into_force: 'entry',
  renewal_signed: 'renewal',
  period_start: 'renewal',
  denunciation_withdrawn: 'denunciation',
  amendment_requested: 'amendmentRequest',
  amendment_signed: 'amendmentEffect',
  formal_notice_remedied: 'formalNotice',
  formal_notice_abandoned: 'formalNotice',
  termination_notified: 'formalNotice',
  dispute_opened: 'dispute',
  place_information_updated: 'placeUpdate',
  meeting_held: 'committee',
  vote: 'committee',
  minutes_validated: 'committee',
  minutes_issued: 'committee',
  minutes_reserved: 'committee',
  committee_decision: 'committee',
  communication_requested: 'communication',
  communication_answered: 'communication',
  operation_reported: 'communication',
  dispute_settled: 'dispute',
  delegation_ratified: 'entry',
  signature_declined: 'entry',
  signing_reopened: 'entry',
  last_day_to_denounce_before_renewal: 'denunciation',
  last_day_to_request_amendment: 'amendmentRequest',
}

const TERM_OF_PURPOSE = {
  denunciation: 'denunciation',
  formal_notice: 'formalNotice',
  termination: 'formalNotice',
  dispute: 'dispute',
  other: '',
} as const

/** The acts up to `onDate`, what they brought about, and what is to come as far as it is known. By day. */
export function timeline(terms: Terms, acts: readonly Act[], onDate: Day): TimelineItem[] {
  const course = readActs(terms, acts, onDate)
  const items = [...actItems(course, acts, onDate), ...lifeItems(course, onDate)]
  return items.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function actItems(course: Course, acts: readonly Act[], onDate: Day): TimelineItem[] {
  const refused = new Set(course.rejections.map(({ seq }) => seq))
  return inReadingOrder(acts, onDate).flatMap(({ act, seq }) => {
    if (act.occurredOn === undefined) return []
    const article = articleOf(course.terms, termOf(act))
    return [
      { day: act.occurredOn, kind: act.type, certain: true, article, act, effective: !refused.has(seq) },
    ]
  })
}

function termOf(act: Act): string {
  if (act.type === 'registered_letter_sent' || act.type === 'notice_sent') return TERM_OF_PURPOSE[act.purpose]
  return TERM[act.type] ?? ''
}

function lifeItems(course: Course, onDate: Day): TimelineItem[] {
  const { grid, entry } = course
  if (grid === null || entry === null) return []
  const ending = endingOf(course)
  const ended = ending !== null && ending.lastDay < onDate
  const period = periodAt(grid, ended ? ending.lastDay : onDate)
  return [
    mark(course, 'entry_into_force', entry),
    ...periodStarts(course, grid, period, ending, onDate),
    ...(ending ? [endItem(course, grid, ending, onDate)] : []),
    ...(ended ? [] : limits(course, period, onDate)),
  ]
}

/** Every renewal up to the current period, and the next one if nothing ends the agreement before. */
function periodStarts(
  course: Course,
  grid: PeriodGrid,
  current: AgreementPeriod,
  ending: Ending | null,
  onDate: Day,
): TimelineItem[] {
  const items: TimelineItem[] = []
  for (
    let period = periodAfter(grid, periodAt(grid, grid.anchor));
    period;
    period = periodAfter(grid, period)
  ) {
    if (period.index > current.index + 1 || (ending && period.start > ending.lastDay)) break
    const certain = period.start <= onDate || period.kind === 'express'
    items.push({ ...mark(course, 'period_start', period.start), certain, period })
  }
  return items
}

/** An express renewal may still be signed until a term that has not come. */
function endItem(course: Course, grid: PeriodGrid, ending: Ending, onDate: Day): TimelineItem {
  const certain = ending.lastDay < onDate || ending.reason !== 'expired' || grid.tacit !== null
  return {
    day: ending.lastDay,
    kind: 'agreement_end',
    certain,
    article: articleOf(course.terms, TERM_OF_END[ending.reason]),
  }
}

function limits(course: Course, period: AgreementPeriod, onDate: Day): TimelineItem[] {
  return nextDeadlines(course, period, onDate)
    .filter(({ kind }) => kind !== 'agreement_end' && kind !== 'period_end')
    .map(({ kind, day }) => mark(course, kind, day))
}

function mark(course: Course, kind: TimelineKind, day: Day): TimelineItem {
  return { day, kind, certain: true, article: articleOf(course.terms, TERM[kind] ?? '') }
}
