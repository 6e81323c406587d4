import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Ground } from '../../domain/search/asked.ts'
import type { Members } from '../../domain/territories/members.ts'
import { type GroundParts, groundName, groundParts } from '../search/places.gazetteer.ts'
import { findTerritory } from './territories.store.ts'

/** INSEE codes of all that a territory holds, those of former communes included. */
export function communesOf({ communes, epcis }: Members): string[] {
  const towns = communes.flatMap((code) => groundParts({ kind: 'commune', code })?.communes ?? [code])
  const groups = epcis.flatMap((code) => groundParts({ kind: 'epci', code })?.communes ?? [])
  return [...new Set([...towns, ...groups])]
}

export interface LockedGround {
  readonly name: string
  readonly parts: GroundParts
}

/**
 * What a map on another site is locked on; null: nothing bears that code any more. A territory that ended still holds it
 * where it was: it never shows more. DIR-85.
 */
export async function lockedGround(
  db: Database,
  network: NetworkId,
  ground: Ground,
): Promise<LockedGround | null> {
  if (ground.kind === 'territoire') {
    const own = await findTerritory(db, network, ground.code)
    return own && { name: own.name, parts: { communes: communesOf(own), departments: [], postalCodes: [] } }
  }
  const parts = groundParts(ground)
  return parts && { name: groundName(ground) ?? ground.code, parts }
}
