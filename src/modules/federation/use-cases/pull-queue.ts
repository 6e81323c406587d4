/** Named apart from the job, which needs the acts that put it in this queue. */
export const pullQueue = { name: 'federation/pull-source' } as const
