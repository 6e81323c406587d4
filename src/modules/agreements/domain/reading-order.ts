import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Act, ActType } from './acts.ts'

/** An act and its rank in the log. */
export interface Ranked<A extends Act = Act> {
  readonly act: A
  readonly seq: number
}

/** On one civil day, acts are read in the order of AGR-99: what signs, what renews, then what ends. */
const STAGE: Readonly<Record<ActType, number>> = {
  signature: 0,
  signature_declined: 0,
  signing_reopened: 0,
  delegation_ratified: 1,
  reading_chosen: 1,
  act_voided: 1,
  place_listed: 1,
  renewal_signed: 2,
  committee_decision: 2,
  amendment_requested: 3,
  amendment_signed: 3,
  registered_letter_sent: 4,
  notice_sent: 4,
  registered_letter_first_presented: 5,
  registered_letter_received: 5,
  registered_letter_returned_unclaimed: 6,
  denunciation_withdrawn: 7,
  formal_notice_remedied: 7,
  formal_notice_abandoned: 7,
  termination_notified: 8,
  dispute_opened: 9,
  place_information_updated: 9,
  meeting_held: 9,
  vote: 10,
  minutes_validated: 10,
  communication_requested: 9,
  communication_answered: 10,
  minutes_issued: 10,
  minutes_reserved: 10,
  dispute_settled: 10,
  operation_reported: 10,
}

/**
 * The acts to read, in order: known by `knownAt`, not corrected since, and dated on or before `onDate` (null: all).
 * A correction replaces its act as soon as it is known, whatever day either bears. By day, stage, instant (an act
 * with a day alone comes before the instants of that day), then rank.
 */
export function inReadingOrder(acts: readonly Act[], onDate: Day | null, knownAt?: Instant): Ranked[] {
  const corrected = acts.some(({ supersedes }) => supersedes !== undefined)
  const known: Ranked[] = []
  acts.forEach((act, position) => {
    const isKnown = knownAt === undefined || act.recordedAt === undefined || !isLater(act.recordedAt, knownAt)
    if (isKnown && (corrected || isBy(act, onDate))) known.push({ act, seq: act.seq ?? position })
  })
  const standing = corrected ? withCorrections(known).filter(({ act }) => isBy(act, onDate)) : known
  return standing.sort(compare)
}

/** An undated listing holds from the start. */
function isBy({ occurredOn }: Act, onDate: Day | null): boolean {
  return onDate === null || occurredOn === undefined || occurredOn <= onDate
}

function compare(one: Ranked, other: Ranked): number {
  return (
    order(one.act.occurredOn ?? '', other.act.occurredOn ?? '') ||
    STAGE[one.act.type] - STAGE[other.act.type] ||
    order(sortable(one.act.at), sortable(other.act.at)) ||
    one.seq - other.seq
  )
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** `…00Z` sorts after `…00.5Z`: without the `Z` they sort by time. */
function sortable(moment: Instant | undefined): string {
  return moment === undefined ? '' : moment.slice(0, -1)
}

function isLater(one: Instant, other: Instant): boolean {
  return sortable(one) > sortable(other)
}

/**
 * Two corrections of one act: the last recorded stands. A correction takes the name of what it corrects; one that
 * voids it has no effect of its own.
 */
function withCorrections(ranked: readonly Ranked[]): Ranked[] {
  const correctionOf = new Map<string, Ranked>()
  const byId = new Map<string, Ranked>()
  for (const one of ranked) {
    if (one.act.id !== undefined) byId.set(one.act.id, one)
    const target = one.act.supersedes
    if (target === undefined) continue
    const rival = correctionOf.get(target)
    if (!rival || rival.seq < one.seq) correctionOf.set(target, one)
  }
  return ranked
    .filter(({ act }) => act.id === undefined || !correctionOf.has(act.id))
    .filter((one) => one.act.supersedes === undefined || correctionOf.get(one.act.supersedes) === one)
    .filter(({ act }) => act.type !== 'act_voided')
    .map((one) => ({ act: { ...one.act, id: firstName(one.act, byId) } as Act, seq: one.seq }))
}

function firstName(act: Act, byId: ReadonlyMap<string, Ranked>): string | undefined {
  const seen = new Set<string>()
  let name = act.id
  let target = act.supersedes
  while (target !== undefined && !seen.has(target)) {
    seen.add(target)
    name = target
    target = byId.get(target)?.act.supersedes
  }
  return name
}
