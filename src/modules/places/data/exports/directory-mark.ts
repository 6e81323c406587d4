import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { directoryVersion } from '../places.version.ts'

/**
 * What tells one state of the public directory from another: its version, the day, and who bears which label that day, what is lent.
 * No place is read, and a label that comes or goes with the day changes it. DIR-84.
 */
export async function directoryMark(db: Database, network: NetworkId, today: Day): Promise<string> {
  const [version, labels, lent] = await Promise.all([
    directoryVersion(db, network),
    db
      .selectFrom('places.borne_label as shown')
      .where('shown.network_id', '=', network)
      .where('shown.from_day', '<=', today)
      .where((is) => is.or([is('shown.until_day', 'is', null), is('shown.until_day', '>', today)]))
      .select(
        sql<
          string | null
        >`md5(string_agg(concat_ws(' ', shown.place_id, shown.code, shown.level, shown.name, shown.from_day), ',' order by shown.place_id, shown.code, shown.level, shown.from_day))`.as(
          'digest',
        ),
      )
      .executeTakeFirst(),
    db
      .selectFrom('equipment.offered as lent')
      .where('lent.network_id', '=', network)
      .select(
        sql<
          string | null
        >`md5(string_agg(concat_ws(' ', lent.place_id, lent.kind), ',' order by lent.place_id, lent.kind))`.as(
          'digest',
        ),
      )
      .executeTakeFirst(),
  ])
  return `${version}-${today}-${labels?.digest?.slice(0, 12) ?? '0'}${lent?.digest ? `-${lent.digest.slice(0, 12)}` : ''}`
}
