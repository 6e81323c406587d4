import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { AwardStatus } from '../../domain/awards/award.ts'
import type { AwardId } from '../awards/awards.store.ts'

/** The codes of the labels of a network whose specifications are published by that day. */
export async function publishedCodes(
  db: Database,
  network: NetworkId,
  on: Day,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('labels.scheme as s')
    .innerJoin('labels.scheme_version as v', 'v.scheme_id', 's.id')
    .select('s.code')
    .distinct()
    .where('s.network_id', '=', network)
    .where('v.in_force_from', '<=', on)
    .execute()
  return new Set(rows.map(({ code }) => code))
}

/** Where one label stands on a day, without its story. */
export interface PublicStatus {
  id: AwardId
  placeId: Id<'place'> | null
  code: string
  year: number | null
  status: AwardStatus
}

/**
 * Where every label of a network stands on a day, in the order of their names and numbers. One statement that reads each
 * act once, whatever their number: for the register and for measures (LAB-56). It says what `label_course` says of that
 * day; a test compares them.
 */
export async function awardStatuses(db: Database, network: NetworkId, on: Day): Promise<PublicStatus[]> {
  const { rows } = await sql<PublicStatus>`
    with last_act as (
      select distinct on (a.award_id) a.award_id, a.kind
      from labels.award_act a
      where a.from_day <= ${on} and not exists (select 1 from labels.award_act c where c.supersedes = a.id)
      order by a.award_id, a.from_day desc, a.seq desc)
    select w.id, w.place_id as "placeId", s.code, e.year,
      case
        when l.kind is null then 'not_yet'
        when l.kind in ('withdrawn', 'ended') then l.kind
        when w.agreement_id is not null and (c.from_day is null or c.from_day > ${on}) then 'not_yet'
        when w.valid_until <= ${on} and w.valid_until <= coalesce(k.covered_until, w.valid_until) then 'ended'
        when k.covered_until <= ${on} then coalesce(c.label_outcome, 'ended')
        when l.kind = 'suspended' then 'suspended'
        else 'active'
      end as status
    from labels.award w
    join labels.scheme s on s.id = w.scheme_id
    left join last_act l on l.award_id = w.id
    left join labels.edition e on e.id = w.edition_id
    left join labels.cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
    cross join lateral (select least(c.until_day, c.label_until_day) as covered_until) k
    where s.network_id = ${network} and (w.edition_id is null or e.published_at is not null)
    order by s.name collate public.french, w.number`.execute(db)
  return rows
}
