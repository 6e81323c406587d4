import { type Day, latest } from '../../../kernel/day.ts'
import type { ListedPlace } from './annex.ts'
import { statusOf as communicationStatus } from './communications.ts'
import { type Course, endingOf } from './course.ts'
import { type Party, partnerOf } from './terms.ts'
import { civilSemesters, civilYears, contractYears, type Window, type Windows } from './windows.ts'

export type ObligationCode =
  | 'place_update'
  | 'committee_steering'
  | 'committee_network'
  | 'committee_bilateral'
  | 'committee_governance'
  | 'operation_results'

export type ObligationStatus = 'upcoming' | 'due' | 'fulfilled' | 'overdue'

/** What a clause asks to be done within a window. AGR-72, AGR-105. */
export interface Obligation {
  readonly code: ObligationCode
  readonly window: string
  readonly place?: string
  /** Last day of the window. */
  readonly dueBy: Day
  /** The party that owes it, when one alone does. */
  readonly responsible: Party | null
  readonly status: ObligationStatus
  /** The day of the fact that fulfils it, when the log holds one. */
  readonly fulfilledOn: Day | null
}

/** From entry to the window after `onDate`; a window cut short by the end is not owed. AGR-62, AGR-74, AGR-144. */
export function obligationsOn(course: Course, onDate: Day): Obligation[] {
  const { entry } = course
  if (entry === null || onDate < entry) return []
  return [
    ...placeUpdates(course, entry, onDate),
    ...meetings(course, entry, onDate),
    ...results(course, onDate),
  ]
}

/** `overdue` the day after the window, whatever is done later. AGR-72. */
export function statusIn({ start, lastDay }: Window, isDone: boolean, onDate: Day): ObligationStatus {
  if (isDone) return 'fulfilled'
  if (onDate > lastDay) return 'overdue'
  return onDate < start ? 'upcoming' : 'due'
}

function placeUpdates(course: Course, entry: Day, onDate: Day): Obligation[] {
  if (course.terms.placeUpdate === null) return []
  return [...course.annex.values()].flatMap((listed) => updatesOf(course, listed, entry, onDate))
}

function updatesOf(course: Course, listed: ListedPlace, entry: Day, onDate: Day): Obligation[] {
  const from = latest(entry, listed.listedOn) ?? entry
  const lastDay = listed.leftAfter ?? endedBy(course, onDate)
  const responsible = partnerOf(course.terms)
  return owed(civilSemesters, from, onDate, lastDay).flatMap((window) => {
    const covered = course.readings.entrySemester === 'covered' && within(window, from)
    const fulfilledOn = listed.updates.find((day) => within(window, day)) ?? (covered ? from : null)
    if (isCut(window, lastDay) && fulfilledOn === null) return []
    const status = statusIn(window, fulfilledOn !== null, onDate)
    const { name, lastDay: dueBy } = window
    return [
      { code: 'place_update', window: name, place: listed.place, dueBy, responsible, status, fulfilledOn },
    ]
  })
}

function meetings(course: Course, entry: Day, onDate: Day): Obligation[] {
  const { committee, governance } = course.terms
  const responsible = committee?.secretariat ?? null
  const steering = (committee?.kinds ?? (committee ? ['steering'] : [])).flatMap((kind) =>
    meetingsOf(course, { kind, windows: committeeWindows(course), entry, onDate, responsible }),
  )
  const governing = governance
    ? meetingsOf(course, {
        kind: 'governance',
        windows: contractYears,
        entry,
        onDate,
        responsible: null,
        perYear: governance.perYear,
      })
    : []
  return [...steering, ...governing]
}

interface MeetingDuty {
  readonly kind: string
  readonly windows: Windows
  readonly entry: Day
  readonly onDate: Day
  readonly responsible: Party | null
  readonly perYear?: number
}

function meetingsOf(course: Course, { kind, windows, entry, onDate, responsible, perYear }: MeetingDuty) {
  const { committee } = course.terms
  const number = perYear ?? (committee?.kinds ? 1 : (committee?.perYear ?? 1))
  const lastDay = endedBy(course, onDate)
  const held = course.committees.meetings.filter((meeting) => meeting.committee === kind)
  return owed(windows, entry, onDate, lastDay).flatMap((window): Obligation[] => {
    if (kind === 'network' && startsTooLate(window, entry)) return []
    const done = held.filter(({ heldOn }) => within(window, heldOn))
    const fulfilledOn = done[number - 1]?.heldOn ?? null
    if (isCut(window, lastDay) && fulfilledOn === null) return []
    return [
      {
        code: `committee_${kind}` as ObligationCode,
        window: window.name,
        dueBy: window.lastDay,
        responsible,
        status: statusIn(window, fulfilledOn !== null, onDate),
        fulfilledOn,
      },
    ]
  })
}

/** The committee of mid-year is owed in the year of entry when the entry left half a year for it. AGR-62. */
function startsTooLate(window: Window, entry: Day): boolean {
  return within(window, entry) && window.start < entry && entry.slice(5, 7) > '06'
}

function committeeWindows({ terms, readings }: Course): Windows {
  const byTerms = terms.committee?.kinds ? 'civil' : 'contract'
  return (readings.committeeYear ?? byTerms) === 'civil' ? civilYears : contractYears
}

/** Approved and held, an operation of communication owes its results; no clause gives a delay. AGR-67. */
function results(course: Course, onDate: Day): Obligation[] {
  return [...course.communications.values()].flatMap((asked): Obligation[] => {
    const { operationOn, reportedOn, name, from } = asked
    const isAgreed = ['approved', 'not_required'].includes(communicationStatus(asked))
    if (operationOn === null || !isAgreed) return []
    const status = reportedOn !== null ? 'fulfilled' : onDate < operationOn ? 'upcoming' : 'due'
    const duty = { code: 'operation_results', window: name, responsible: from } as const
    return [{ ...duty, dueBy: operationOn, status, fulfilledOn: reportedOn }]
  })
}

/** The windows that begin within the life of the agreement. */
function owed(windows: Windows, from: Day, onDate: Day, lastDay: Day | null): Window[] {
  const last = lastDay !== null && lastDay < onDate ? lastDay : onDate
  return windows(from, last).filter(({ start }) => lastDay === null || start <= lastDay)
}

/** The last day, once it is past: until then another act may still move it. */
function endedBy(course: Course, onDate: Day): Day | null {
  const lastDay = endingOf(course)?.lastDay ?? null
  return lastDay !== null && onDate > lastDay ? lastDay : null
}

function isCut(window: Window, lastDay: Day | null): boolean {
  return lastDay !== null && window.lastDay > lastDay
}

function within({ start, lastDay }: Window, day: Day): boolean {
  return start <= day && day <= lastDay
}
