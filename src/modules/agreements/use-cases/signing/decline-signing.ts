import { dayOf } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import type { DeclineAct, SigningReopenedAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { callSigners } from '../../jobs/call-signers.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { ownCall, whyClosed } from './signing-call.ts'

export type DeclineRefusal =
  | TargetRefusal
  | 'no-open-signing'
  | 'not-called'
  | 'called-for-another-organisation'
  | 'in-their-place'
  | 'already-declined'
  | 'call-expired'

/** The called signer refuses, saying why: their party's own signature, if any, goes with it. AGR-27, AGR-29. */
export function declineSigning(
  context: Context,
  target: Target,
  reason: string,
): Promise<Agreement | Refusal<DeclineRefusal>> {
  return actOnAgreement<Agreement | Refusal<DeclineRefusal>>(context, target, async (tx, agreement) => {
    const { signing, ...own } = await ownCall(tx, context.actor, agreement)
    if (!signing) return refuse('no-open-signing')
    if ('refused' in own) return own.refused
    const { party } = own.call
    if (declinersOf(agreement).includes(party)) return refuse('already-declined')
    const closed = whyClosed(signing, context)
    if (closed) return closed
    const at = { occurredOn: dayOf(context.now), at: context.now }
    const act: DeclineAct = { type: 'signature_declined', party, reason, ...at }
    return recorded(tx, context, agreement, act, 'signing.declined')
  })
}

export type ReopeningRefusal = TargetRefusal | 'not-declined' | 'not-yours-to-reopen' | 'in-their-place'

/** The head of the network, or whoever declined, opens the signing again. `asHead`: the officer asks. AGR-27. */
export function reopenSigning(
  context: Context,
  target: Target,
  { asHead }: { asHead: boolean },
): Promise<Agreement | Refusal<ReopeningRefusal>> {
  return actOnAgreement<Agreement | Refusal<ReopeningRefusal>>(context, target, async (tx, agreement) => {
    const [party] = declinersOf(agreement)
    if (!party || stateOn(agreement.terms, agreement.acts, context.today).status !== 'declined') {
      return refuse('not-declined')
    }
    const own = await ownCall(tx, context.actor, agreement)
    const isDecliner = 'call' in own && own.call.party === party
    if (!asHead && !isDecliner) return refuse('not-yours-to-reopen')
    const at = { occurredOn: dayOf(context.now), at: context.now }
    const act: SigningReopenedAct = { type: 'signing_reopened', party, ...at }
    const after = await recorded(tx, context, agreement, act, 'signing.reopened')
    await enqueue(tx, callSigners, { agreement: agreement.id })
    return after
  })
}

async function recorded(
  tx: Database,
  context: Context,
  agreement: Agreement,
  act: DeclineAct | SigningReopenedAct,
  action: 'signing.declined' | 'signing.reopened',
): Promise<Agreement> {
  const after = await recordActs(tx, agreement, [act], recordedBy(context))
  await writeJournal(tx, context, action, agreement.id, { party: act.party })
  await enqueue(tx, tellParties, { agreement: agreement.id, act: after.acts.at(-1)?.id ?? '' })
  return after
}

/** The parties whose last word is no. */
export function declinersOf({ acts }: Pick<Agreement, 'acts'>): Party[] {
  const last = new Map<Party, string>()
  for (const act of acts) {
    const speaks =
      act.type === 'signature' || act.type === 'signature_declined' || act.type === 'signing_reopened'
    if (speaks) last.set(act.party, act.type)
  }
  return [...last].flatMap(([party, type]) => (type === 'signature_declined' ? [party] : []))
}

/** Why the party declined, in its own words. */
export function declineOf({ acts }: Pick<Agreement, 'acts'>, party: Party): DeclineAct | null {
  const act = acts.findLast((one) => one.type === 'signature_declined' && one.party === party)
  return act?.type === 'signature_declined' ? act : null
}
