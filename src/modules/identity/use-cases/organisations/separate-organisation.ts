import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  lockOrganisations,
  organisationWithin,
  saveMerge,
  saveOrganisation,
} from '../../data/organisations/organisations.store.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'

export type SeparationRefusal = 'no-such-organisation' | 'not-joined'

/** Undoes a merge: the duplicate is itself again, and takes back the numbers that the other had from it. */
export function separateOrganisation(
  context: Context,
  id: OrganisationId,
): Promise<OrganisationId | Refusal<SeparationRefusal>> {
  const { db, reach, now } = context
  return inTransaction<OrganisationId | Refusal<SeparationRefusal>>(db, async (tx) => {
    const seen = await organisationWithin(tx, reach, id)
    if (!seen) return refuse('no-such-organisation')
    if (!seen.mergedInto) return refuse('not-joined')
    const held = await lockOrganisations(tx, reach, [id, seen.mergedInto])
    const duplicate = held.find((one) => one.id === id)
    const kept = held.find((one) => one.id === seen.mergedInto)
    if (!duplicate || !kept || duplicate.mergedInto !== kept.id) return refuse('not-joined')
    const returned = numbersInCommon(duplicate, kept)
    const without = Object.fromEntries(returned.map((register) => [register, null]))
    await saveOrganisation(tx, kept.id, without, now)
    await saveMerge(tx, id, null, now)
    await writeJournal(tx, context, 'organisation.separated', id, { from: kept.id, returned })
    return id
  })
}

function numbersInCommon(duplicate: Organisation, kept: Organisation) {
  const registers = ['siret', 'rna', 'ridet'] as const
  return registers.filter((register) => duplicate[register] && duplicate[register] === kept[register])
}
