import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { recordActs } from '../data/agreements.store.ts'
import type { Act } from '../domain/acts.ts'
import type { Agreement } from '../domain/agreement.ts'
import { stateOn } from '../domain/state.ts'
import type { Party } from '../domain/terms.ts'
import { tellParties } from '../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from './act-on-agreement.ts'

export interface Letter {
  from: Party
  /** Day of deposit at the post office: the trigger of the notice (000 art. 8). */
  depositedOn: Day
  tracking: string
}

export type DenunciationRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'not-in-force-that-day'
  | 'no-denunciation-clause'
  | 'unknown-party'

/** Records the registered letter by which a party leaves. What it changes is read by the state function. AGR-46. */
export function recordDenunciation(
  context: Context,
  target: Target,
  letter: Letter,
): Promise<Agreement | Refusal<DenunciationRefusal>> {
  return actOnAgreement<Agreement | Refusal<DenunciationRefusal>>(context, target, async (tx, agreement) => {
    const refusal = whyNot(agreement, letter, context.today)
    if (refusal) return refusal
    const act = denunciationAct(letter)
    const after = await recordActs(tx, agreement, [act], recordedBy(context))
    await writeJournal(tx, context, 'agreement.denounced', agreement.id, { ...letter, act: act.id })
    await enqueue(tx, tellParties, { agreement: agreement.id, act: String(act.id) })
    return after
  })
}

/** The same rules before anything is written: for the page that shows the consequence first. */
export function whyNot(
  agreement: Agreement,
  letter: Letter,
  today: Day,
): Refusal<DenunciationRefusal> | null {
  const { terms, acts } = agreement
  if (letter.depositedOn > today) return refuse('dated-in-the-future', { day: letter.depositedOn })
  if (!terms.parties.includes(letter.from)) return refuse('unknown-party')
  if (terms.denunciation === null) return refuse('no-denunciation-clause')
  if (!stateOn(terms, acts, letter.depositedOn).inForce)
    return refuse('not-in-force-that-day', { day: letter.depositedOn })
  return null
}

export function denunciationAct({ from, depositedOn, tracking }: Letter): Act {
  const letter = {
    type: 'registered_letter_sent',
    purpose: 'denunciation',
    from,
    occurredOn: depositedOn,
  } as const
  return { ...letter, id: newId<'act'>(), ...(tracking && { tracking }) }
}
