import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { organisationProfiles } from '../../../identity/index.ts'
import { departmentNumber, epciOf, territoriesOfPlaces } from '../../../places/index.ts'
import { type GroupId, listGroups } from '../../data/instruction/groups.store.ts'
import { addRouting, type Unrouted, unroutedFiles } from '../../data/instruction/routing.store.ts'
import { groupFor, type Territory } from '../../domain/instruction/routing.ts'

/**
 * Sends every file that lies in no group, or that one only, to the one of its territory and label: called when a file is sent, when the groups
 * change, and each night. A file that nobody's territory holds stays with the owner of the label. LAB-11.
 */
export async function routeFiles(
  tx: Database,
  context: Context,
  only: Unrouted['id'] | null = null,
): Promise<void> {
  const files = await unroutedFiles(tx, context.network.id, only)
  if (files.length === 0) return
  const groups = await listGroups(tx, context.network.id, context.today)
  const territories = await territoriesOf(tx, files)
  for (const file of files) {
    const territory = territories.get(file.id) ?? { department: null, epci: null }
    const groupId: GroupId | null = groupFor({ schemeId: file.schemeId, territory }, groups)?.id ?? null
    // Still with the owner: nothing happened.
    if (groupId === null && file.seq > 0 && !file.isInClosedGroup) continue
    const reason = file.seq === 0 ? '' : 'Nouvelle répartition des groupes'
    const step = { seq: file.seq + 1, groupId, personId: null, reason }
    await addRouting(tx, file.id, step, { at: context.now, by: null })
    await writeJournal(tx, context, 'instruction.routed', file.id, { group: groupId })
  }
}

/** Where each holder stands: two statements, however many. */
async function territoriesOf(
  tx: Database,
  files: readonly Unrouted[],
): Promise<ReadonlyMap<Unrouted['id'], Territory>> {
  const placeIds = files.flatMap(({ holder }) => (holder.kind === 'place' ? [holder.id] : []))
  const organisationIds = files.flatMap(({ holder }) => (holder.kind === 'organisation' ? [holder.id] : []))
  const places = await territoriesOfPlaces(tx, placeIds)
  const profiles = await organisationProfiles(tx, organisationIds)
  return new Map(
    files.flatMap(({ id, holder }) => {
      if (holder.kind === 'place') {
        const territory = places.get(holder.id)
        return territory ? [[id, territory] as const] : []
      }
      const profile = profiles.get(holder.id)
      return profile ? [[id, territoryOf(profile)] as const] : []
    }),
  )
}

/** An EPCI is its own territory: its SIREN begins its SIRET. */
function territoryOf(profile: {
  kind: string
  siret: string | null
  inseeCode: string | null
  postalCode: string
}): Territory {
  const address = { inseeCode: profile.inseeCode, postalCode: profile.postalCode || null }
  const own = profile.kind === 'epci' ? (profile.siret?.slice(0, 9) ?? null) : null
  return { department: departmentNumber(address), epci: own ?? epciOf(address, '') }
}
