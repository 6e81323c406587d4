/** Enqueued with the decision on a change that waited, in its transaction. */
export const changeDecided = { name: 'places/tell-change-decided' } as const
