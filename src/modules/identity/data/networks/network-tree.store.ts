import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { NetworkTheme } from './networks.store.ts'

export type PlacementId = Id<'network-placement'>

/** A network as its relatives see it. */
export interface Relative {
  id: NetworkId
  slug: string
  name: string
  headName: string
  isDefault: boolean
  host: string | null
}

/** A request to be placed under another network, not answered yet. */
export interface Placement {
  id: PlacementId
  child: Relative
  parent: Relative
  askedAt: Instant
}

export interface NewNetwork {
  slug: string
  name: string
  headName: string
  tagline: string
  theme: NetworkTheme
  isDefault: boolean
  parentId: NetworkId | null
}

export async function addNetwork(
  tx: Database,
  { slug, name, headName, tagline, theme, isDefault, parentId }: NewNetwork,
  now: Instant,
): Promise<NetworkId> {
  const id: NetworkId = newId()
  await tx
    .insertInto('identity.network')
    .values({
      id,
      slug,
      name,
      head_name: headName,
      tagline,
      theme: JSON.stringify(theme),
      is_default: isDefault,
      parent_id: parentId,
      created_at: now,
    })
    .execute()
  return id
}

export async function setHead(tx: Database, network: NetworkId, head: OrganisationId): Promise<void> {
  await tx.updateTable('identity.network').set({ head_id: head }).where('id', '=', network).execute()
}

/** What a network decides at its birth, beside its name. */
export async function setFirstChoices(
  tx: Database,
  network: NetworkId,
  choices: { dpo_name: string; dpo_email: string; contact_email: string; template_ids: string[] },
): Promise<void> {
  await tx.updateTable('identity.network').set(choices).where('id', '=', network).execute()
}

/** The network it is placed under, and those placed under it. */
export async function relativesOf(
  db: Database,
  network: NetworkId,
): Promise<{ parent: Relative | null; children: Relative[] }> {
  const rows = await db
    .selectFrom('identity.network as n')
    .innerJoin('identity.network as self', (join) => join.on('self.id', '=', network))
    .select(['n.id', 'n.slug', 'n.name', 'n.head_name', 'n.is_default', 'n.host', 'n.parent_id'])
    .where((is) => is.or([is('n.parent_id', '=', network), is('n.id', '=', is.ref('self.parent_id'))]))
    .orderBy(sql`n.name collate public.french`)
    .execute()
  const parent = rows.find(({ parent_id }) => parent_id !== network)
  return {
    parent: parent ? relative(parent) : null,
    children: rows.filter(({ parent_id }) => parent_id === network).map(relative),
  }
}

/** Has somebody else been invited to it, or come? */
export async function isShared(db: Database, network: NetworkId): Promise<boolean> {
  const { rows } = await sql<{ shared: boolean }>`
    select exists (select 1 from identity.invitation where network_id = ${network})
      or (select count(distinct person_id) > 1 from identity.membership where network_id = ${network}) as shared`.execute(
    db,
  )
  return rows[0]?.shared === true
}

/** Moves the network in the tree; the trigger `networks_make_a_tree` refuses a circle. */
export async function moveNetwork(tx: Database, id: NetworkId, parent: NetworkId | null): Promise<void> {
  await tx
    .updateTable('identity.network')
    .set((is) => ({ parent_id: parent, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function networkBySlug(db: Database, slug: string): Promise<Relative | null> {
  const row = await db
    .selectFrom('identity.network')
    .select(['id', 'slug', 'name', 'head_name', 'is_default', 'host'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row ? relative(row) : null
}

export async function addPlacement(
  tx: Database,
  { network, parent, by, at }: { network: NetworkId; parent: NetworkId; by: PersonId | null; at: Instant },
): Promise<PlacementId> {
  const id: PlacementId = newId()
  await tx
    .insertInto('identity.network_placement')
    .values({ id, network_id: network, parent_id: parent, asked_by: by, asked_at: at })
    .execute()
  return id
}

/** Open requests that this network made, or has to answer. */
export async function openPlacements(db: Database, network: NetworkId): Promise<Placement[]> {
  const rows = await db
    .selectFrom('identity.network_placement as a')
    .innerJoin('identity.network as c', 'c.id', 'a.network_id')
    .innerJoin('identity.network as p', 'p.id', 'a.parent_id')
    .select(['a.id', 'a.asked_at'])
    .select(['c.id as c_id', 'c.slug as c_slug', 'c.name as c_name', 'c.head_name as c_head'])
    .select(['p.id as p_id', 'p.slug as p_slug', 'p.name as p_name', 'p.head_name as p_head'])
    .where('a.answer', 'is', null)
    .where((is) => is.or([is('a.network_id', '=', network), is('a.parent_id', '=', network)]))
    .orderBy('a.asked_at')
    .execute()
  const bare = { is_default: false, host: null }
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    child: relative({ id: row.c_id, slug: row.c_slug, name: row.c_name, head_name: row.c_head, ...bare }),
    parent: relative({ id: row.p_id, slug: row.p_slug, name: row.p_name, head_name: row.p_head, ...bare }),
  }))
}

/** Closes an open request, once; null when it is not open, or not for this network to answer. */
export async function answerPlacement(
  tx: Database,
  which: { id: PlacementId; parent: NetworkId } | { child: NetworkId },
  given: { answer: 'accepted' | 'refused' | 'withdrawn'; by: PersonId | null; at: Instant },
): Promise<{ id: PlacementId; networkId: NetworkId; parentId: NetworkId } | null> {
  const open = tx
    .updateTable('identity.network_placement')
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where('answer', 'is', null)
  const chosen =
    'child' in which
      ? open.where('network_id', '=', which.child)
      : open.where('id', '=', which.id).where('parent_id', '=', which.parent)
  const row = await chosen.returning(['id', 'network_id', 'parent_id']).executeTakeFirst()
  return row ? { id: row.id, networkId: row.network_id, parentId: row.parent_id } : null
}

interface RelativeRow {
  id: NetworkId
  slug: string
  name: string
  head_name: string
  is_default: boolean
  host: string | null
}

function relative({ id, slug, name, head_name, is_default, host }: RelativeRow): Relative {
  return { id, slug, name, headName: head_name, isDefault: is_default, host }
}
