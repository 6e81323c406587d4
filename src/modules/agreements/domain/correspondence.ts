import type { Day } from '../../../kernel/day.ts'
import type { LetterSentAct, NoticeSentAct, TerminationNotifiedAct, WithdrawalAct } from './acts.ts'
import type { Agreement, StoredAct } from './agreement.ts'
import { firstNameOf } from './corrections.ts'
import type { RejectionReason } from './course.ts'
import type { Letter } from './letters.ts'
import { type AgreementState, stateOn } from './state.ts'

export type SendingAct = StoredAct & (LetterSentAct | NoticeSentAct | TerminationNotifiedAct)

/** One thing sent by a party, with what the post said of it. AGR-41. */
export interface Sending {
  readonly act: SendingAct
  /** The name other acts refer to it by: a corrected letter keeps its first one. */
  readonly name: string
  /** Null when it was not a registered letter: the post knows nothing of it. */
  readonly letter: Letter | null
  /** Why it is kept without effect. */
  readonly refused: RejectionReason | null
  /** A denunciation that all parties undid. */
  readonly isWithdrawn: boolean
}

/** The letters and notices of an agreement, the latest first; corrected ones are left out. */
export function correspondence({ acts }: Pick<Agreement, 'acts'>, state: AgreementState): Sending[] {
  const corrected = new Set(acts.map(({ supersedes }) => supersedes))
  const refused = new Map(state.rejectedActs.map(({ name, reason }) => [name, reason]))
  const letters = new Map(state.letters.map((letter) => [letter.name, letter]))
  const withdrawn = new Set(
    acts
      .filter((act): act is StoredAct & WithdrawalAct => act.type === 'denunciation_withdrawn')
      .filter(({ id }) => !refused.has(id) && !corrected.has(id))
      .map(({ letter }) => letter),
  )
  return acts
    .filter(isSending)
    .filter(({ id }) => !corrected.has(id))
    .map((act) => ({ act, name: firstNameOf(acts, act) }))
    .map(({ act, name }) => ({
      act,
      name,
      letter: letters.get(name) ?? null,
      refused: refused.get(name) ?? null,
      isWithdrawn: withdrawn.has(name),
    }))
    .reverse()
}

/** The denunciations that count on that day and that nobody undid. */
export function standingDenunciations(agreement: Pick<Agreement, 'acts' | 'terms'>, on: Day): Sending[] {
  return correspondence(agreement, stateOn(agreement.terms, agreement.acts, on)).filter(
    ({ act, refused, isWithdrawn }) => purposeOf(act) === 'denunciation' && !refused && !isWithdrawn,
  )
}

export function purposeOf(act: SendingAct): LetterSentAct['purpose'] {
  return act.type === 'termination_notified' ? 'termination' : act.purpose
}

function isSending(act: StoredAct): act is SendingAct {
  return (
    act.type === 'registered_letter_sent' || act.type === 'notice_sent' || act.type === 'termination_notified'
  )
}
