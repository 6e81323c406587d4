import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { recordActs } from '../data/agreements.store.ts'
import { linkLetterToAct } from '../data/prepared-letters.store.ts'
import { asksSecondConfirmation } from '../data/waiting-acts.store.ts'
import type { Act } from '../domain/acts.ts'
import type { Agreement } from '../domain/agreement.ts'
import { tellParties } from '../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from './act-on-agreement.ts'

/**
 * One act made from the agreement as it stands and held: kept with its line in the journal and the mails to both
 * parties, or refused by `prepare` and nothing is written. An act without effect is kept too: the state says why.
 */
export function recordAct<R extends string>(
  context: Context,
  target: Target,
  action: `${string}.${string}`,
  prepare: (agreement: Agreement) => Act | Refusal<R>,
): Promise<Agreement | Refusal<R | TargetRefusal>> {
  return actOnAgreement<Agreement | Refusal<R | TargetRefusal>>(context, target, async (tx, agreement) => {
    const act = prepare(agreement)
    if (isRefusal(act)) return act
    const after = await recordActs(tx, agreement, [act], recordedBy(context))
    const kept = after.acts.at(-1)
    await writeJournal(tx, context, action, agreement.id, { act: kept?.id, on: act.occurredOn })
    if (target.prepared && kept && act.occurredOn) {
      await linkLetterToAct(tx, agreement.id, target.prepared, { act: kept.id, depositedOn: act.occurredOn })
    }
    await enqueue(tx, tellParties, { agreement: agreement.id, act: kept?.id ?? '' })
    return after
  })
}

/** The same for an act that a network may want a second person to confirm: then nobody records it alone. AGR-115. */
export async function recordBindingAct<R extends string>(
  context: Context,
  target: Target,
  action: `${string}.${string}`,
  prepare: (agreement: Agreement) => Act | Refusal<R>,
): Promise<Agreement | Refusal<R | TargetRefusal | 'second-person-needed'>> {
  const isAsked =
    context.actor.kind === 'member' && (await asksSecondConfirmation(context.db, context.network.id))
  return isAsked ? refuse('second-person-needed') : recordAct(context, target, action, prepare)
}
