import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { AwardId } from '../awards/awards.store.ts'

/** The awards of places whose label asks for the information of each semester, by the version they were judged on. LAB-32. */
export async function awardsOwingInformation(db: Database, network: NetworkId): Promise<AwardId[]> {
  const { rows } = await sql<{ id: AwardId }>`
    select a.id from labels.award a
    join labels.scheme s on s.id = a.scheme_id
    join lateral (
      select v.content from labels.scheme_version v
      where v.scheme_id = a.scheme_id and (a.version_id is null or v.id = a.version_id)
      order by v.version desc, v.revision desc limit 1) judged on true
    where s.network_id = ${network} and a.place_id is not null
      and judged.content -> 'duties' ? 'semester_information'`.execute(db)
  return rows.map(({ id }) => id)
}
