import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

export type ProposalId = Id<'source-proposal'>

/** What a source says of a field that somebody wrote since, or what a field was before an import that was undone. DIR-37. */
export interface Proposal {
  readonly id: ProposalId
  readonly kind: 'source' | 'undo'
  readonly source: string
  readonly column: string
  readonly value: unknown
  /** What stands. */
  readonly current: unknown
  readonly madeAt: Instant
  readonly place: { id: PlaceId; slug: string; name: string }
}

export async function proposalsToDecide(
  db: Database,
  reach: Reach,
  {
    source,
    place = null,
    limit,
    offset,
  }: {
    source: string | null
    place?: PlaceId | null
    limit: number
    offset: number
  },
): Promise<{ rows: Proposal[]; total: number }> {
  if (reach.kind !== 'all') return { rows: [], total: 0 }
  const found = waiting(db, reach.network)
    .$if(source !== null, (query) => query.where('o.source', '=', source ?? ''))
    .$if(place !== null, (query) => query.where('p.id', '=', place as PlaceId))
  const [rows, { total }] = await Promise.all([
    select(found)
      .orderBy(sql`p.name collate public.french`)
      .orderBy('p.id')
      .orderBy('o.column_name')
      .limit(limit)
      .offset(offset)
      .execute(),
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toProposal), total }
}

/** How many fields wait for a decision, of how many places, and the last that came; none: null. */
export async function countProposals(
  db: Database,
  network: NetworkId,
): Promise<{ count: number; places: number; latest: ProposalId | null }> {
  const counts = await waiting(db, network)
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.count<number>('p.id').distinct().as('places')])
    .executeTakeFirstOrThrow()
  const last = await waiting(db, network)
    .select('o.id')
    .orderBy('o.made_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { ...counts, latest: (last?.id as ProposalId | undefined) ?? null }
}

/** One that waits; null: decided, or in another network. */
export async function findProposal(
  db: Database,
  network: NetworkId,
  id: ProposalId,
): Promise<Proposal | null> {
  const row = await select(waiting(db, network).where('o.id', '=', id)).executeTakeFirst()
  return row ? toProposal(row) : null
}

/** False: somebody decided meanwhile. */
export async function decideProposal(
  tx: Database,
  id: ProposalId,
  { decision, by, now }: { decision: 'accepted' | 'refused'; by: PersonId | null; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('places.source_proposal')
    .set({ decision, decided_at: now, decided_by: by })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function waiting(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.source_proposal as o')
    .innerJoin('places.current_place as c', 'c.id', 'o.place_id')
    .innerJoin('places.place as p', 'p.id', 'c.current_id')
    .where('o.network_id', '=', network)
    .where('o.decision', 'is', null)
}

function select(query: ReturnType<typeof waiting>) {
  return query
    .select(['o.id', 'o.kind', 'o.source', 'o.column_name', 'o.value', 'o.made_at', 'p.slug', 'p.name'])
    .select('p.id as place_id')
    .select(
      sql<unknown>`case when o.column_name = 'point' then jsonb_build_array(p.latitude, p.longitude)
        else to_jsonb(p)->o.column_name end`.as('current'),
    )
}

function toProposal(
  row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>,
): Proposal {
  return {
    ...{ id: row.id as ProposalId, kind: row.kind as Proposal['kind'], source: row.source },
    ...{ column: row.column_name, value: row.value, current: row.current, madeAt: row.made_at },
    place: { id: row.place_id, slug: row.slug, name: row.name },
  }
}

/** Is there such a proposal within reach, decided or not? */
export async function isProposal(db: Database, reach: Reach, id: ProposalId): Promise<boolean> {
  if (reach.kind !== 'all') return false
  const row = await db
    .selectFrom('places.source_proposal as o')
    .innerJoin('places.place as p', 'p.id', 'o.place_id')
    .where('p.network_id', '=', reach.network)
    .where('o.id', '=', id)
    .select('o.id')
    .executeTakeFirst()
  return row !== undefined
}
