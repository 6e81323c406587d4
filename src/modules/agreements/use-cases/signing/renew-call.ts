import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { openSigningOf, renewSigning } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { CallLife } from '../../domain/signing-call-life.ts'
import { callSigners } from '../../jobs/call-signers.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'

export type RenewalOfCallRefusal = TargetRefusal | 'no-open-signing' | 'ends-before-today'

/** Calls again those whose turn it is, with another rhythm and another last day. The text stays the same. AGR-28. */
export function renewCall(
  context: Context,
  target: Target,
  life: CallLife,
): Promise<Agreement | Refusal<RenewalOfCallRefusal>> {
  return actOnAgreement<Agreement | Refusal<RenewalOfCallRefusal>>(context, target, async (tx, agreement) => {
    const signing = await openSigningOf(tx, agreement.id)
    if (!signing) return refuse('no-open-signing')
    if (life.expiresOn && life.expiresOn < context.today) return refuse('ends-before-today')
    await renewSigning(tx, signing.id, life, context.now)
    await writeJournal(tx, context, 'signing.renewed', agreement.id, { ...life })
    await enqueue(tx, callSigners, { agreement: agreement.id })
    return agreement
  })
}
