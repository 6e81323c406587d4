import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { saveOrientationRule } from '../../data/orientation/orientation-rule.store.ts'

/** The network follows the orientations whose bearer agrees, or keeps nothing of any. DIR-76. */
export async function chooseFollowUp(context: Context, follows: boolean): Promise<void> {
  const { network, now, actor } = context
  await inTransaction(context.db, async (tx) => {
    await saveOrientationRule(tx, network.id, { follows, at: now, by: personOf(actor)?.personId ?? null })
    await writeJournal(tx, context, 'orientation-rule.chosen', network.id, { follows })
  })
}
