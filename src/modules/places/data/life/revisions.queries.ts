import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { FieldChange, Speaker } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

/** What one version of a place changed. */
export interface Revision {
  version: number
  at: Instant
  saidBy: Speaker
  madeBy: PersonId | null
  act: string
  /** By the names of the columns. */
  changes: Readonly<Record<string, FieldChange>>
}

/** The latest first; after a version: what changed since somebody read it. */
export async function revisionsOf(
  db: Database,
  place: PlaceId,
  { after = 0, limit = 500 }: { after?: number; limit?: number } = {},
): Promise<Revision[]> {
  const rows = await db
    .selectFrom('places.revision')
    .selectAll()
    .where('place_id', '=', place)
    .where('version', '>', after)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    saidBy: row.said_by as Speaker,
    madeBy: row.made_by as PersonId | null,
    act: row.act,
    changes: row.changes as Revision['changes'],
  }))
}

export async function findRevision(db: Database, place: PlaceId, version: number): Promise<Revision | null> {
  const found = await revisionsOf(db, place, { after: version - 1 })
  return found.find((revision) => revision.version === version) ?? null
}
