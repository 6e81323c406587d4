import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { lockRequest, type RightsRequest, recordAnswer, recordExtension } from '../data/requests.store.ts'
import { dueOn, type Outcome, type RequestId } from '../domain/request.ts'
import { tellAboutRequest } from '../jobs/tell-about-request.ts'

export type HandlingRefusal =
  | 'no-such-request'
  | 'already-answered'
  | 'already-extended'
  | 'too-late-to-extend'
  | 'answer-says-nothing'

/** Two months more, with the reason the person is told (art. 12, 3 GDPR): only while the first month runs. */
export function extendRequest(
  context: Context,
  id: RequestId,
  reason: string,
): Promise<Day | Refusal<HandlingRefusal>> {
  return onRequest<Day>(context, id, async (tx, request) => {
    if (request.extensionReason) return refuse('already-extended')
    if (request.dueOn < context.today) return refuse('too-late-to-extend')
    const due = dueOn(request.filedOn, { extended: true })
    await recordExtension(tx, id, { dueOn: due, reason })
    await writeJournal(tx, context, 'request.extended', id, { dueOn: due })
    await enqueue(tx, tellAboutRequest, { request: id, event: 'extended' })
    return due
  })
}

export interface Answer {
  outcome: Outcome
  text: string
}

/** The answer, told to the person by mail. A refusal, even in part, says why. */
export function answerRequest(
  context: Context,
  id: RequestId,
  answer: Answer,
): Promise<RightsRequest | Refusal<HandlingRefusal>> {
  return onRequest<RightsRequest>(context, id, async (tx, request) => {
    if (answer.outcome !== 'granted' && answer.text === '') return refuse('answer-says-nothing')
    await noteAnswer(tx, context, request, answer)
    await enqueue(tx, tellAboutRequest, { request: id, event: 'answered' })
    return request
  })
}

/** Writes the answer and its line, in the transaction of the act that is the answer. */
export async function noteAnswer(
  tx: Database,
  context: Context,
  { id }: RightsRequest,
  { outcome, text }: Answer,
): Promise<void> {
  const by = personOf(context.actor)?.personId ?? null
  await recordAnswer(tx, id, { at: context.now, outcome, answer: text, by })
  await writeJournal(tx, context, 'request.answered', id, { outcome })
}

/** One act at a time on a request that still waits. */
export function onRequest<T>(
  context: Context,
  id: RequestId,
  act: (tx: Database, request: RightsRequest) => Promise<T | Refusal<HandlingRefusal>>,
): Promise<T | Refusal<HandlingRefusal>> {
  return inTransaction<T | Refusal<HandlingRefusal>>(context.db, async (tx) => {
    const request = await lockRequest(tx, context.reach, id)
    if (!request) return refuse('no-such-request')
    if (request.answeredAt) return refuse('already-answered')
    return act(tx, request)
  })
}
