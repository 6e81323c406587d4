import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { contactsAbout } from '../../../identity/index.ts'
import { sharedAt } from '../../data/negotiation.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import { type Agreement, isDraft } from '../../domain/agreement.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { contentChanged } from './draft-content.ts'

export type LockRefusal = 'already-signed-text' | 'signing-is-open'

/** More would not help: one of them is enough. */
const NAMES_TOLD = 3

/** Why the draft takes no change any more, and who may open it again; null while it does. AGR-21. */
export async function whyLocked(
  db: Database,
  { network, today }: Pick<Context, 'network' | 'today'>,
  agreement: Agreement,
): Promise<Refusal<LockRefusal> | null> {
  const reason = !isDraft(agreement)
    ? 'already-signed-text'
    : (await openSigningOf(db, agreement.id))
      ? 'signing-is-open'
      : null
  if (!reason) return null
  const officers = await contactsAbout(db, network.id, agreement.partner.id, today, ['head'])
  const names = [...new Set(officers.map(({ name }) => name))].slice(0, NAMES_TOLD)
  return refuse(reason, { who: names.join(', ') || network.headName })
}

/** One change of a draft nobody signs yet, on the held agreement; the approvals of another content are undone. */
export function changeDraft<T, R extends string>(
  context: Context,
  target: Target,
  change: (tx: Database, agreement: Agreement) => Promise<T | Refusal<R>>,
): Promise<T | Refusal<R | TargetRefusal | LockRefusal>> {
  return actOnAgreement<T | Refusal<R | LockRefusal>>(context, target, async (tx, agreement) => {
    const locked = await whyLocked(tx, context, agreement)
    if (locked) return locked
    const changed = await change(tx, agreement)
    if (!isRefusal(changed)) await contentChanged(tx, context, agreement.id)
    return changed
  })
}

/** The same, once the partner sees it: before, there is nobody to negotiate with. */
export function changeSharedDraft<T, R extends string>(
  context: Context,
  target: Target,
  change: (tx: Database, agreement: Agreement) => Promise<T | Refusal<R>>,
): Promise<T | Refusal<R | TargetRefusal | LockRefusal | 'not-shared'>> {
  return changeDraft<T, R | 'not-shared'>(context, target, async (tx, agreement) =>
    (await sharedAt(tx, agreement.id)) ? change(tx, agreement) : refuse('not-shared'),
  )
}
