export const APPEAL_KINDS = ['gracious', 'hierarchical'] as const
export type AppealKind = (typeof APPEAL_KINDS)[number]

export const APPEAL_STATES = ['asked', 'under_review', 'accepted', 'partly', 'rejected', 'withdrawn'] as const
export type AppealState = (typeof APPEAL_STATES)[number]

/** What may follow: all that is absent is refused. The database holds the same table. LAB-17. */
export const NEXT_APPEAL_STATES: Readonly<Record<AppealState, readonly AppealState[]>> = {
  asked: ['under_review', 'withdrawn'],
  under_review: ['accepted', 'partly', 'rejected', 'withdrawn'],
  accepted: [],
  partly: [],
  rejected: [],
  withdrawn: [],
}

export function mayFollowAppeal(from: AppealState, to: AppealState): boolean {
  return NEXT_APPEAL_STATES[from].includes(to)
}
