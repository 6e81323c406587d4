import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { addOrganisation } from '../../data/organisations/organisations.store.ts'
import type { OrganisationDetails } from '../../domain/organisations/organisation.ts'
import { type NumberTaken, takenNumber } from './organisation-numbers.ts'

/** Adds an organisation to the network. Those that look like it were shown before: this act adds it all the same. */
export async function recordOrganisation(
  context: Context,
  details: OrganisationDetails,
): Promise<OrganisationId | Refusal<NumberTaken>> {
  const { db, network, now } = context
  try {
    return await inTransaction(db, async (tx) => {
      const id = await addOrganisation(tx, network.id, details, now)
      await writeJournal(tx, context, 'organisation.recorded', id, { name: details.name, kind: details.kind })
      return id
    })
  } catch (error) {
    return takenNumber(context, details, error)
  }
}
