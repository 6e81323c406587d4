import type { Job } from '../../../platform/jobs/jobs.ts'
import { stampDigest } from '../../../platform/seal/time-stamp.ts'
import type { Services } from '../../../platform/services.ts'
import { addChainDigest, chainDigests, settledInstant } from '../data/act-chain.store.ts'
import { digestAfter } from '../use-cases/chain/verify-chains.ts'
import { digestText } from '../web/chain/chain-wording.ts'

/**
 * Nightly: one digest for the acts of all agreements, stamped when an authority is set. A copy leaves the database
 * with the log: whoever rewrites the chains cannot rewrite that. Once a day, whatever the number of processes. AGR-32.
 */
export const digestChains: Job = {
  name: 'agreements/digest-chains',
  schedule: '25 3 * * *',
  async work(services) {
    const { db, clock, log } = services
    const former = (await chainDigests(db)).at(-1) ?? null
    const upTo = await settledInstant(db)
    const day = clock.today()
    if (former && (former.upTo >= upTo || former.day >= day)) return
    const taken = await digestAfter(db, former, upTo)
    const row = { day, upTo, ...taken, ...(await stampOf(services, taken.digest)) }
    if (await addChainDigest(db, row))
      log.info({ digest: digestText(row) }, 'the acts are digested up to here')
  },
}

/** A silent authority does not keep the digest from being taken: that of tomorrow holds it too. */
async function stampOf(
  { config, log }: Services,
  digest: Buffer,
): Promise<{ authority: string | null; token: Buffer | null }> {
  if (!config.timestampUrl) return { authority: null, token: null }
  try {
    return { authority: config.timestampUrl, token: await stampDigest(config.timestampUrl, digest) }
  } catch (error) {
    log.warn({ error: String(error) }, 'the digest of the acts was not stamped')
    return { authority: null, token: null }
  }
}
