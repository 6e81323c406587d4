import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { type Appeal, appealsAgainst } from '../../data/decisions/appeals.store.ts'
import { type Decision, findDecision } from '../../data/decisions/decisions.queries.ts'
import { notificationFactsOf } from '../../data/decisions/notifications.store.ts'
import { notifiedOn } from '../../domain/decisions/notification.ts'
import { awardReachOf } from '../../use-cases/decisions/award-reach-of.ts'

/** The decision of the address, within reach: 404 otherwise. */
export async function decisionAt(c: AppContext): Promise<Decision> {
  const { context } = c.var
  const id = c.req.param('id') ?? ''
  const reach = await awardReachOf(context)
  return orNotFound(isId<'decision'>(id) ? await findDecision(context.db, reach, id) : null)
}

/** Its facts, and whether it still waits to be opened by whoever reads: the head reads what it decided. LAB-16. */
export async function notificationOf(c: AppContext, decision: Decision) {
  const { db, reach } = c.var.context
  const facts = (await notificationFactsOf(db, [decision.id])).get(decision.id) ?? []
  return { facts, isToOpen: reach.kind === 'these' && notifiedOn(facts) === null }
}

export interface AppealAt {
  decision: Decision
  appeal: Appeal
}

/** The appeal of the address, against the decision of the address. */
export async function appealAt(c: AppContext): Promise<AppealAt> {
  const decision = await decisionAt(c)
  const appeals = await appealsAgainst(c.var.context.db, [decision.id])
  return { decision, appeal: orNotFound(appeals.find(({ id }) => id === c.req.param('recours'))) }
}
