import { addDays, civil, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { isWorse, type PartFound } from '../desk/condition.ts'
import type { LineId } from '../equipment.ts'
import type { Rule, RuleValues } from '../rules.ts'
import type { IncidentId, IncidentKind } from './incident.ts'

export type ChargeId = Id<'charge'>

/** What an agreement may leave to the borrower. EQP-201. */
export const CAUSES = ['theft', 'loss', 'damage'] as const

export type Cause = (typeof CAUSES)[number]

export const EVIDENCES = ['quote', 'invoice', 'replacement_value'] as const

export type Evidence = (typeof EVIDENCES)[number]

/** By what the incident tells; a person may say otherwise. */
export function causeOf(kind: IncidentKind): Cause {
  if (kind === 'theft') return 'theft'
  return kind === 'loss' || kind === 'missing_part' ? 'loss' : 'damage'
}

/** What a thing is worth on a day, in cents. */
export interface Worth {
  readonly cents: number
  readonly newCents: number
  /** Whole years since it was acquired. */
  readonly years: number
  /** Percent of the value taken off. */
  readonly off: number
}

/**
 * The replacement value less so much a year, whole years only, never under the floor of the policy. In cents, rounded down:
 * the doubt is the borrower's. EQP-905.
 */
export function worthOn(
  { newCents, acquiredOn }: { newCents: number; acquiredOn: Day },
  { yearlyPercent, floorPercent }: { yearlyPercent: number; floorPercent: number },
  on: Day,
): Worth {
  const years = Math.max(0, wholeYears(acquiredOn, on))
  const off = Math.min(100 - floorPercent, years * yearlyPercent)
  return { cents: Math.floor((newCents * (100 - off)) / 100), newCents, years, off }
}

function wholeYears(from: Day, to: Day): number {
  const [start, end] = [civil(from), civil(to)]
  const isBefore = end.month < start.month || (end.month === start.month && end.day < start.day)
  return end.year - start.year - (isBefore ? 1 : 0)
}

/** What the borrower is asked to bear, in cents. */
export interface Charge {
  readonly id: ChargeId
  readonly incidentId: IncidentId
  readonly lineId: LineId
  readonly cause: Cause
  readonly amountCents: number
  readonly evidence: Evidence
  readonly evidenceFileId: Id<'file'> | null
  /** How a replacement value was worked out; empty otherwise. */
  readonly basis: string
  readonly announcedAt: Instant
  readonly answerUntil: Day
  readonly position: 'accepted' | 'contested' | null
  readonly answer: string
  readonly answeredAt: Instant | null
  readonly decidedAt: Instant | null
  readonly decidedCents: number | null
  readonly decisionReason: string
  readonly settlement: 'paid' | 'waived' | null
  readonly settledOn: Day | null
}

/** All that the statement of a decided charge says. */
export interface Statement {
  readonly owner: string
  readonly borrower: string
  /** Reference of the agreement. */
  readonly agreement: string
  readonly zone: string
  readonly what: string
  /** Its number in the inventory. */
  readonly unitName: string
  readonly kind: IncidentKind
  readonly discoveredAt: Instant
  readonly charge: Charge & { decidedAt: Instant; decidedCents: number }
  readonly bears: Rule<RuleValues['borrowerBears']>
}

export interface ChargeAsked {
  readonly cause: Cause
  readonly amountCents: number
  readonly evidence: Evidence
  readonly hasFile: boolean
}

export type ChargeProblem =
  | 'cause_not_borne'
  | 'normal_wear'
  | 'evidence_missing'
  | 'above_worth'
  | 'worth_unknown'

/** Why a charge may not be announced; null when it may. EQP-905. */
export function chargeProblem(
  asked: ChargeAsked,
  known: { bears: readonly Cause[]; worth: Worth | null; isWearOnly: boolean },
): ChargeProblem | null {
  if (!known.bears.includes(asked.cause)) return 'cause_not_borne'
  if (asked.cause === 'damage' && known.isWearOnly) return 'normal_wear'
  if (asked.evidence !== 'replacement_value') return asked.hasFile ? null : 'evidence_missing'
  if (!known.worth) return 'worth_unknown'
  return asked.amountCents > known.worth.cents ? 'above_worth' : null
}

/** Both reports tell it, and all that changed is worn, nothing damaged nor missing: that is use, never charged. EQP-905. */
export function isWearOnly(out: readonly PartFound[], back: readonly PartFound[]): boolean {
  const worse = back.filter((part) => {
    const left = out.find(({ rank }) => rank === part.rank)
    return left && (isWorse(left.condition, part.condition) || part.found < left.found)
  })
  const isWorn = (part: PartFound) =>
    part.condition === 'worn' && part.found >= (out.find(({ rank }) => rank === part.rank)?.found ?? 0)
  return worse.length > 0 && worse.every(isWorn)
}

/** The last day the borrower has to answer. */
export function answerLimit(announcedOn: Day, days: number): Day {
  return addDays(announcedOn, days)
}

/** Nobody decides before the borrower answered, or had all the time to. EQP-905. */
export function mayDecide(
  { answeredAt, answerUntil }: { answeredAt: string | null; answerUntil: Day },
  today: Day,
): boolean {
  return answeredAt !== null || today > answerUntil
}
