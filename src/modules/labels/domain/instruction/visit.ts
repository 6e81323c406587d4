export const SEEN = ['yes', 'partly', 'no'] as const
export type Seen = (typeof SEEN)[number]

/** What was found on the spot, by code of criterion. */
export type Findings = Readonly<Record<string, { readonly seen: Seen; readonly note: string }>>

export type VisitState = 'proposed' | 'confirmed' | 'declined' | 'cancelled' | 'reported' | 'replied'

/** Where a visit stands: what came last says it. LAB-13. */
export function visitState(visit: {
  readonly confirmedAt: unknown
  readonly declinedAt: unknown
  readonly cancelledAt: unknown
  readonly reportedAt: unknown
  readonly repliedAt: unknown
}): VisitState {
  if (visit.repliedAt) return 'replied'
  if (visit.reportedAt) return 'reported'
  if (visit.cancelledAt) return 'cancelled'
  if (visit.declinedAt) return 'declined'
  return visit.confirmedAt ? 'confirmed' : 'proposed'
}
