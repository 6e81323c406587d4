import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { type Theme, themeSheet } from '../../../ui/theme.ts'

/** How a request names its network: by the prefix of its path, else by its host, else the default one. */
export interface NetworkAddress {
  slug: string | null
  host: string
}

export interface NetworkWithTheme extends Network {
  sheet: string
}

/** Null when the path names a network that does not exist, or when there is none at all. */
export async function findNetwork(
  db: Database,
  { slug, host }: NetworkAddress,
): Promise<NetworkWithTheme | null> {
  const all = db.selectFrom('identity.network').selectAll()
  const row = slug
    ? await all.where('slug', '=', slug).executeTakeFirst()
    : await all
        .where((is) => is.or([is('host', '=', host), is('is_default', '=', true)]))
        .orderBy('is_default')
        .executeTakeFirst()
  if (!row) return null
  const sheet = themeSheet(row.theme as Theme)
  // A network with a domain or the default place answers at the root; under its prefix its links keep the prefix.
  const base = slug ? `/n/${row.slug}` : ''
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    headName: row.head_name,
    tagline: row.tagline,
    base,
    themeSheet: `/n/${row.slug}/theme-${hashOf(sheet)}.css`,
    sheet,
  }
}

export function listNetworks(db: Database) {
  return db
    .selectFrom('identity.network')
    .select(['id', 'slug', 'name', 'head_name', 'is_default'])
    .orderBy('is_default', 'desc')
    .orderBy(sql`name collate public.french`)
    .execute()
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** For jobs and commands, which have no address: the network by its id, linked from the installation's root. */
export async function networkById(
  db: Database,
  id: NetworkWithTheme['id'],
): Promise<NetworkWithTheme | null> {
  const row = await db
    .selectFrom('identity.network')
    .select(['slug', 'is_default'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? findNetwork(db, { slug: row.is_default ? null : row.slug, host: '' }) : null
}
