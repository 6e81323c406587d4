import { createHash } from 'node:crypto'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState, Problem } from '../../../../platform/http/form.ts'
import { done } from '../../../../platform/http/notice.ts'
import { actOnce } from '../../use-cases/act-once.ts'
import type { DeskRefused } from '../../use-cases/desk-refusal.ts'
import { problemOfDesk, statusOfDesk } from './desk-wording.ts'

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
  const answer = await actOnce(context, { key, digest: digestOf(c.req.path, values, beside) }, work)
  if (isRefusal(answer)) return refusedAgain(answer, again, zone)
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

function digestOf(path: string, values: FormState['values'], beside: string): string {
  const told = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([path, told, beside]))
    .digest('hex')
}
