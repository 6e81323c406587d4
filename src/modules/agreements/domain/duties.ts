import type { Day } from '../../../kernel/day.ts'
import { type ObligationStatus, statusIn } from './obligations.ts'
import type { AgreementState } from './state.ts'
import type { Party } from './terms.ts'
import { civilSemesters, civilYears, contractYears, type Window, type Windows } from './windows.ts'

/** Which module holds the facts that prove a duty; `declared`: only a file or a statement of the party does. */
export type EvidenceKind =
  | 'agenda'
  | 'equipment'
  | 'forum'
  | 'funding'
  | 'indicators'
  | 'jobs'
  | 'labels'
  | 'map'
  | 'photo'
  | 'places'
  | 'privacy'
  | 'refurbishing'
  | 'skills'
  | 'training'
  | 'watch'
  | 'workspaces'
  | 'declared'

/** A duty of a clause that the acts of the agreement do not settle by themselves. AGR-72, AGR-75. */
export interface Duty {
  readonly code: string
  readonly article: string
  readonly actor: Party
  /** `life`: once for all, or all along: no clause gives a rhythm. */
  readonly recurrence: 'life' | 'civil_semester' | 'civil_year' | 'contract_year'
  /** Any one of them proves it. */
  readonly evidence: readonly EvidenceKind[]
  /** « Autant que possible »: evidence is collected, the duty is never overdue. AGR-73. */
  readonly bestEfforts: boolean
  readonly perPlace?: true
}

/** A fact found by a module, or attached by hand. */
export interface EvidenceFact {
  readonly duty: string
  readonly place?: string
  readonly on: Day
  readonly kind: EvidenceKind
  /** Where to read it, from the network's base on (`/lieux/…`); null when a sentence says it all. Who says so. */
  readonly link: string | null
  readonly by: string
  /** What it shows, in a few words. */
  readonly says?: string
  /** It stands by itself, or a file said so: nobody's activity. */
  readonly isStanding?: true
}

/** One duty within one window: never `fulfilled` without the fact that proves it. */
export interface DutyInWindow {
  readonly duty: Duty
  readonly window: string
  readonly place: string | null
  /** Null when no clause gives a limit. */
  readonly dueBy: Day | null
  readonly status: ObligationStatus
  readonly evidence: EvidenceFact | null
}

const WINDOWS: Readonly<Record<Exclude<Duty['recurrence'], 'life'>, Windows>> = {
  civil_semester: civilSemesters,
  civil_year: civilYears,
  contract_year: contractYears,
}

/** Each duty in each window from entry to the one after `onDate`, with the first fact that proves it. AGR-72. */
export function dutiesOn(
  duties: readonly Duty[],
  state: AgreementState,
  facts: readonly EvidenceFact[],
  onDate: Day,
): DutyInWindow[] {
  const { enteredIntoForceOn: entry, status, lastDayInForce } = state
  if (entry === null) return []
  const end = status === 'ended' ? lastDayInForce : null
  const places = state.labels.map(({ place }) => place)
  return duties.flatMap((duty) =>
    (duty.perPlace ? places : [null]).flatMap((place) =>
      windowsOf(duty, entry, onDate, end).map((window) => inWindow(duty, window, place, facts, onDate)),
    ),
  )
}

function inWindow(
  duty: Duty,
  window: Window,
  place: string | null,
  facts: readonly EvidenceFact[],
  onDate: Day,
): DutyInWindow {
  const proof = facts.filter((fact) => proves(fact, duty, window, place))
  const evidence = proof.reduce<EvidenceFact | null>(earlier, null)
  const isLimited = duty.recurrence !== 'life'
  const status = statusIn(window, evidence !== null, onDate)
  return {
    duty,
    window: isLimited ? window.name : 'life',
    place,
    dueBy: isLimited ? window.lastDay : null,
    status: status === 'overdue' && (duty.bestEfforts || !isLimited) ? 'due' : status,
    evidence,
  }
}

function proves(fact: EvidenceFact, duty: Duty, window: Window, place: string | null): boolean {
  const isAbout = fact.duty === duty.code && (place === null || fact.place === place)
  const isAccepted = fact.kind === 'declared' || duty.evidence.includes(fact.kind)
  return isAbout && isAccepted && window.start <= fact.on && fact.on <= window.lastDay
}

/** A window cut by the end is not owed. */
function windowsOf({ recurrence }: Duty, entry: Day, onDate: Day, end: Day | null): Window[] {
  const last = end ?? onDate
  if (recurrence === 'life') return [{ name: 'life', start: entry, lastDay: last < onDate ? last : onDate }]
  return WINDOWS[recurrence](entry, last).filter(({ lastDay }) => end === null || lastDay <= end)
}

function earlier(one: EvidenceFact | null, other: EvidenceFact): EvidenceFact {
  return one !== null && one.on <= other.on ? one : other
}
