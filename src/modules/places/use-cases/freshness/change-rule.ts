import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { type FreshnessRule, keepRule, ruleOf } from '../../data/freshness/rule.store.ts'

/** Who owes a word each semester in this network, and what becomes of those who stay silent. DIR-57, DIR-60. */
export function changeFreshnessRule(context: Context, rule: FreshnessRule): Promise<void> {
  const { network, now: at, actor } = context
  return inTransaction(context.db, async (tx) => {
    const before = await ruleOf(tx, network.id)
    await keepRule(tx, network.id, rule, { at, by: personOf(actor)?.personId ?? null })
    const changes = changesBetween({ ...before }, { ...rule })
    await writeJournal(tx, context, 'freshness-rule.changed', network.id, {}, { changes })
  })
}
