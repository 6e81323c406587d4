import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { findSettings } from '../../data/networks/network-settings.store.ts'
import { addNetwork, setHead } from '../../data/networks/network-tree.store.ts'
import { networkById } from '../../data/networks/networks.store.ts'
import { addOrganisation, type OrganisationFields } from '../../data/organisations/organisations.store.ts'
import { inviteMember } from '../members/invite-member.ts'

export interface NetworkToCreate {
  name: string
  slug: string
  head: Pick<OrganisationFields, 'name' | 'kind' | 'commune'>
  officer: { email: string; givenName: string; familyName: string; jobTitle: string }
}

/**
 * Creates a network under this one, in its colours, with the organisation that heads it; its first officer is invited
 * by mail. Whoever creates it gets no right in it.
 */
export async function createNetwork(
  context: Context,
  network: NetworkToCreate,
): Promise<NetworkId | Refusal<'slug-taken'>> {
  try {
    return await inTransaction(context.db, (tx) => create(tx, context, network))
  } catch (error) {
    if (refusedBy(error) === 'one_network_per_slug') return refuse('slug-taken')
    throw error
  }
}

async function create(
  tx: Database,
  context: Context,
  { name, slug, head, officer }: NetworkToCreate,
): Promise<NetworkId> {
  const above = await findSettings(tx, context.reach)
  if (!above) throw new Error('a network is created by those who reach all of the one above')
  const { theme } = above
  const birth = { slug, name, headName: head.name, tagline: '', theme, isDefault: false, parentId: above.id }
  const id = await addNetwork(tx, birth, context.now)
  const organisationId = await addOrganisation(tx, id, { ...head, siret: null }, context.now)
  await setHead(tx, id, organisationId)
  await writeJournal(tx, context, 'network.created', id, { slug, name })
  const created = await networkById(tx, id)
  if (!created) throw new Error('the network just created is not there')
  const there: Context = { ...context, db: tx, network: created, reach: { kind: 'all', network: id } }
  const invited = await inviteMember(there, { ...officer, organisationId, role: 'officer' })
  if (isRefusal(invited)) throw new Error(`the first officer cannot be invited: ${invited.refused}`)
  return id
}
