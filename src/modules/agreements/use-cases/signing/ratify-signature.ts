import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import type { RatificationAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { keepSignatureDocument, type PutDocument } from './keep-signature-document.ts'

export interface Ratification {
  party: Party
  ratifiedOn: Day
  document: PutDocument
}

export type RatificationRefusal = TargetRefusal | 'dated-in-the-future' | 'nothing-to-ratify'

/** Confirms a signature given outside its delegation, by the act of who could give it. AGR-17. */
export function ratifySignature(
  context: Context,
  target: Target,
  { party, ratifiedOn, document }: Ratification,
): Promise<Agreement | Refusal<RatificationRefusal>> {
  return actOnAgreement<Agreement | Refusal<RatificationRefusal>>(context, target, async (tx, agreement) => {
    if (ratifiedOn > context.today) return refuse('dated-in-the-future', { day: ratifiedOn })
    const act: RatificationAct = { type: 'delegation_ratified', party, occurredOn: ratifiedOn }
    if (!hasEffect(agreement, act, context.today)) return refuse('nothing-to-ratify')
    const after = await recordActs(tx, agreement, [act], recordedBy(context))
    const id = after.acts.at(-1)?.id as Id<'act'>
    const kept = { act: id, kind: 'ratification', document, keptByHead: '', keptByPartner: '' } as const
    await keepSignatureDocument(tx, context, kept)
    await writeJournal(tx, context, 'signature.ratified', agreement.id, { party, ratifiedOn })
    await enqueue(tx, tellParties, { agreement: agreement.id, act: id })
    return after
  })
}

/** The rules themselves say whether there is something to ratify: refused, the act would be listed as without effect. */
function hasEffect({ terms, acts }: Agreement, act: RatificationAct, today: Day): boolean {
  if (acts.some(({ type, ...one }) => type === act.type && 'party' in one && one.party === act.party))
    return false
  const before = stateOn(terms, acts, today).rejectedActs.length
  return stateOn(terms, [...acts, act], today).rejectedActs.length === before
}
