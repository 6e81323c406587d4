import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Where somebody is in the story of a directory: the last change they know. */
export interface ChangePoint {
  readonly number: number
  readonly place: PlaceId | null
}

export interface PlaceChange {
  readonly id: PlaceId
  readonly number: number
  /** What is to be done of one's copy. */
  readonly kind: 'upsert' | 'closed' | 'merged' | 'removed'
  readonly mergedInto: PlaceId | null
}

/** The last change of each place changed since a point, the oldest first; `null`: since the beginning. DIR-83. */
export async function changesSince(
  db: Database,
  network: NetworkId,
  since: ChangePoint | null,
  limit: number,
): Promise<PlaceChange[]> {
  const { number, place } = since ?? { number: -1, place: null }
  const rows = await db
    .selectFrom('places.place_change as c')
    .leftJoin('places.place as p', 'p.id', 'c.place_id')
    .where('c.network_id', '=', network)
    .where((is) =>
      is.or([
        is('c.number', '>', number),
        ...(place === null ? [] : [is.and([is('c.number', '=', number), is('c.place_id', '>', place)])]),
      ]),
    )
    .select(['c.place_id', 'c.number', 'p.status', 'p.merged_into'])
    .orderBy('c.number')
    .orderBy('c.place_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.place_id,
    number: row.number,
    kind: kindOf(row.status),
    mergedInto: row.merged_into,
  }))
}

function kindOf(status: string | null): PlaceChange['kind'] {
  if (status === 'published') return 'upsert'
  return status === 'closed' || status === 'merged' ? status : 'removed'
}

/**
 * Labels come and go with the day, without a change of the place: those that bear others than were last told are numbered
 * as changed. Nothing is written when none did. DIR-8.
 */
export async function noteLabelChanges(db: Database, network: NetworkId, today: Day): Promise<void> {
  if ((await movedLabels(db, network, today)).length === 0) return
  await inTransaction(db, async (tx) => {
    const { version } = await tx
      .insertInto('places.directory_version')
      .values({ network_id: network, version: 1 })
      .onConflict((conflict) =>
        conflict.column('network_id').doUpdateSet({ version: sql`places.directory_version.version + 1` }),
      )
      .returning('version')
      .executeTakeFirstOrThrow()
    // The row of the version is held: whoever noted the same a moment ago has committed.
    for (const { place_id, borne } of await movedLabels(tx, network, today))
      await tx
        .updateTable('places.place_change')
        .set({ number: version, labels: borne })
        .where('place_id', '=', place_id)
        .execute()
  })
}

async function movedLabels(db: Database, network: NetworkId, today: Day) {
  const { rows } = await sql<{ place_id: PlaceId; borne: string[] }>`
    with now as (
      select shown.place_id, array_agg(distinct concat_ws(':', shown.code, shown.level)) as borne
      from places.borne_label as shown
      where shown.network_id = ${network} and shown.place_id is not null
        and shown.from_day <= ${today} and (shown.until_day is null or shown.until_day > ${today})
      group by shown.place_id)
    select c.place_id, coalesce(now.borne, '{}') as borne
    from places.place_change as c left join now on now.place_id = c.place_id
    where c.network_id = ${network} and coalesce(now.borne, '{}') <> c.labels`.execute(db)
  return rows
}
