import { addYears, type Day } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { Agreement } from './agreement.ts'
import type { DeadlineKind } from './deadlines.ts'
import { type AgreementState, stateOn } from './state.ts'

export type BoardKind = DeadlineKind | 'draft' | 'awaiting_signatures'

/** One thing to do or to know about one agreement, and the day it is due (or since when it waits). */
export interface BoardLine {
  readonly agreement: Agreement
  readonly state: AgreementState
  readonly kind: BoardKind
  readonly day: Day
}

/** Waits for an act of ours, since the day of the line; the other lines come on their day. */
export function isWaiting({ kind }: BoardLine): boolean {
  return kind === 'draft' || kind === 'awaiting_signatures'
}

/** What the agreements ask for until the same day next year, soonest first. AGR-80. */
export function board(agreements: readonly Agreement[], today: Day): BoardLine[] {
  const horizon = addYears(today, 1)
  return agreements
    .flatMap((agreement) => linesOf(agreement, today))
    .filter(({ day }) => day <= horizon)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function linesOf(agreement: Agreement, today: Day): BoardLine[] {
  const state = stateOn(agreement.terms, agreement.acts, today)
  const line = (kind: BoardKind, day: Day): BoardLine => ({ agreement, state, kind, day })
  if (state.status === 'draft') return [line('draft', dayOf(agreement.createdAt))]
  if (state.missingSignatures.length > 0)
    return [line('awaiting_signatures', lastSignature(agreement) ?? today)]
  return state.nextDeadlines.map(({ kind, day }) => line(kind, day))
}

/** Since when the missing signature is awaited. */
function lastSignature({ acts }: Agreement): Day | undefined {
  return acts.findLast((act) => act.type === 'signature')?.occurredOn
}
