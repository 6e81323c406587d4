import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { saveOrganisation } from '../../data/organisations/organisations.store.ts'
import type { OrganisationDetails } from '../../domain/organisations/organisation.ts'
import { actOnOrganisation, type HeldRefusal } from './act-on-organisation.ts'
import { type NumberTaken, takenNumber } from './organisation-numbers.ts'

export type ChangeRefusal = HeldRefusal | NumberTaken | 'changed-meanwhile'

/** Writes what is known of an organisation. `seen` is the version the page showed: behind the facts, it changes nothing. */
export async function changeOrganisation(
  context: Context,
  { id, seen }: { id: OrganisationId; seen: number },
  details: OrganisationDetails,
): Promise<OrganisationId | Refusal<ChangeRefusal>> {
  try {
    return await actOnOrganisation<OrganisationId | Refusal<ChangeRefusal>>(
      context,
      id,
      async (tx, { organisation }) => {
        if (organisation.version !== seen) return refuse('changed-meanwhile')
        await saveOrganisation(tx, id, details, context.now)
        const changes = changesBetween({ ...organisation }, { ...details })
        await writeJournal(tx, context, 'organisation.changed', id, {}, { changes })
        return id
      },
    )
  } catch (error) {
    return takenNumber(context, details, error)
  }
}
