import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findDecision } from '../../data/decisions/decisions.queries.ts'
import type { DecisionId } from '../../data/decisions/decisions.store.ts'
import { addNotificationFact, notificationFactsOf } from '../../data/decisions/notifications.store.ts'
import type { LETTER_FACTS } from '../../domain/decisions/notification.ts'
import { recordedBy } from '../recorded-by.ts'
import { awardReachOf } from './award-reach-of.ts'

export type OpenRefusal = 'no-such-decision' | 'not-addressed'

/** The decision is opened in the account of whom it is addressed to: it is notified that day (LAB-16). Once, whoever comes. */
export async function openDecision(
  context: Context,
  id: DecisionId,
): Promise<'opened' | 'opened-before' | Refusal<OpenRefusal>> {
  // Whoever reads for the head of the network notifies nobody.
  if (context.reach.kind !== 'these') return refuse('not-addressed')
  const reach = await awardReachOf(context)
  return inTransaction<'opened' | 'opened-before' | Refusal<OpenRefusal>>(context.db, async (tx) => {
    if (!(await findDecision(tx, reach, id))) return refuse('no-such-decision')
    const fact = { kind: 'opened', on: context.today } as const
    const isFirst = await addNotificationFact(tx, id, fact, recordedBy(context))
    await writeJournal(tx, context, 'label-decision.opened', id)
    return isFirst ? 'opened' : 'opened-before'
  })
}

export type NotificationRefusal =
  | 'no-such-decision'
  | 'told-in-the-future'
  | 'before-the-decision'
  | 'out-of-order'

/** How its registered letter travelled, as the slips say. The last one told of a kind counts. */
export async function noteLetterFact(
  context: Context,
  id: DecisionId,
  fact: { kind: (typeof LETTER_FACTS)[number]; on: Day; tracking: string },
): Promise<true | Refusal<NotificationRefusal>> {
  const reach = await awardReachOf(context)
  return inTransaction<true | Refusal<NotificationRefusal>>(context.db, async (tx) => {
    const decision = context.reach.kind === 'all' ? await findDecision(tx, reach, id) : null
    if (!decision) return refuse('no-such-decision')
    if (fact.on > context.today) return refuse('told-in-the-future')
    if (fact.on < decision.decidedOn) return refuse('before-the-decision')
    const told = (await notificationFactsOf(tx, [id])).get(id) ?? []
    const posted = told.findLast(({ kind }) => kind === 'posted')?.on
    if (fact.kind !== 'posted' && posted && fact.on < posted) return refuse('out-of-order', { day: posted })
    await addNotificationFact(tx, id, fact, recordedBy(context))
    await writeJournal(tx, context, 'label-decision.notified', id, { fact: fact.kind, on: fact.on })
    return true
  })
}
