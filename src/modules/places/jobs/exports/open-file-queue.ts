/** Enqueued by whoever asks for a whole file that is not written yet, or no longer. */
export const openFileAsked = { name: 'places/write-open-file' } as const
