import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { PartFound } from '../desk/condition.ts'
import { isWorse } from '../desk/condition.ts'
import type { UnitId } from '../equipment.ts'
import { type DeskCalendar, openingDayFrom } from '../opening.ts'

export type IncidentId = Id<'incident'>

/** What may happen to a lent thing. EQP-902. */
export const INCIDENT_KINDS = [
  'breakdown',
  'damage',
  'loss',
  'theft',
  'unauthorised_repair',
  'missing_part',
  'emergency_intervention',
] as const

export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** Those a manager opens: an emergency is declared by whoever intervened. */
export const OPENED_KINDS = INCIDENT_KINDS.filter((kind) => kind !== 'emergency_intervention')

export const INCIDENT_STATES = [
  'declared',
  'assessed',
  'charged',
  'not_charged',
  'contested',
  'closed',
] as const

export type IncidentState = (typeof INCIDENT_STATES)[number]

/** What may follow: all that is absent is refused. An assessment may be completed. EQP-902. */
export const INCIDENT_TRANSITIONS: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  declared: ['assessed'],
  assessed: ['assessed', 'charged', 'not_charged', 'contested'],
  contested: ['contested', 'charged', 'not_charged'],
  charged: ['charged', 'contested', 'closed'],
  not_charged: ['not_charged', 'closed'],
  closed: ['closed'],
}

/** The thing is gone, and with it the loan that had it in hand. */
export function isGone(kind: IncidentKind): kind is 'loss' | 'theft' {
  return kind === 'loss' || kind === 'theft'
}

/** Opening days after which the reference of the complaint is asked again. EQP-902. */
export const POLICE_OPENING_DAYS = 2

/** The day from which a theft without the reference of a complaint is listed and told again; null: nothing is owed. */
export function policeReminderDay(
  theft: { readonly kind: IncidentKind; readonly policeReference: string; readonly reportedAt: Instant },
  calendar: DeskCalendar,
): Day | null {
  if (theft.kind !== 'theft' || theft.policeReference !== '') return null
  return openingDayFrom(calendar, dayOf(theft.reportedAt, calendar.zone), POLICE_OPENING_DAYS)
}

/** What the return report gives to open, as the desk noted it. */
export interface Noted {
  readonly kind: 'missing_part' | 'damage'
  readonly rank: number
  /** Null: a label with a count. */
  readonly unitId: UnitId | null
  readonly label: string
  readonly found: number
  readonly left: number
  readonly remark: string
  readonly isCritical: boolean
}

/**
 * Parts counted fewer than they left, and things worse than worn: read from the two reports of this loan alone. A unit with
 * its own code that is not back yet is still in the borrower's hands: it is missing only once somebody says so. EQP-808.
 */
export function notedAtReturn(
  out: readonly PartFound[] | null,
  back: readonly PartFound[],
): { missing: Noted[]; damaged: Noted[] } {
  const pairs = back.map((part) => ({ part, left: out?.find(({ rank }) => rank === part.rank) }))
  const noted = ({ part, left }: (typeof pairs)[number], kind: Noted['kind']): Noted => ({
    kind,
    ...{ rank: part.rank, unitId: part.unitId, label: part.label, found: part.found, remark: part.remark },
    ...{ left: left?.found ?? part.expected, isCritical: part.isCritical },
  })
  return {
    missing: pairs
      .filter(({ part, left }) => part.unitId === null && part.found < (left?.found ?? part.expected))
      .map((pair) => noted(pair, 'missing_part')),
    damaged: pairs
      .filter(
        ({ part, left }) => part.condition === 'damaged' && isWorse(left?.condition ?? 'good', 'damaged'),
      )
      .map((pair) => noted(pair, 'damage')),
  }
}
