import { addDays, type Day } from '../../../kernel/day.ts'
import { nameOf } from './acts.ts'
import { type Course, endingOf } from './course.ts'
import { type Deadline, endOfValidity } from './deadlines.ts'
import type { Denunciation } from './denunciation.ts'
import { lastSignature } from './entry.ts'
import type { Derivation, ExplainedState } from './explanation.ts'
import { type AgreementPeriod, type PeriodGrid, yearsThrough } from './periods.ts'
import { articleOf } from './terms.ts'

// How each value of the state was found, from the terms and the acts that decide it.

export function ofStatus(course: Course, state: ExplainedState, onDate: Day): Derivation {
  const { enteredIntoForceOn, lastDayInForce } = state
  const inputs = known({ onDate, enteredIntoForceOn, lastDayInForce })
  return { ...by(course, 'entry', 'AGR-100'), inputs, arithmetic: 'status_on_day' }
}

export function ofEntry(course: Course): Derivation {
  const last = lastSignature(course)
  const signed = Array.from(course.signatures, ([party, { act }]) => [party, act.occurredOn])
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
  const previous = addDays(period.start, -1)
  return {
    ...by(course, 'renewal', period.kind === 'tacit' ? 'AGR-36' : 'AGR-37'),
    inputs: { previousLastDay: previous },
    arithmetic: 'day_after',
  }
}

export function ofPeriodEnd(course: Course, grid: PeriodGrid, period: AgreementPeriod): Derivation {
  const rules = { initial: 'AGR-35', tacit: 'AGR-36', express: 'AGR-37' }
  return {
    ...by(course, period.kind === 'initial' ? 'initialYears' : 'renewal', rules[period.kind]),
    inputs: { anchor: grid.anchor, years: yearsThrough(grid, period.index - 1) },
    arithmetic: 'last_day_of_term',
    reading: 'termLastDay',
  }
}

export function ofEnd(course: Course, grid: PeriodGrid): Derivation {
  const { governing } = course
  if (governing !== null && endingOf(course)?.reason === 'denounced') return ofNotice(course, governing)
  const renewals = grid.tacit ? (grid.tacit.max ?? 0) : grid.express.length
  return {
    ...by(course, renewals === 0 ? 'initialYears' : 'renewal', 'AGR-37'),
    inputs: known({
      anchor: grid.anchor,
      years: yearsThrough(grid, renewals),
      noticeEnd: governing?.noticeEnd,
    }),
    arithmetic: 'last_day_of_term',
    reading: 'termLastDay',
  }
}

function ofNotice(course: Course, { name, triggeredOn, noticeEnd }: Denunciation): Derivation {
  const clause = course.terms.denunciation
  const trigger = triggeredOn && { name, day: triggeredOn }
  const inputs = known({ trigger: triggeredOn, from: clause?.from, months: clause?.months, noticeEnd })
  if (clause?.anyTime === false) {
    return {
      ...by(course, 'denunciation', 'AGR-148'),
      trigger,
      inputs,
      arithmetic: 'end_of_period_of_notice',
    }
  }
  return {
    ...by(course, 'denunciation', 'AGR-46'),
    trigger,
    inputs,
    arithmetic: 'add_months',
    reading: 'monthCount',
  }
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

export function ofLabel(course: Course): Derivation {
  const inputs = known({ lastDayInForce: endingOf(course)?.lastDay })
  return {
    ...by(course, 'labelLoss', 'AGR-56'),
    inputs,
    arithmetic: 'label_follows_agreement',
    reading: 'labelAfterOtherEnd',
  }
}

function by(course: Course, term: string, rule: string) {
  return { article: articleOf(course.terms, term), rule, trigger: null }
}

function known(
  inputs: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(inputs)) {
    if (value !== null && value !== undefined) kept[name] = value
  }
  return kept
}
