import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant, timeOf } from '../../../../kernel/instant.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { stayOf } from '../duration.ts'
import type { LineId, UnitId } from '../equipment.ts'
import { daysUninsured, type Gap, type Proof } from '../insurance.ts'
import { isAway, type LineState } from '../line.ts'
import { type Risk, risksOf } from '../moving/lateness.ts'
import type { Rules } from '../rules.ts'

/** A loan as the desk needs to know it on the day of an appointment. */
export interface DeskLine {
  readonly id: LineId
  readonly state: LineState
  readonly unitId?: UnitId
  readonly organisationId: OrganisationId
  readonly collectorName: string
  /** Model and number: « Casque VR, VR-1 ». */
  readonly what: string
  readonly pickupAt: Instant
  readonly dueAt: Instant
  readonly backAt: Instant | null
  readonly rules: Rules | null
  readonly isInService: boolean
  readonly isWithAnother: boolean
  readonly lacksCritical: boolean
  /** The desk no longer opens at its hour: another one is awaited. EQP-306. */
  readonly hasClosedAppointment?: boolean
  /** An upkeep that was due keeps it from leaving. EQP-1001. */
  readonly isUpkeepLate?: boolean
  readonly proofs: readonly Proof[]
}

export interface DeskEntry {
  readonly line: DeskLine
  readonly risks: readonly Risk[]
  /** Days that no verified proof covers, before it leaves. */
  readonly uninsured: readonly Gap[]
}

export type Passage = 'pickup' | 'return'

/** One borrower at one hour, for one thing to do. */
export interface Appointment {
  readonly at: Instant
  readonly time: string
  readonly passage: Passage
  readonly organisationId: OrganisationId
  readonly collectorName: string
  readonly entries: readonly DeskEntry[]
}

export interface DeskDay {
  /** By hour, pickups first. */
  readonly appointments: readonly Appointment[]
  /** Expected before that day and not there yet: late returns, pickups within their grace, things to look at. */
  readonly before: readonly Appointment[]
}

/** The appointments of a day, by hour and borrower; `before` is told on the present day only. EQP-801. */
export function deskDay(lines: readonly DeskLine[], on: Day, now: Instant, zone: string): DeskDay {
  const passages = lines.map((line) => ({ line, passage: passageOf(line, on, zone) }))
  const grouped = Map.groupBy(passages, ({ line, passage }) =>
    [momentOf(line, passage), passage, line.organisationId, line.collectorName].join('|'),
  )
  const all = [...grouped.values()]
    .map((group) => appointmentOf(group, zone))
    .sort((one, other) => compareInstants(one.at, other.at) || (one.passage < other.passage ? -1 : 1))
  const dayOfOne = ({ at }: Appointment) => dayOf(at, zone)
  return {
    appointments: all.filter((one) => dayOfOne(one) === on),
    before: on === dayOf(now, zone) ? all.filter((one) => dayOfOne(one) < on) : [],
  }
}

function passageOf(line: DeskLine, on: Day, zone: string): Passage {
  if (line.state === 'approved' || line.state === 'prepared') return 'pickup'
  const leftToday = isAway(line.state) && dayOf(line.pickupAt, zone) === on && dayOf(line.dueAt, zone) > on
  return leftToday ? 'pickup' : 'return'
}

function momentOf(line: DeskLine, passage: Passage): Instant {
  return passage === 'pickup' ? line.pickupAt : (line.backAt ?? line.dueAt)
}

function appointmentOf(group: readonly { line: DeskLine; passage: Passage }[], zone: string): Appointment {
  const [first] = group as readonly [{ line: DeskLine; passage: Passage }]
  const at = momentOf(first.line, first.passage)
  return {
    at,
    time: timeOf(at, zone),
    passage: first.passage,
    organisationId: first.line.organisationId,
    collectorName: first.line.collectorName,
    entries: group.map(({ line }) => entryOf(line, zone)),
  }
}

function entryOf(line: DeskLine, zone: string): DeskEntry {
  const hasLeft = line.state !== 'approved' && line.state !== 'prepared'
  const risks = risksOf({
    isLate: line.isWithAnother,
    isInService: line.isInService,
    lacksCriticalPart: line.lacksCritical,
    isUpkeepLate: line.isUpkeepLate ?? false,
  })
  const stay = stayOf(line.pickupAt, line.dueAt, zone)
  return {
    line,
    risks: hasLeft ? [] : risks,
    uninsured: hasLeft ? [] : daysUninsured(stay, line.proofs, line.rules?.insuranceRisks.value ?? []),
  }
}
