import pg from 'pg'
import { quoted, type Table } from './tables.ts'

interface Trigger {
  schema: string
  table: string
  name: string
  enabled: 'O' | 'A' | 'R'
}

interface ForeignKey {
  schema: string
  table: string
  name: string
  definition: string
}

const WORD = { O: 'enable trigger', A: 'enable always trigger', R: 'enable replica trigger' }

/**
 * Puts aside, in the transaction of `client`, what would refuse a bulk load: our triggers (append-only tables would
 * refuse to be emptied) and the foreign keys (tables may refer to themselves or to each other in a circle). Returns
 * what puts them back, which checks every reference at once. The owner of the tables may do this; a superuser is not
 * needed.
 */
export async function setAside(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<() => Promise<void>> {
  const ids = tables.map(quoted)
  const triggers = await listTriggers(client, ids)
  const keys = await listForeignKeys(client, ids)
  for (const trigger of triggers)
    await alter(client, trigger, `disable trigger ${pg.escapeIdentifier(trigger.name)}`)
  for (const key of keys) await alter(client, key, `drop constraint ${pg.escapeIdentifier(key.name)}`)
  return async () => {
    // A deferred uniqueness check still waiting would forbid the changes below.
    await client.query('set constraints all immediate')
    for (const key of keys)
      await alter(client, key, `add constraint ${pg.escapeIdentifier(key.name)} ${key.definition}`)
    for (const trigger of triggers) {
      await alter(client, trigger, `${WORD[trigger.enabled]} ${pg.escapeIdentifier(trigger.name)}`)
    }
  }
}

async function listTriggers(client: pg.ClientBase, tables: readonly string[]): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `select n.nspname::text as schema, c.relname::text as table, t.tgname::text as name, t.tgenabled as enabled
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and t.tgrelid = any ($1::regclass[])`,
    [tables],
  )
  return rows
}

/**
 * Keys from and to these tables: one that is not saved may refer to one that is. Definitions name the other table with
 * its schema only when the search path does not lead to it.
 */
async function listForeignKeys(client: pg.ClientBase, tables: readonly string[]): Promise<ForeignKey[]> {
  const { rows: path } = await client.query<{ search_path: string }>('show search_path')
  await client.query(`set local search_path = pg_catalog`)
  const { rows } = await client.query<ForeignKey>(
    `select n.nspname::text as schema, c.relname::text as table, f.conname::text as name,
            pg_get_constraintdef(f.oid) as definition
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     where f.contype = 'f' and f.conparentid = 0
       and (f.conrelid = any ($1::regclass[]) or f.confrelid = any ($1::regclass[]))
     order by f.oid`,
    [tables],
  )
  await client.query(`select set_config('search_path', $1, true)`, [path[0]?.search_path])
  return rows
}

async function alter(
  client: pg.ClientBase,
  { schema, table }: Trigger | ForeignKey,
  what: string,
): Promise<void> {
  await client.query(`alter table ${quoted({ schema, name: table })} ${what}`)
}
