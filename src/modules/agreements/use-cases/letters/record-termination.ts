import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LetterSentAct, NoticeSentAct, TerminationNotifiedAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordBindingAct } from '../record-act.ts'
import { type Channel, type LetterRefusal, type Scope, whyNoLetter, wordsOf } from './formal-notice-acts.ts'

export interface TerminationLetter {
  from: Party
  channel: Channel
  /** Day of sending or of notification: the last day in force. AGR-54. */
  sentOn: Day
  tracking: string
  /** The formal notice it rests on; null: none, and the termination is kept without effect. */
  formalNotice: string | null
  scope: Scope
}

export type TerminationRefusal = LetterRefusal | 'no-such-notice'

/** Records a termination, full or partial. One sent too soon, or in another form, is kept without effect. */
export function recordTermination(context: Context, target: Target, letter: TerminationLetter) {
  return recordBindingAct(context, target, 'agreement.terminated', (agreement) =>
    terminationAct(agreement, letter, context.today),
  )
}

export function terminationAct(
  agreement: Agreement,
  { from, channel, sentOn, tracking, formalNotice, scope }: TerminationLetter,
  today: Day,
): LetterSentAct | NoticeSentAct | TerminationNotifiedAct | Refusal<TerminationRefusal> {
  const refusal = whyNoLetter(agreement, { from, sentOn, scope }, today)
  if (refusal) return refusal
  const known = stateOn(agreement.terms, agreement.acts, today).formalNotices
  if (formalNotice !== null && !known.some(({ id }) => id === formalNotice)) return refuse('no-such-notice')
  const about = {
    from,
    occurredOn: sentOn,
    id: newId<'act'>(),
    ...wordsOf(scope),
    ...(formalNotice && { formalNotice }),
  }
  if (channel === 'notification') return { type: 'termination_notified', ...about }
  return channel === 'registered_letter'
    ? { type: 'registered_letter_sent', purpose: 'termination', ...about, ...(tracking && { tracking }) }
    : { type: 'notice_sent', purpose: 'termination', channel, ...about }
}
