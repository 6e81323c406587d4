import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { takeLink } from '../../data/sign-in/links.store.ts'
import { confirmEmail } from '../../data/sign-in/own-account.store.ts'

/** The person reads this mailbox: from now on they may sign in. */
export function confirmOwnEmail(context: Context, token: string): Promise<null | Refusal<'link-over'>> {
  return inTransaction(context.db, async (tx) => {
    const link = await takeLink(tx, 'confirmation', token)
    if (!link?.personId) return refuse('link-over')
    await confirmEmail(tx, link.personId, link.email)
    await writeJournal(tx, context, 'email.confirmed', link.personId)
    return null
  })
}
