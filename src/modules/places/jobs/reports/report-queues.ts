/** Enqueued by the acts about a report, in their transaction. */
export const reportSent = { name: 'places/tell-report' } as const
export const reportAnswered = { name: 'places/tell-reporter' } as const
