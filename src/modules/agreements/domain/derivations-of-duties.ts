import type { Day } from '../../../kernel/day.ts'
import type { AmendmentRequest } from './amendment-requests.ts'
import type { AmendmentState } from './amendments.ts'
import type { MinutesState } from './committees.ts'
import type { Course } from './course.ts'
import { by, known } from './derivations.ts'
import type { DisputeState } from './disputes.ts'
import type { Derivation } from './explanation.ts'
import type { FormalNoticeState } from './notices.ts'
import type { Obligation, ObligationCode } from './obligations.ts'

// How each day that an act starts, or that a duty brings, was found.

export function ofAmendment(course: Course, { id, effectiveOn, signedOn }: AmendmentState): Derivation {
  const isStated = course.amendments.drafts.get(id)?.statedEffect === effectiveOn
  return {
    ...by(course, 'amendmentEffect', 'AGR-59'),
    trigger: signedOn && { name: id, day: signedOn },
    inputs: known({ lastSignature: signedOn }),
    arithmetic: isStated ? 'stated_by_amendment' : 'first_day_of_next_month',
  }
}

export function ofRequest(course: Course, { name, arrivedOn }: AmendmentRequest): Derivation {
  const months = course.terms.amendmentRequest?.months
  return {
    ...by(course, 'amendmentRequest', 'AGR-58'),
    trigger: { name, day: arrivedOn },
    inputs: known({ months, arrivedOn }),
    arithmetic: 'subtract_months',
    reading: 'requestLimitEnd',
  }
}

export function ofCure(course: Course, { id }: FormalNoticeState): Derivation {
  const notice = course.formalNotices.get(id)
  const day = notice?.triggeredOn ?? null
  return {
    ...by(course, 'formalNotice', 'AGR-51'),
    trigger: day && { name: id, day },
    inputs: known({ trigger: day, days: notice?.days }),
    arithmetic: 'add_days',
    reading: 'weekendHolidayShift',
  }
}

export function ofShiftedCure(course: Course, { cureLastDay }: FormalNoticeState): Derivation {
  return {
    ...by(course, 'formalNotice', 'AGR-52'),
    inputs: known({ cureLastDay }),
    arithmetic: 'next_working_day',
    reading: 'holidayCalendar',
  }
}

export function ofTerminationRight(course: Course, { id, cureLastDay }: FormalNoticeState): Derivation {
  const isWindow = course.readings.formalNoticeReading === 'window'
  const eve = isWindow ? (course.formalNotices.get(id)?.triggeredOn ?? null) : cureLastDay
  return { ...ofDayAfter(course, 'formalNotice', 'AGR-51', eve), reading: 'formalNoticeReading' }
}

export function ofAmicablePhase(course: Course, { id }: DisputeState): Derivation {
  const dispute = course.disputes.get(id)
  const day = dispute?.triggeredOn ?? null
  return {
    ...by(course, 'dispute', 'AGR-65'),
    trigger: day && { name: id, day },
    inputs: known({ trigger: day, days: dispute?.clause?.amicableDays }),
    arithmetic: 'add_days',
    reading: 'unclaimedLetterReceipt',
  }
}

export function ofDayAfter(course: Course, term: string, rule: string, eve: Day | null): Derivation {
  return { ...by(course, term, rule), inputs: known({ previousLastDay: eve }), arithmetic: 'day_after' }
}

/** The term that founds each duty, and its rule. */
const DUTIES: Readonly<Record<ObligationCode, readonly [term: string, rule: string]>> = {
  place_update: ['placeUpdate', 'AGR-74'],
  committee_steering: ['committee', 'AGR-62'],
  committee_network: ['committee', 'AGR-62'],
  committee_bilateral: ['committee', 'AGR-62'],
  committee_governance: ['governance', 'AGR-144'],
  operation_results: ['communication', 'AGR-67'],
}

export function ofObligation(course: Course, { code, window, place, fulfilledOn }: Obligation): Derivation {
  const [term, rule] = DUTIES[code]
  return {
    ...by(course, term, rule),
    inputs: known({ window, place, fulfilledOn }),
    arithmetic: 'last_day_of_window',
    ...(code.startsWith('committee') && { reading: 'committeeYear' }),
    ...(code === 'place_update' && { reading: 'entrySemester' }),
  }
}

export function ofValidation(course: Course, { meeting, validatedOn }: MinutesState): Derivation {
  const validations = course.committees.minutes.get(meeting)?.validations ?? []
  return {
    ...by(course, 'committee', 'AGR-64'),
    trigger: validatedOn && { name: meeting, day: validatedOn },
    inputs: Object.fromEntries(validations),
    arithmetic: 'last_validation',
    reading: 'silenceIsConsent',
  }
}
