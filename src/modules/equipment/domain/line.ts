import type { Instant } from '../../../kernel/instant.ts'

/** Where a loan of one unit stands. EQP-503. */
export const LINE_STATES = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
  'prepared',
  'displaced',
  'no_show',
  'out',
  'partially_returned',
  'returned',
  'lost',
  'stolen',
  'inspected',
  'disputed',
  'closed',
] as const

export type LineState = (typeof LINE_STATES)[number]

/**
 * What may follow: all that is absent is refused. The database holds the same table (`equipment.line_transition`); a
 * test compares them. EQP-503.
 */
export const TRANSITIONS: Readonly<Record<LineState, readonly LineState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['approved', 'rejected', 'withdrawn', 'expired'],
  approved: ['prepared', 'withdrawn', 'displaced', 'no_show'],
  rejected: [],
  withdrawn: [],
  expired: [],
  prepared: ['approved', 'no_show', 'out'],
  displaced: ['approved', 'withdrawn'],
  no_show: [],
  out: ['partially_returned', 'returned', 'lost', 'stolen'],
  partially_returned: ['returned', 'lost', 'stolen'],
  returned: ['inspected'],
  lost: ['closed'],
  stolen: ['closed'],
  inspected: ['closed', 'disputed'],
  disputed: ['closed'],
  closed: [],
}

export interface LineEvent {
  readonly seq: number
  readonly act: string
  readonly to: LineState
  readonly occurredAt: Instant
}

/** The state a story tells: that of its last event; a line without any is a draft. */
export function stateOf(events: readonly LineEvent[]): LineState {
  return (
    events.reduce<LineEvent | null>((last, one) => (last && last.seq > one.seq ? last : one), null)?.to ??
    'draft'
  )
}

/** The thing is, or was, in the borrower's hands. */
export function isAway(state: LineState): boolean {
  return state === 'out' || state === 'partially_returned'
}
