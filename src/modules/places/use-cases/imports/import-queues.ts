/** Named apart from the jobs, which need the acts that put them in these queues. */
export const importQueues = {
  check: { name: 'places/check-import' },
  apply: { name: 'places/apply-import' },
  tell: { name: 'places/tell-import' },
  harvest: { name: 'places/harvest-source' },
} as const
