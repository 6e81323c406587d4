import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, Reach } from '../../../platform/session/actor.ts'
import type { InitiativeContent, InitiativeId } from '../domain/initiative.ts'
import type { Stake } from '../domain/stakes.ts'
import { type Initiative, initiativeOf, initiatives } from './initiatives.store.ts'

export const ATLAS_PAGE = 20

const TITLE = sql`(r.content ->> 'title') collate public.french`

/** Those of a reach, by title. */
export async function listInitiatives(db: Database, reach: Reach): Promise<Initiative[]> {
  const rows = await initiatives(db, reach).orderBy(TITLE).orderBy('i.id').execute()
  return rows.map(initiativeOf)
}

/** All that these organisations declare in the network, public or not yet, by title. */
export async function initiativesOf(
  db: Database,
  network: NetworkId,
  organisations: readonly OrganisationId[],
): Promise<Initiative[]> {
  return listInitiatives(db, { kind: 'these', network, organisations })
}

/** One page of what everybody reads, and how many there are in all. */
export async function atlasOf(
  db: Database,
  network: NetworkId,
  { q, stake }: { q: string; stake: Stake | null },
  page: number,
): Promise<{ found: Initiative[]; total: number }> {
  const shown = initiatives(db, { kind: 'all', network })
    .where('i.published_at', 'is not', null)
    .$if(stake !== null, (query) =>
      query.where(
        sql<boolean>`(r.content ->> 'stake' = ${stake} or r.content -> 'otherStakes' ? ${stake}::text)`,
      ),
    )
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`to_tsvector('public.fr', concat_ws(' ', r.content ->> 'title', r.content ->> 'summary',
          r.content ->> 'description', r.content ->> 'communes')) @@ plainto_tsquery('public.fr', ${q})`,
      ),
    )
  const rows = await shown
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .orderBy(TITLE)
    .orderBy('i.id')
    .limit(ATLAS_PAGE)
    .offset((page - 1) * ATLAS_PAGE)
    .execute()
  return { found: rows.map(initiativeOf), total: rows[0]?.total ?? 0 }
}

/** What everybody reads of one; null when it is not public. */
export async function shownInitiative(
  db: Database,
  network: NetworkId,
  id: InitiativeId,
): Promise<Initiative | null> {
  const row = await initiatives(db, { kind: 'all', network })
    .where('i.id', '=', id)
    .where('i.published_at', 'is not', null)
    .executeTakeFirst()
  return row ? initiativeOf(row) : null
}

export interface Revision {
  readonly revision: number
  readonly savedAt: Instant
  readonly content: InitiativeContent
}

/** Every revision, the last one first. PPL-73. */
export async function revisionsOf(db: Database, id: InitiativeId): Promise<Revision[]> {
  const rows = await db
    .selectFrom('initiatives.revision')
    .select(['revision', 'saved_at', sql<InitiativeContent>`content`.as('content')])
    .where('initiative_id', '=', id)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(({ revision, saved_at, content }) => ({ revision, savedAt: saved_at, content }))
}
