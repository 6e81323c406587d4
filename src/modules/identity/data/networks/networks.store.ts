import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { type Theme, themeSheet } from '../../../../ui/theme.ts'
import { logoName } from '../../domain/networks/network-logo.ts'

/** Colours of a network, for those who keep them without drawing anything. */
export type NetworkTheme = Theme

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
  const all = db
    .selectFrom('identity.network as n')
    .leftJoin('platform.file as f', 'f.id', 'n.logo_file_id')
    .selectAll('n')
    .select(['f.sha256 as logoSha256', 'f.media_type as logoType'])
  const row = slug
    ? await all.where('n.slug', '=', slug).executeTakeFirst()
    : await all
        .where((is) => is.or([is('n.host', '=', host), is('n.is_default', '=', true)]))
        .orderBy('n.is_default')
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
    host: row.host,
    logo:
      row.logoSha256 && row.logoType
        ? `/n/${row.slug}/${logoName({ sha256: row.logoSha256, mediaType: row.logoType })}`
        : null,
    sheet,
  }
}

/** Is it the domain of one of the networks? The header that names it proves nothing by itself. */
export async function isHostOfNetwork(db: Database, host: string): Promise<boolean> {
  const row = await db.selectFrom('identity.network').select('id').where('host', '=', host).executeTakeFirst()
  return row !== undefined
}

export async function isAnyNetwork(db: Database): Promise<boolean> {
  const row = await db.selectFrom('identity.network').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export function listNetworks(db: Database) {
  return db
    .selectFrom('identity.network')
    .select(['id', 'slug', 'name', 'head_name', 'is_default'])
    .orderBy('is_default', 'desc')
    .orderBy(sql`name collate public.french`)
    .execute()
}

/** Ids of the agreement templates the network offers; empty: all of them. */
export async function offeredTemplateIds(db: Database, id: NetworkWithTheme['id']): Promise<string[]> {
  const row = await db
    .selectFrom('identity.network')
    .select('template_ids')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.template_ids ?? []
}

/** Whom the public may write to about a network. Texts are empty when unknown. */
export interface NetworkCard {
  contactEmail: string
  dpoName: string
  dpoEmail: string
}

export async function networkCard(db: Database, id: NetworkWithTheme['id']): Promise<NetworkCard> {
  const row = await db
    .selectFrom('identity.network')
    .select(['contact_email', 'dpo_name', 'dpo_email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { contactEmail: row.contact_email, dpoName: row.dpo_name, dpoEmail: row.dpo_email }
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
