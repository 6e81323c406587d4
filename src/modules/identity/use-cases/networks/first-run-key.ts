import { randomBytes } from 'node:crypto'
import type { Services } from '../../../../platform/services.ts'
import { holdKey, replaceKey } from '../../data/networks/first-run.store.ts'
import { isAnyNetwork } from '../../data/networks/networks.store.ts'
import { digestOfToken } from '../../data/sign-in/accounts.ts'

/** What a process shows while no network exists. */
export interface FirstRun {
  /** The key of the page that founds the first network; null: another process shows it. */
  key: string | null
  /** Lets another process show one. */
  close(): Promise<void>
}

/**
 * Makes the one-time key that opens the first run, while no network exists: only its digest is kept. A restart makes
 * another, and the one before opens nothing; of several processes, the first to start shows it. Null once a network
 * exists.
 */
export async function openFirstRun({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<FirstRun | null> {
  if (await isAnyNetwork(db)) return null
  const held = await holdKey(db)
  if (!held) return { key: null, close: async () => {} }
  const key = randomBytes(24).toString('base64url')
  if (!(await replaceKey(db, digestOfToken(key), clock.now()))) {
    await held.release()
    return null
  }
  return { key, close: () => held.release() }
}
