import { createHash } from 'node:crypto'
import { isId } from '../../../../kernel/id.ts'
import { parseInstant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState, Problem } from '../../../../platform/http/form.ts'
import { done } from '../../../../platform/http/notice.ts'
import { actOnce } from '../../use-cases/desk/act-once.ts'
import { type LateAct, recordConflict } from '../../use-cases/desk/desk-conflict.ts'
import type { DeskRefused } from '../../use-cases/desk/desk-refusal.ts'
import { lateSentence, problemOfDesk, statusOfDesk } from './desk-wording.ts'

interface Sent {
  typed: FormState
  again: (...problems: Problem[]) => Promise<Response>
  context: Context
  zone: string
  /** What was sent beside the texts: the fingerprint of a photo. */
  beside?: string
}

/**
 * Does an act of the desk once for its key, the one of the header or of the form, and answers as the first time when it
 * is sent again. A refusal shows the page again with what was typed. EQP-1305, L28.
 */
export async function answerOnce(
  c: AppContext,
  { typed, again, context, zone, beside = '' }: Sent,
  work: (context: Context) => Promise<{ location: string; sentence: string } | DeskRefused>,
): Promise<Response> {
  const { cle = '', ...values } = typed.values
  const key = c.req.header('idempotency-key') ?? String(cle)
  const told = {
    deviceAt: parseInstant(String(values.fait_a ?? '')),
    packVersion: String(values.paquet ?? ''),
  }
  const answer = await actOnce(context, { ...told, key, digest: digestOf(c.req.path, values, beside) }, work)
  if (isRefusal(answer)) {
    const isLate = values.hors_ligne === 'oui' && statusOfDesk(answer) === 409
    if (!isLate) return refusedAgain(answer, again, zone)
    const { message } = problemOfDesk(answer, zone)
    await keepConflict(c, context, { ...told, key, typed: values, reason: message })
    return refusedAgain(
      answer,
      () => again({ field: null, message: lateSentence(message, told, zone) }),
      zone,
    )
  }
  // Sent twice, its line is in the journal since the first time.
  for (const action of answer.journalled) c.var.context.journalled.add(action)
  return done(c, answer.location, answer.sentence)
}

export async function refusedAgain(
  refusal: DeskRefused,
  again: Sent['again'],
  zone: string,
): Promise<Response> {
  const shown = await again(problemOfDesk(refusal, zone))
  return new Response(shown.body, { status: statusOfDesk(refusal), headers: shown.headers })
}

/** What came too late is not done and not lost: whoever manages the inventory reads it. EQP-1303. */
async function keepConflict(
  c: AppContext,
  context: Context,
  late: Omit<LateAct, 'lineId' | 'act'>,
): Promise<void> {
  const lineId = c.req.param('ligne') ?? ''
  const act = c.req.path.split(`/prets/${lineId}/`)[1] ?? ''
  if (isId<'loan-line'>(lineId)) await recordConflict(context, { ...late, lineId, act })
}

function digestOf(path: string, values: FormState['values'], beside: string): string {
  const told = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([path, told, beside]))
    .digest('hex')
}
