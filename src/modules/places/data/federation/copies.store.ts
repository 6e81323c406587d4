import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { DeclaredLabel } from '../../domain/federation/declared-label.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { holdSlugs } from '../life/slugs.store.ts'
import { toColumns } from '../place-columns.ts'

/** A place whose home is another network, as it is first kept. */
export interface NewCopy {
  id: PlaceId
  slug: string
  originUri: string
  fields: PlaceFields
}

/** Several at once: one statement. Homonyms are numbered: `mairie-50502`, `mairie-50502-2`… */
export async function addCopies(
  tx: Database,
  network: NetworkId,
  copies: readonly NewCopy[],
  at: Instant,
): Promise<void> {
  if (copies.length === 0) return
  const slugs = await freeSlugs(tx, network, copies)
  const rows = copies.map(({ id, originUri, fields }, index) => {
    const own = { id, network_id: network, slug: slugs[index], origin_uri: originUri, created_at: at }
    return { ...toColumns(fields), ...own }
  })
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  await sql`
    insert into places.place (${columns})
    select ${columns} from jsonb_populate_recordset(null::places.place, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

const MOST_HOMONYMS = 60

/** Nobody else takes an address of the network meanwhile. */
async function freeSlugs(tx: Database, network: NetworkId, copies: readonly NewCopy[]): Promise<string[]> {
  await holdSlugs(tx, network)
  const wanted = [...new Set(copies.map(({ slug }) => slug))]
  const taken = await takenAmong(tx, network, wanted)
  const crowded = wanted.filter((slug) => taken.has(slug))
  const numbered = crowded.flatMap((slug) => numbers.map((number) => `${slug}-${number}`))
  for (const slug of await takenAmong(tx, network, numbered)) taken.add(slug)
  return copies.map(({ id, slug }) => {
    const candidates = [slug, ...numbers.map((number) => `${slug}-${number}`)]
    const own = candidates.find((candidate) => !taken.has(candidate)) ?? `${slug}-${id}`
    taken.add(own)
    return own
  })
}

const numbers = Array.from({ length: MOST_HOMONYMS }, (_, at) => at + 2)

async function takenAmong(tx: Database, network: NetworkId, slugs: readonly string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set()
  const { rows } = await sql<{ slug: string }>`
    select slug from places.place where network_id = ${network} and slug = any(${sql.val([...slugs])}::text[])
    union all
    select slug from places.former_slug where network_id = ${network} and slug = any(${sql.val([...slugs])}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ slug }) => slug))
}

/** What its home declares replaces all that it declared before. */
export async function declareLabels(
  tx: Database,
  declared: readonly { place: PlaceId; labels: readonly DeclaredLabel[] }[],
): Promise<void> {
  if (declared.length === 0) return
  const ids = declared.map(({ place }) => place)
  await sql`delete from places.declared_label where place_id = any(${sql.val(ids)}::uuid[])`.execute(tx)
  const rows = declared.flatMap(({ place, labels }) =>
    labels.map(({ code, name, level, from, until, proof }) => ({
      ...{ place_id: place, code, name, level, from_day: from, until_day: until, proof_url: proof },
    })),
  )
  if (rows.length > 0)
    await tx
      .insertInto('places.declared_label')
      .values(rows)
      .onConflict((is) => is.doNothing())
      .execute()
}

/** Several places at once, each with its revision; how many were shown until then. */
export async function hidePlaces(
  tx: Database,
  network: NetworkId,
  {
    places,
    because,
    at,
    by,
  }: { places: readonly PlaceId[]; because: string; at: Instant; by: PersonId | null },
): Promise<number> {
  if (places.length === 0) return 0
  const { numAffectedRows } = await sql`
    with shown as (
      select id, status from places.place
      where network_id = ${network} and id = any(${sql.val([...places])}::uuid[]) and status = 'published'
      order by id for update
    ), hidden as (
      update places.place p set status = 'hidden', hidden_because = ${because}
      from shown where p.id = shown.id returning p.id, p.version
    )
    insert into places.revision (place_id, version, at, said_by, made_by, act, changes)
    select hidden.id, hidden.version, ${at}, 'staff', ${by}, 'hidden',
      jsonb_build_object('status', jsonb_build_object('from', 'published', 'to', 'hidden'),
        'hidden_because', jsonb_build_object('from', null, 'to', ${because}::text))
    from hidden`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
