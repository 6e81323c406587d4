import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Asked } from '../../../../platform/api/endpoint.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { desksById } from '../../data/desks.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { actOnce } from '../../use-cases/desk/act-once.ts'
import { lineTold } from './line-at.ts'
import { type AnyRefused, refusalProblem, staleProblem } from './refusals.ts'
import type { LineAnswer } from './schemas.ts'

/**
 * Does the work, once for its key when it has one, and gives its answer; sent again, the answer of the first time. What
 * is refused throws, which undoes everything and leaves no key. EQP-1305, L28.
 */
export async function once<Answer>(
  c: AppContext,
  { context, sent }: { context: Context; sent: Asked<unknown>['sent'] },
  work: (context: Context) => Promise<Answer>,
): Promise<Answer> {
  if (!sent) return inTransaction(context.db, (tx) => work({ ...context, db: tx }))
  const act = { ...sent, deviceAt: null, packVersion: '' }
  const kept = await actOnce(context, act, async (inAct) => ({
    location: '',
    sentence: JSON.stringify(await work(inAct)),
  }))
  if (isRefusal(kept)) throw refusalProblem(kept, 'Europe/Paris')
  for (const action of kept.journalled) c.var.context.journalled.add(action)
  return JSON.parse(kept.sentence) as Answer
}

/** One act on one line: the line as it is then, or why not. A stale version is 412, the state of the world 409. EQP-1704. */
export function actOn(
  c: AppContext,
  { context, line, asked }: { context: Context; line: Line; asked: Asked<unknown> },
  work: (context: Context, target: { lineId: Line['id']; seen: number }) => Promise<object>,
): Promise<LineAnswer> {
  return once(c, { context, sent: asked.sent }, async (inAct) => {
    const outcome = await work(inAct, { lineId: line.id, seen: asked.seen })
    const now = (await findLine(inAct.db, context.reach, line.id)) ?? line
    if (!isRefusal(outcome)) return lineTold(now)
    if (outcome.refused === 'state_changed' && now.seq !== asked.seen) throw staleProblem(now.seq, now.state)
    const zone = (await desksById(inAct.db, [line.deskId])).get(line.deskId)?.calendar.zone
    throw refusalProblem(outcome as AnyRefused, zone ?? 'Europe/Paris')
  })
}
