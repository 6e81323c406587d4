import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { addRef, dropRef, type ExternalRef } from '../../data/organisations/organisation-refs.store.ts'
import { actOnOrganisation, type HeldRefusal } from './act-on-organisation.ts'

export type RefRefusal = HeldRefusal | 'ref-known' | 'no-such-ref'
type Kept = ExternalRef | Refusal<RefRefusal>

/** Writes how another register or program calls the organisation. */
export function recordRef(context: Context, id: OrganisationId, ref: ExternalRef): Promise<Kept> {
  return actOnOrganisation<Kept>(context, id, async (tx) => {
    if (!(await addRef(tx, id, ref, context.now))) return refuse('ref-known')
    await writeJournal(tx, context, 'organisation-ref.recorded', id, { ...ref })
    return ref
  })
}

export function removeRef(context: Context, id: OrganisationId, ref: ExternalRef): Promise<Kept> {
  return actOnOrganisation<Kept>(context, id, async (tx, { same }) => {
    if (!(await dropRef(tx, same, ref))) return refuse('no-such-ref')
    await writeJournal(tx, context, 'organisation-ref.removed', id, { ...ref })
    return ref
  })
}
