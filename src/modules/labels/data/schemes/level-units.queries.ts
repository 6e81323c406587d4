import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { SchemeVersionId } from './schemes.store.ts'

/** What the levels of each version are counted in, « arobase »; a version without levels is not there. One statement. */
export async function levelUnits(
  db: Database,
  versions: readonly (SchemeVersionId | null)[],
): Promise<ReadonlyMap<SchemeVersionId, string>> {
  const ids = [...new Set(versions.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('labels.scheme_version')
    .select(['id', sql<string>`content -> 'grading' ->> 'unit'`.as('unit')])
    .where('id', 'in', ids)
    .where(sql<boolean>`content -> 'grading' ->> 'unit' is not null`)
    .execute()
  return new Map(rows.map(({ id, unit }) => [id, unit]))
}
