import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../platform/session/actor.ts'

/** Beyond, the text typed says too little. */
const MOST_FOUND = 200

export async function peopleNames(db: Database, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('identity.person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

/** People of the network, past ones too, whose name holds that text. */
export async function peopleNamed(db: Database, network: NetworkId, text: string): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('identity.person as p')
    .select('p.id')
    .where(sql<boolean>`public.folded(p.name) like public.folded(${containing(text)})`)
    .where(
      sql<boolean>`exists (select 1 from identity.membership m where m.person_id = p.id and m.network_id = ${network})`,
    )
    .orderBy('p.id')
    .limit(MOST_FOUND)
    .execute()
  return rows.map(({ id }) => id)
}

/** Organisations of the network whose name holds that text, duplicates included. */
export async function organisationsNamed(
  db: Database,
  network: NetworkId,
  text: string,
): Promise<OrganisationId[]> {
  const rows = await db
    .selectFrom('identity.organisation')
    .select('id')
    .where('network_id', '=', network)
    .where(sql<boolean>`public.folded(name) like public.folded(${containing(text)})`)
    .orderBy('id')
    .limit(MOST_FOUND)
    .execute()
  return rows.map(({ id }) => id)
}

/** In which quality an act was done: « Maire », « Par délégation : directrice ». By id of the mandate or delegation. */
export async function mandateWords(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; words: string }>`
    select id, quality as words from identity.mandate where id = any(${ids}::uuid[])
    union all
    select id, 'Par délégation : ' || quality from identity.delegation where id = any(${ids}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** What lines about a person name: themself, their memberships in this network, their open sessions. */
export async function ownSubjects(db: Database, person: PersonId, network: NetworkId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from identity.membership where person_id = ${person} and network_id = ${network}
    union all select id from identity.session where person_id = ${person}`.execute(db)
  return [person, ...rows.map(({ id }) => id)]
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
