import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { chooseEditingRule } from '../../data/life/editing-rule.store.ts'

/** Does the head of the network look at changes of what a place is? What waits already still waits. DIR-73. */
export async function chooseRule(context: Context, checks: boolean): Promise<void> {
  const { network, now, actor } = context
  await inTransaction(context.db, async (tx) => {
    const by = personOf(actor)?.personId ?? null
    await chooseEditingRule(tx, network.id, { checks, at: now, by })
    await writeJournal(tx, context, 'place-rule.chosen', network.id, { checks })
  })
}
