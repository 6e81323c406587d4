import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { addDelegation } from '../../data/organisations/delegations.store.ts'
import { lockMandate } from '../../data/organisations/mandates.store.ts'
import { peopleOf } from '../../data/organisations/organisation-people.queries.ts'
import type { Delegation } from '../../domain/organisations/capacity.ts'
import { actOnOrganisation, type HeldRefusal, recordedBy } from './act-on-organisation.ts'
import { endsTooSoon, type PutDocument } from './record-mandate.ts'

export interface DelegationToRecord extends Omit<Delegation, 'id' | 'withdrawn'> {
  personId: PersonId | null
  document: PutDocument | null
}

export type DelegationRefusal =
  | HeldRefusal
  | 'no-such-mandate'
  | 'already-withdrawn'
  | 'ends-before-it-starts'
  | 'not-a-member'

/** Records that the holder of a mandate lets somebody sign some acts in their place. */
export function recordDelegation(
  context: Context,
  id: OrganisationId,
  mandateId: Id<'mandate'>,
  delegation: DelegationToRecord,
): Promise<Id<'delegation'> | Refusal<DelegationRefusal>> {
  return actOnOrganisation<Id<'delegation'> | Refusal<DelegationRefusal>>(
    context,
    id,
    async (tx, { same }) => {
      const mandate = await lockMandate(tx, same, mandateId)
      if (!mandate) return refuse('no-such-mandate')
      if (mandate.withdrawn) return refuse('already-withdrawn')
      if (endsTooSoon(delegation)) return refuse('ends-before-it-starts')
      const { document, personId, ...fields } = delegation
      const people = personId ? await peopleOf(tx, same, context.today) : []
      if (personId && !people.some((one) => one.personId === personId)) return refuse('not-a-member')
      const documentId = document ? await keepFile(tx, context, document, document.sha256) : null
      const added = await addDelegation(
        tx,
        { ...fields, mandateId, personId, documentId },
        recordedBy(context),
      )
      const { subjects, from, until } = delegation
      const details = {
        delegation: added,
        mandate: mandateId,
        subjects,
        from,
        until,
      }
      await writeJournal(tx, context, 'delegation.recorded', id, details)
      return added
    },
  )
}
