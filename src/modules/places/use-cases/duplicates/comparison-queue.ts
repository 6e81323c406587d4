/** The name that an act puts in the queue, and the job that works it. */
export const comparisonQueue = { name: 'places/compare-places' } as const
