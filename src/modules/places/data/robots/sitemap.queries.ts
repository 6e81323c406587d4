import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'

/** What a search engine may read, and since when it says what it says. */
export interface ListedPage {
  slug: string
  changedOn: Day
}

/** Search engines take files of 50,000 addresses at most. */
export const SITEMAP_PAGE = 40_000

/** One file of the published places, in the order of their ids; `number` from 1. */
export async function sitemapPage(db: Database, network: NetworkId, number: number): Promise<ListedPage[]> {
  const { rows } = await sql<ListedPage>`
    select p.slug, (coalesce(last.at, p.created_at) at time zone 'Europe/Paris')::date as "changedOn"
    from places.place p
    left join lateral (
      select at from places.revision r where r.place_id = p.id order by r.version desc limit 1
    ) last on true
    where p.network_id = ${network} and p.status = 'published'
    order by p.id
    limit ${SITEMAP_PAGE} offset ${(number - 1) * SITEMAP_PAGE}`.execute(db)
  return rows
}
