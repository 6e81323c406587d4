import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import { readMapping } from '../../domain/mapping/mapping.schema.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'

export type SourceMappingId = Id<'source-mapping'>

export interface SavedMapping {
  id: SourceMappingId
  version: number
  mapping: Mapping
}

/** The last thing that was said of how this source is read. */
export async function savedMapping(
  db: Database,
  network: NetworkId,
  source: string,
): Promise<SavedMapping | null> {
  const row = await db
    .selectFrom('places.source_mapping')
    .select(['id', 'version', 'mapping'])
    .where('network_id', '=', network)
    .where('source', '=', source)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const mapping = row && readMapping(row.mapping)
  return row && mapping ? { id: row.id, version: row.version, mapping } : null
}

/** Throws the violation of `one_mapping_per_version` when another was kept meanwhile. */
export async function keepMapping(
  tx: Database,
  network: NetworkId,
  kept: { source: string; version: number; mapping: Mapping; by: PersonId | null },
  now: Instant,
): Promise<SourceMappingId> {
  const id: SourceMappingId = newId()
  await tx
    .insertInto('places.source_mapping')
    .values({
      id,
      network_id: network,
      source: kept.source,
      version: kept.version,
      mapping: JSON.stringify(kept.mapping),
      made_at: now,
      made_by: kept.by,
    })
    .execute()
  return id
}
