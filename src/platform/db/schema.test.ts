import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { checkServerVersion } from './database.ts'
import { generateTypes } from './generate-types.ts'
import { migrateToLatest, migrationsFolder } from './migrate.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { useTestDatabase } from './testing.ts'

const LONGEST_NAME = 63

/** Every schema but the server's and the queue's. */
const ours = (schema: string) =>
  `${schema} not in ('public', 'jobs', 'information_schema') and ${schema} not like 'pg\\_%'`

describe('the schema', () => {
  const { db, pool } = bound(useTestDatabase())

  it('is the one the committed types describe', async () => {
    const committed = await readFile(join(import.meta.dirname, 'schema.generated.ts'), 'utf8')
    expect(committed, 'run: npm run db:types').toBe(await generateTypes(db()))
  })

  it('has nothing left to migrate', async () => {
    expect(await migrateToLatest(db())).toEqual([])
  })

  it('names its constraints and indexes in words that are not cut', async () => {
    const { rows } = await pool().query<{ name: string; own: boolean }>(`
      select c.conname as name, c.contype in ('c', 'x') as own
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where ${ours('n.nspname')}
      union all
      select indexname, false from pg_indexes where ${ours('schemaname')}`)
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ name }) => Buffer.byteLength(name) >= LONGEST_NAME)).toEqual([])
    // A name that PostgreSQL made says which column, not which promise.
    expect(rows.filter(({ name, own }) => own && /_check\d*$|_excl\d*$/.test(name))).toEqual([])
  })

  it('writes every instant with its zone, and every id as a uuid', async () => {
    const { rows } = await pool().query(`
      select table_schema || '.' || table_name || '.' || column_name as "column" from information_schema.columns
      where ${ours('table_schema')}
        and table_name not in ('migration', 'migration_lock')
        and (data_type in ('timestamp without time zone', 'time with time zone', 'money', 'character')
          or (column_name like '%\\_id' and data_type not in ('uuid') and column_name not in ('subject_id', 'request_id', 'template_id', 'external_id')))`)
    expect(rows).toEqual([])
  })

  it('refuses to change or erase what was once written', async () => {
    const [network, organisation, agreement] = [newId(), newId(), newId()]
    await pool().query(
      `insert into identity.network (id, slug, name, head_name, theme, created_at) values ('${network}', 'n', 'N', 'T', '{}', now())`,
    )
    await pool().query(
      `insert into identity.organisation (id, network_id, name, kind, created_at) values ('${organisation}', '${network}', 'O', 'commune', now())`,
    )
    await pool().query(`insert into agreements.agreement (id, network_id, reference, template_id, template_version, terms, partner_id, representative_name, representative_title, created_at)
      values ('${agreement}', '${network}', '2026-0001', 't', 1, '{}', '${organisation}', 'R', 'T', now())`)
    await pool().query(
      `insert into agreements.act (id, agreement_id, seq, type, recorded_at, payload) values ('${newId()}', '${agreement}', 1, 'signature', now(), '{}')`,
    )
    await pool().query(
      `insert into platform.journal (at, action, subject_id) values (now(), 'thing.done', 'x')`,
    )
    for (const table of ['platform.journal', 'agreements.act']) {
      const column = table === 'platform.journal' ? 'subject_id' : 'type'
      for (const statement of [
        `update ${table} set ${column} = 'other'`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `delete from ${table} where false`,
      ]) {
        await expect(pool().query(statement), statement).rejects.toThrow('append_only')
      }
      expect((await pool().query(`select count(*) from ${table}`)).rows).toEqual([{ count: 1 }])
    }
  })

  it('sorts and folds French words, whatever the server', async () => {
    const { rows } = await pool().query<{ word: string }>(
      `select word from unnest(array['Zoé', 'été', 'Eau', 'école', 'abc', 'cote', 'côté', 'coté']) word order by word collate public.french`,
    )
    expect(rows.map(({ word }) => word)).toEqual([
      'abc',
      'cote',
      'coté',
      'côté',
      'Eau',
      'école',
      'été',
      'Zoé',
    ])
    const folded = await pool().query(`select public.folded('Médiathèque du Cœur À Ça') as text,
      to_tsvector('public.fr', 'Médiathèques') @@ to_tsquery('public.fr', 'mediatheque') as found`)
    expect(folded.rows).toEqual([{ text: 'mediatheque du coeur a ca', found: true }])
  })

  it('runs on this server, and would refuse an older one in French', async () => {
    await expect(checkServerVersion(db())).resolves.toBeUndefined()
    const old = { executeQuery: async () => ({ rows: [{ version: '140012', text: '14.12' }] }) }
    await expect(checkServerVersion(old as never)).rejects.toThrow('PostgreSQL 15 ou plus récent')
  })
})

describe('a migration that fails', () => {
  const database = useTestDatabase()

  it('changes nothing, nor does the one that ran before it, and passes once mended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maillage-migrations-'))
    try {
      await cp(migrationsFolder, folder, { recursive: true })
      await writeFile(
        join(folder, '9998-labels.sql'),
        'create table labels.first (id integer); insert into labels.first values (1);',
      )
      await writeFile(
        join(folder, '9999-labels.sql'),
        'create table labels.second (id integer); select 1 / 0;',
      )
      await expect(migrateToLatest(database.db, folder)).rejects.toThrow('division by zero')
      expect(await generateTypes(database.db)).not.toMatch(/labels\.(first|second)/)
      await writeFile(join(folder, '9999-labels.sql'), 'create table labels.second (id integer);')
      const together = await Promise.all([
        migrateToLatest(database.db, folder),
        migrateToLatest(database.db, folder),
      ])
      expect(together.flat()).toEqual(['9998-labels', '9999-labels'])
      expect(await generateTypes(database.db)).toMatch(/'labels\.first'[\s\S]*'labels\.second'/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('one at a time', () => {
  const database = useTestDatabase()

  it('makes the others wait, also after one that broke', async () => {
    let inside = 0
    const order: string[] = []
    const work = (name: string) => async () => {
      inside += 1
      expect(inside).toBe(1)
      order.push(name)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
      if (name === 'b') throw new Error('broken')
      return name
    }
    const runs = ['a', 'b', 'c', 'd'].map((name) => oneAtATime(database.db, 'test', work(name)))
    const outcomes = await Promise.allSettled(runs)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(order.sort()).toEqual(['a', 'b', 'c', 'd'])
  })
})

/** The database exists only once the tests run. */
function bound(database: ReturnType<typeof useTestDatabase>) {
  return { db: () => database.db, pool: () => database.pool }
}
