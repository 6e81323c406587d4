import type { Selectable, Updateable } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, Reach } from '../../../../platform/session/actor.ts'
import type { NetworkTheme } from './networks.store.ts'

const COLUMNS = [
  'id',
  'slug',
  'name',
  'head_name',
  'head_id',
  'tagline',
  'host',
  'is_default',
  'parent_id',
  'theme',
  'logo_file_id',
  'contact_email',
  'dpo_name',
  'dpo_email',
  'template_ids',
  'second_factor_for_officers',
  'session_days',
  'inactive_months',
  'journal_years',
  'origin_months',
  'version',
] as const

type Row = DB['identity.network']

/** What a network decides of itself, named as its columns: a change is compared field by field. */
export type NetworkSettings = Omit<Pick<Selectable<Row>, (typeof COLUMNS)[number]>, 'theme'> & {
  theme: NetworkTheme
}

export type NetworkChange = Omit<
  Pick<Updateable<Row>, Exclude<(typeof COLUMNS)[number], 'id' | 'version' | 'slug' | 'is_default'>>,
  'theme'
> & { theme?: NetworkTheme }

/** The network of this reach, as a whole; null when the actor does not reach all of it. */
export async function findSettings(db: Database, reach: Reach): Promise<NetworkSettings | null> {
  const row = await settingsWithin(db, reach)?.executeTakeFirst()
  return row ? { ...row, theme: row.theme as NetworkTheme } : null
}

/** The same, held until the end of the transaction. */
export async function lockSettings(tx: Database, reach: Reach): Promise<NetworkSettings | null> {
  const row = await settingsWithin(tx, reach)?.forUpdate().executeTakeFirst()
  return row ? { ...row, theme: row.theme as NetworkTheme } : null
}

export async function saveSettings(
  tx: Database,
  id: NetworkId,
  { theme, ...change }: NetworkChange,
): Promise<void> {
  await tx
    .updateTable('identity.network')
    .set({ ...change, ...(theme && { theme: JSON.stringify(theme) }) })
    .set((is) => ({ version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The content of a network's logo, by its address; null when it has none. */
export function findLogo(db: Database, network: NetworkId) {
  return db
    .selectFrom('identity.network as n')
    .innerJoin('platform.file as f', 'f.id', 'n.logo_file_id')
    .select(['f.sha256', 'f.media_type as mediaType'])
    .where('n.id', '=', network)
    .executeTakeFirst()
}

function settingsWithin(db: Database, reach: Reach) {
  if (reach.kind !== 'all') return null
  return db.selectFrom('identity.network').select(COLUMNS).where('id', '=', reach.network)
}
