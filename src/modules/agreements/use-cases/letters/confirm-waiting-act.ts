import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import { linkLetterToAct } from '../../data/prepared-letters.store.ts'
import {
  addWaitingAct,
  lockWaitingAct,
  settleWaitingAct,
  type WaitingAct,
  type WaitingPurpose,
} from '../../data/waiting-acts.store.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type FormalNoticeLetter, formalNoticeAct, type LetterRefusal } from './formal-notice-acts.ts'
import { type DenunciationRefusal, denunciationAct, type Letter } from './record-denunciation.ts'
import { type TerminationLetter, type TerminationRefusal, terminationAct } from './record-termination.ts'

/** A letter whose sending binds the head of the network, by what it does. */
export type BindingLetter =
  | { purpose: 'denunciation'; letter: Letter }
  | { purpose: 'formal_notice'; letter: FormalNoticeLetter }
  | { purpose: 'termination'; letter: TerminationLetter }

const ACTIONS: Record<WaitingPurpose, `${string}.${string}`> = {
  denunciation: 'agreement.denounced',
  formal_notice: 'formal-notice.given',
  termination: 'agreement.terminated',
}

type MakingRefusal = DenunciationRefusal | LetterRefusal | TerminationRefusal

export type WaitingRefusal =
  | TargetRefusal
  | MakingRefusal
  | 'already-waiting'
  | 'no-such-waiting-act'
  | 'confirmed-by-the-same'
  | 'nobody-confirms'

/** The act of a letter, or why there is none; nothing is written. */
export function actOf(
  agreement: Agreement,
  { purpose, letter }: BindingLetter,
  { today }: Pick<Context, 'today'>,
): Act | Refusal<MakingRefusal> {
  if (purpose === 'denunciation') return denunciationAct(agreement, letter, today)
  return purpose === 'formal_notice'
    ? formalNoticeAct(agreement, letter, today)
    : terminationAct(agreement, letter, today)
}

/** What was kept when the act was prepared: the letter, and the document it was printed from. */
interface KeptLetter {
  letter: BindingLetter['letter']
  prepared: Id<'prepared-letter'> | null
}

export function letterOf({ purpose, letter }: WaitingAct): BindingLetter {
  return { purpose, letter: (letter as KeptLetter).letter } as BindingLetter
}

/** Keeps an act for another officer to confirm: nothing runs from it, and nobody is told. AGR-115. */
export async function prepareLetter(
  context: Context,
  target: Target,
  asked: BindingLetter,
): Promise<Agreement | Refusal<WaitingRefusal>> {
  try {
    return await actOnAgreement<Agreement | Refusal<WaitingRefusal>>(
      context,
      target,
      async (tx, agreement) => {
        const act = actOf(agreement, asked, context)
        if (isRefusal(act)) return act
        const { at, by } = recordedBy(context)
        if (by === null) return refuse('nobody-confirms')
        const kept: KeptLetter = { letter: asked.letter, prepared: target.prepared ?? null }
        const about = { purpose: asked.purpose, letter: kept }
        const waiting = await addWaitingAct(tx, agreement.id, about, { at, by })
        await writeJournal(tx, context, 'waiting-act.prepared', agreement.id, {
          ...{ waiting, purpose: asked.purpose },
        })
        return agreement
      },
    )
  } catch (error) {
    if (refusedBy(error) === 'one_waiting_act_per_purpose') return refuse('already-waiting')
    throw error
  }
}

/**
 * Another officer confirms: the act is made from the letter again, as the agreement stands, and recorded. Two who
 * confirm at once wait for each other; the second finds it settled.
 */
export function confirmWaitingAct(
  context: Context,
  target: Target,
  id: Id<'waiting-act'>,
): Promise<Agreement | Refusal<WaitingRefusal>> {
  return actOnAgreement<Agreement | Refusal<WaitingRefusal>>(context, target, async (tx, agreement) => {
    const waiting = await lockWaitingAct(tx, agreement.id, id)
    if (!waiting) return refuse('no-such-waiting-act')
    const by = recordedBy(context)
    if (by.by === null || isInTheirPlace(context)) return refuse('nobody-confirms')
    if (by.by === waiting.preparedBy) return refuse('confirmed-by-the-same')
    const act = actOf(agreement, letterOf(waiting), context)
    if (isRefusal(act)) return act
    const after = await recordActs(tx, agreement, [act], by)
    const kept = after.acts.at(-1)?.id as Id<'act'>
    await settleWaitingAct(tx, id, kept, by)
    const { prepared } = waiting.letter as KeptLetter
    if (prepared && act.occurredOn) {
      await linkLetterToAct(tx, agreement.id, prepared, { act: kept, depositedOn: act.occurredOn })
    }
    const details = { act: kept, on: act.occurredOn, preparedBy: waiting.preparedBy }
    await writeJournal(tx, context, ACTIONS[waiting.purpose], agreement.id, details)
    await writeJournal(tx, context, 'waiting-act.confirmed', agreement.id, { waiting: id, act: kept })
    await enqueue(tx, tellParties, { agreement: agreement.id, act: kept })
    return after
  })
}

/** Support in somebody's place is no second person. */
function isInTheirPlace({ actor }: Context): boolean {
  return actor.kind === 'member' && actor.impersonator !== null
}

/** Gives it up: whoever prepared it may, and any other officer. */
export function abandonWaitingAct(
  context: Context,
  target: Target,
  id: Id<'waiting-act'>,
): Promise<Agreement | Refusal<WaitingRefusal>> {
  return actOnAgreement<Agreement | Refusal<WaitingRefusal>>(context, target, async (tx, agreement) => {
    const waiting = await lockWaitingAct(tx, agreement.id, id)
    if (!waiting) return refuse('no-such-waiting-act')
    await settleWaitingAct(tx, id, null, recordedBy(context))
    await writeJournal(tx, context, 'waiting-act.abandoned', agreement.id, {
      ...{ waiting: id, purpose: waiting.purpose },
    })
    return agreement
  })
}
