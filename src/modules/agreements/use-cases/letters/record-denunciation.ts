import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LetterSentAct, NoticeSentAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordBindingAct } from '../record-act.ts'

export interface Letter {
  from: Party
  /** Day of deposit at the post office: the trigger of the notice (000 art. 8). */
  depositedOn: Day
  tracking: string
  /** Missing: a registered letter. */
  channel?: 'registered_letter' | 'email'
}

export type DenunciationRefusal = 'dated-in-the-future' | 'not-in-force-that-day' | 'unknown-party'

/**
 * Records that a party leaves. What it changes is read by the state function (AGR-46); without the clause, or in
 * another form than the clause wants, it is kept without effect (AGR-49).
 */
export function recordDenunciation(context: Context, target: Target, letter: Letter) {
  return recordBindingAct(context, target, 'agreement.denounced', (agreement) =>
    denunciationAct(agreement, letter, context.today),
  )
}

export function denunciationAct(
  { terms, acts }: Agreement,
  { from, depositedOn, tracking, channel = 'registered_letter' }: Letter,
  today: Day,
): LetterSentAct | NoticeSentAct | Refusal<DenunciationRefusal> {
  if (depositedOn > today) return refuse('dated-in-the-future', { day: depositedOn })
  if (!terms.parties.includes(from)) return refuse('unknown-party')
  if (!stateOn(terms, acts, depositedOn).inForce) return refuse('not-in-force-that-day', { day: depositedOn })
  const letter = { purpose: 'denunciation', from, occurredOn: depositedOn, id: newId<'act'>() } as const
  return channel === 'registered_letter'
    ? { type: 'registered_letter_sent', ...letter, ...(tracking && { tracking }) }
    : { type: 'notice_sent', channel, ...letter }
}
