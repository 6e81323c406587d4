import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, Reach } from '../../../../platform/session/actor.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'
import { type Compared, coreName } from '../../domain/organisations/organisation-likeness.ts'
import { organisationOf, withinReach } from './organisations.store.ts'

export const PAGE_SIZE = 25

/** What a list is asked for: words of a name, an acronym, a commune or a number; a kind; a page from 1. */
export interface OrganisationSearch {
  q: string
  kind: string
  page: number
}

/** One page of organisations by name, without duplicates, and how many there are of each kind. */
export async function listOrganisations(
  db: Database,
  reach: Reach,
  { q, kind, page }: OrganisationSearch,
): Promise<{ organisations: Organisation[]; total: number; byKind: Map<string, number> }> {
  const matching = answering(db, reach, q)
  const counts = await matching
    .clearSelect()
    .select((of) => ['kind', of.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute()
  const byKind = new Map(counts.map((row) => [row.kind, row.count]))
  const rows = await matching
    .$if(kind !== '', (query) => query.where('kind', '=', kind))
    .orderBy(sql`name collate public.french`)
    .orderBy('id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  const all = [...byKind.values()].reduce((sum, count) => sum + count, 0)
  const total = kind === '' ? all : (byKind.get(kind) ?? 0)
  return { organisations: rows.map(organisationOf), total, byKind }
}

/** The words are also sought in the names of duplicates: an old name leads to the organisation of today. */
function answering(db: Database, reach: Reach, q: string) {
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const number = q.replace(/[\s.\-_]/g, '').toUpperCase()
  return withinReach(db.selectFrom('identity.organisation').selectAll('identity.organisation'), reach)
    .where('merged_into', 'is', null)
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`exists (select 1 from identity.organisation same
          where (same.id = identity.organisation.id or same.merged_into = identity.organisation.id)
            and (public.folded(same.name || ' ' || same.acronym || ' ' || same.commune) like public.folded(${words})
              or (${number} ~ '^(W?[0-9A-Z]*[0-9]{3,})$' and (starts_with(same.siret, ${number})
                or starts_with(same.rna, ${number}) or starts_with(replace(same.ridet, '.', ''), ${number})))))`,
      ),
    )
}

/** Those that could be the one being typed, widely: the domain says how close each is. At most 30. */
export async function possibleTwins(
  db: Database,
  network: NetworkId,
  typed: Compared,
): Promise<Organisation[]> {
  const current = () =>
    db
      .selectFrom('identity.organisation')
      .selectAll()
      .where('network_id', '=', network)
      .where('merged_into', 'is', null)
  const [byName, byNumber] = await Promise.all([
    current()
      .orderBy(sql`public.folded(name) <->> ${coreName(typed.name)}`)
      .limit(20)
      .execute(),
    current()
      .where((is) =>
        is.or([
          is('rna', '=', typed.rna),
          is('ridet', '=', typed.ridet),
          sql<boolean>`left(siret, 9) = left(${typed.siret}, 9)`,
        ]),
      )
      .orderBy('id')
      .limit(10)
      .execute(),
  ])
  return [...new Map([...byNumber, ...byName].map((row) => [row.id, organisationOf(row)])).values()]
}

/** Those found to be duplicates of this one, the last joined first. */
export async function duplicatesOf(db: Database, id: OrganisationId): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('identity.organisation')
    .selectAll()
    .where('merged_into', '=', id)
    .orderBy('merged_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(organisationOf)
}

/** Who bears this number in the network: what a refused number is answered with. */
export async function bearerOf(
  db: Database,
  network: NetworkId,
  register: 'siret' | 'rna' | 'ridet',
  number: string | null,
): Promise<{ id: OrganisationId; name: string } | null> {
  const row = await db
    .selectFrom('identity.organisation')
    .select(['id', 'name'])
    .where('network_id', '=', network)
    .where('merged_into', 'is', null)
    .where(register, '=', number)
    .executeTakeFirst()
  return row ?? null
}

/** How many people act for it, whatever the duplicate they came by. */
export async function countMembers(db: Database, ids: readonly OrganisationId[]): Promise<number> {
  const { count } = await db
    .selectFrom('identity.membership')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('organisation_id', 'in', ids)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The organisation at the head of a network, once it is known: whose mandates the first party signs by. */
export async function headOf(db: Database, network: NetworkId): Promise<OrganisationId | null> {
  const row = await db
    .selectFrom('identity.network')
    .select('head_id')
    .where('id', '=', network)
    .executeTakeFirst()
  return row?.head_id ?? null
}
