import { addDays, type Day } from '../../../kernel/day.ts'
import { nameOf } from './acts.ts'
import type { PlaceLabel } from './annex.ts'
import { type Course, endingOf } from './course.ts'
import { type Deadline, endOfValidity } from './deadlines.ts'
import type { Denunciation } from './denunciation.ts'
import type { EndReason } from './ending.ts'
import { lastSignature } from './entry.ts'
import type { Derivation, ExplainedState } from './explanation.ts'
import { type AgreementPeriod, type CountedPeriod, countedAt, type PeriodGrid } from './periods.ts'
import type { Reading } from './profile.ts'
import { articleOf } from './terms.ts'

// How each value of the agreement's life was found, from the terms and the acts that decide it.

/** The term that founds each way to end. */
export const TERM_OF_END: Readonly<Record<EndReason, string>> = {
  expired: 'renewal',
  denounced: 'denunciation',
  terminated: 'formalNotice',
  mutual: 'amendmentEffect',
}

export function ofStatus(course: Course, state: ExplainedState, onDate: Day): Derivation {
  const { enteredIntoForceOn, lastDayInForce, endReason, status } = state
  const inputs = known({ onDate, enteredIntoForceOn, lastDayInForce })
  const term = endReason
    ? TERM_OF_END[endReason]
    : status === 'denunciation_pending'
      ? 'denunciation'
      : 'entry'
  return { ...by(course, term, 'AGR-100'), inputs, arithmetic: 'status_on_day' }
}

export function ofEntry(course: Course): Derivation {
  const last = lastSignature(course)
  const signed = Array.from(course.signing.signatures, ([party, { act }]) => [party, act.occurredOn])
  const { entryDate } = course.terms
  return {
    ...by(course, 'entry', 'AGR-34'),
    trigger: last && { name: nameOf(last.act, last.seq), day: last.act.occurredOn },
    inputs: known({ ...Object.fromEntries(signed), entryDate }),
    arithmetic: entryDate === undefined ? 'last_signature' : 'fixed_date_or_last_signature',
    reading: 'signatureOfPluralParties',
  }
}

export function ofPeriodStart(course: Course, period: AgreementPeriod): Derivation {
  if (period.index === 1) {
    return {
      ...by(course, 'entry', 'AGR-34'),
      inputs: { enteredIntoForceOn: period.start },
      arithmetic: 'day_of_entry',
    }
  }
  return {
    ...by(course, 'renewal', period.kind === 'tacit' ? 'AGR-36' : 'AGR-37'),
    inputs: { previousLastDay: addDays(period.start, -1) },
    arithmetic: 'day_after',
  }
}

export function ofPeriodEnd(course: Course, grid: PeriodGrid, period: AgreementPeriod): Derivation {
  return ofTerm(course, countedAt(grid, period.lastDay))
}

export function ofEnd(course: Course, grid: PeriodGrid): Derivation {
  const { governing } = course.denunciations
  const ending = endingOf(course)
  if (ending?.reason === 'denounced' && governing) return ofNotice(course, governing, ending.lastDay)
  if (ending?.reason === 'terminated') return ofTermination(course, ending.lastDay)
  if (ending?.reason === 'mutual') return ofAgreedEnd(course, ending.lastDay)
  return ofTerm(course, countedAt(grid, ending?.lastDay ?? grid.anchor), governing?.noticeEnd ?? null)
}

/** A term written by the initial duration, a renewal, or the amendment that extended it. */
function ofTerm(course: Course, period: CountedPeriod, noticeEnd: Day | null = null): Derivation {
  const { kind, anchor, years, lastDay } = period
  if (years === 0) return ofAgreedEnd(course, lastDay)
  const rules = { initial: 'AGR-35', tacit: 'AGR-36', express: 'AGR-37' }
  return {
    ...by(course, kind === 'initial' ? 'initialYears' : 'renewal', rules[kind]),
    inputs: known({ anchor, years, noticeEnd }),
    arithmetic: 'last_day_of_term',
    reading: 'termLastDay',
  }
}

function ofAgreedEnd(course: Course, lastDay: Day): Derivation {
  const amendment = [...course.amendments.drafts.values()].find(({ newLastDay }) => newLastDay === lastDay)
  const day = amendment?.completedOn ?? null
  return {
    ...by(course, 'amendmentEffect', 'AGR-60'),
    trigger: amendment && day ? { name: amendment.name, day } : null,
    inputs: known({ lastSignature: day, newLastDay: lastDay }),
    arithmetic: 'agreed_last_day',
  }
}

function ofTermination(course: Course, lastDay: Day): Derivation {
  const termination = course.terminations.find((one) => one.lastDay === lastDay && one.scope === 'full')
  return {
    ...by(course, 'formalNotice', 'AGR-54'),
    trigger: termination ? { name: termination.name, day: termination.sentOn } : null,
    inputs: known({ formalNotice: termination?.notice.name, cureLastDay: termination?.notice.cureLastDay }),
    arithmetic: 'day_of_termination',
    reading: 'terminationLastDay',
  }
}

function ofNotice(course: Course, denunciation: Denunciation, lastDay: Day): Derivation {
  const { name, triggeredOn, noticeEnd, months, anyTime } = denunciation
  const shared = {
    trigger: triggeredOn && { name, day: triggeredOn },
    inputs: known({ trigger: triggeredOn, from: course.terms.denunciation?.from, months, noticeEnd }),
  }
  if (lastDay === noticeEnd) {
    const rule = by(course, 'denunciation', 'AGR-46')
    return { ...rule, ...shared, arithmetic: 'add_months', reading: 'monthCount' }
  }
  return {
    ...by(course, 'denunciation', anyTime ? 'AGR-47' : 'AGR-148'),
    ...shared,
    arithmetic: 'end_of_period_of_notice',
    ...(anyTime && { reading: readingOfNotice(lastDay, noticeEnd) }),
  }
}

/** The notice is cut by its period, or waits for the end of the initial one. */
function readingOfNotice(lastDay: Day, noticeEnd: Day | null): Reading {
  return noticeEnd !== null && lastDay < noticeEnd ? 'denunciationPastTerm' : 'denunciationInInitialTerm'
}

export function ofRequestLimit(course: Course, period: AgreementPeriod): Derivation {
  const inputs = known({ end: endOfValidity(course, period), months: course.terms.amendmentRequest?.months })
  return {
    ...by(course, 'amendmentRequest', 'AGR-58'),
    inputs,
    arithmetic: 'subtract_months',
    reading: 'requestLimitEnd',
  }
}

export function ofDeadline(
  course: Course,
  grid: PeriodGrid,
  period: AgreementPeriod,
  deadline: Deadline,
): Derivation {
  switch (deadline.kind) {
    case 'agreement_end':
      return ofEnd(course, grid)
    case 'period_end':
      return ofPeriodEnd(course, grid, period)
    case 'last_day_to_request_amendment':
      return ofRequestLimit(course, period)
    case 'last_day_to_denounce_before_renewal':
      return {
        ...by(course, 'denunciation', 'AGR-50'),
        inputs: known({
          months: course.terms.denunciation?.months,
          start: deadline.day,
          before: deadline.before,
        }),
        arithmetic: 'search_latest_start',
        reading: 'monthCount',
      }
  }
}

export function ofLabel(course: Course, { place, status }: PlaceLabel): Derivation {
  const listed = course.annex.get(place)
  const lastDayInForce = listed?.leftAfter ?? endingOf(course)?.lastDay
  const isFallen = status === 'withdrawn'
  return {
    ...by(course, 'labelLoss', 'AGR-56'),
    inputs: known({ lastDayInForce }),
    arithmetic: isFallen ? 'label_falls_with_termination' : 'label_follows_agreement',
    reading: listed?.leftBy === 'termination' ? 'labelScopeOnPartialTermination' : 'labelAfterOtherEnd',
  }
}

/** The article of the term, and the rule applied; an act that started it is added by who knows one. */
export function by(
  course: Course,
  term: string,
  rule: string,
): Pick<Derivation, 'article' | 'rule' | 'trigger'> {
  return { article: articleOf(course.terms, term), rule, trigger: null }
}

export function known(
  inputs: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(inputs)) {
    if (value !== null && value !== undefined) kept[name] = value
  }
  return kept
}
