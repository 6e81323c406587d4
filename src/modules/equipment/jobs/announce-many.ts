import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { announce } from '../use-cases/telling/announce.ts'
import { type ManyAnnouncements, announcingMany as queue } from './risk-queue.ts'

/** Hands many loans to the mails, one announcement each: the same ones again change nothing. EQP-306, EQP-1104. */
export const announceMany: Job<ManyAnnouncements> = {
  ...queue,
  async work({ db }, { kind, lines }) {
    await inTransaction(db, async (tx) => {
      for (const line of lines) await announce(tx, { kind, line })
    })
  },
}
