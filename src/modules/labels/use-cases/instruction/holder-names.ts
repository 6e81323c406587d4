import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findPlaces } from '../../../places/index.ts'
import type { Holder } from '../../data/awards/awards.store.ts'

/** What holders and applicants are called: two statements, however many. */
export async function holderNames(
  db: Database,
  network: NetworkId,
  files: readonly { holder: Holder; applicantId: OrganisationId }[],
): Promise<{ holders: Map<string, string>; organisations: Map<OrganisationId, string> }> {
  const placeIds = files.flatMap(({ holder }) => (holder.kind === 'place' ? [holder.id] : []))
  const bodies = files.flatMap(({ holder }) => (holder.kind === 'organisation' ? [holder.id] : []))
  const places = await findPlaces(db, network, [...new Set(placeIds)])
  const applicants = files.map(({ applicantId }) => applicantId)
  const organisations = await organisationNames(db, [...new Set([...bodies, ...applicants])])
  const named = places.map(({ id, name, commune }): [string, string] => [id, `${name}, ${commune}`])
  return { holders: new Map([...organisations, ...named]), organisations }
}
