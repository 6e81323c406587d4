import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { BaseMap } from '../../domain/map/base-map.ts'

export interface KeptBaseMap extends BaseMap {
  version: number
}

/** Null: the network draws our own outlines, and asks nothing of anybody. */
export async function findBaseMap(db: Database, network: NetworkId): Promise<KeptBaseMap | null> {
  const row = await selected(db, network).executeTakeFirst()
  return row ?? null
}

/** The same, held until the end of the transaction. */
export async function lockBaseMap(tx: Database, network: NetworkId): Promise<KeptBaseMap | null> {
  const row = await selected(tx, network).forUpdate().executeTakeFirst()
  return row ?? null
}

function selected(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.base_map')
    .where('network_id', '=', network)
    .select(['tiles_url as tilesUrl', 'attribution', 'max_zoom as maxZoom', 'version'])
}

export async function saveBaseMap(
  tx: Database,
  network: NetworkId,
  { tilesUrl, attribution, maxZoom }: BaseMap,
  version: number,
): Promise<void> {
  const row = { tiles_url: tilesUrl, attribution, max_zoom: maxZoom, version }
  await tx
    .insertInto('places.base_map')
    .values({ ...row, network_id: network })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(row))
    .execute()
}

export async function dropBaseMap(tx: Database, network: NetworkId): Promise<void> {
  await tx.deleteFrom('places.base_map').where('network_id', '=', network).execute()
}
