import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { JOBS_SCHEMA } from '../jobs/install.ts'
import type { SavedSequence } from './manifest.ts'

export interface Table {
  schema: string
  name: string
  /** Generated columns are left out: the target computes them. */
  columns: string[]
}

const MIGRATIONS = ['migration', 'migration_lock']

/**
 * What belongs to us: not the system's, not an extension's, not the queue's (it makes its own tables), not the
 * migrator's, not what is unlogged because it may be lost. Parts of a partitioned table are read through it.
 */
const OURS = `
  n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${JOBS_SCHEMA}')
  and c.relpersistence = 'p'
  and not (n.nspname = 'platform' and c.relname in (${MIGRATIONS.map((name) => `'${name}'`).join(', ')}))
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname::text as schema, c.relname::text as name,
           coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
    group by n.nspname, c.relname
    order by n.nspname::text collate "C", c.relname::text collate "C"`)
  return rows
}

export async function listSequences(client: pg.ClientBase): Promise<SavedSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname::text as schema, c.relname::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS}
    order by n.nspname::text collate "C", c.relname::text collate "C"`)
  const sequences: SavedSequence[] = []
  for (const { schema, name } of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted({ schema, name })}`,
    )
    sequences.push({ schema, name, ...(state.rows[0] ?? { lastValue: '1', isCalled: false }) })
  }
  return sequences
}

/** Migrations applied to the database, in order; empty when it was never migrated. */
export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query(
    `select to_regclass('platform.migration') is not null as migrated`,
  )
  if (!found[0]?.migrated) return []
  const { rows } = await client.query<{ name: string }>(
    'select name from platform.migration order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}

/** A query, because a partitioned table cannot be copied by its name before PostgreSQL 18. */
export async function copyOut(
  client: pg.ClientBase,
  table: Table,
  ...through: [
    NodeJS.ReadWriteStream,
    NodeJS.WritableStream | ((source: AsyncIterable<unknown>) => Promise<void>),
  ]
): Promise<void> {
  const source = client.query(copyTo(`copy (select ${columnsOf(table)} from ${quoted(table)}) to stdout`))
  await pipeline(source, ...through)
}

export async function copyIn(
  client: pg.ClientBase,
  table: Table,
  source: NodeJS.ReadableStream,
): Promise<void> {
  await pipeline(source, client.query(copyFrom(`copy ${quoted(table)} (${columnsOf(table)}) from stdin`)))
}

/**
 * Text that reads the same on every server, rows in the order they lie (never from the middle of a table that another
 * session is reading), and a failure rather than a silence where a row-level policy would hide rows.
 */
export async function settleSession(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set extra_float_digits = 3; set bytea_output = 'hex'; set row_security = off; set synchronize_seqscans = off;
    set max_parallel_workers_per_gather = 0; set statement_timeout = 0`)
}

export function quoted({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}

function columnsOf({ columns }: Table): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}
