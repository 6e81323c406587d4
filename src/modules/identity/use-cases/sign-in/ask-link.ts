import { countAttempt } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { noteLinkAsked } from '../../data/sign-in/links.store.ts'
import { findByEmail } from '../../data/sign-in/own-account.store.ts'
import { LINKS_PER_HOUR } from '../../domain/sign-in/links.ts'
import { sendLink } from '../../jobs/send-link.ts'

interface Asked {
  purpose: 'sign-in' | 'password' | 'confirmation'
  email: string
  next: string
}

/**
 * Asks for a link by mail. Always the same answer and the same work, whether somebody has this e-mail or not and
 * whether they already asked too often: only the job knows.
 */
export async function askLink(
  context: Context,
  config: Pick<Config, 'secret'>,
  { purpose, email, next }: Asked,
): Promise<void> {
  const { db, now, network } = context
  const key = `link:${keyedDigest(config, 'link', purpose, email)}`
  const { count } = await countAttempt(db, key, 3600, now)
  const person = await findByEmail(db, email)
  const personId = count > LINKS_PER_HOUR ? null : (person?.id ?? null)
  await inTransaction(db, async (tx) => {
    const link = await noteLinkAsked(tx, { purpose, personId, email, next })
    await writeJournal(tx, context, 'link.asked', link, { for: purpose })
    await enqueue(tx, sendLink, { link, network: network.id })
  })
}
