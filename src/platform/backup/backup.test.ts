import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { appendFile, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../kernel/instant.ts'
import { createDatabase, createPool, type DatabaseAddress } from '../db/database.ts'
import { leaveTestClusters, startTestCluster } from '../db/embedded/test-cluster.ts'
import { migrateToLatest } from '../db/migrate.ts'
import { testServer, useTestDatabase } from '../db/testing.ts'
import { openFileStore } from '../files/file-store.ts'
import { installJobs } from '../jobs/install.ts'
import { verifyJournal } from '../journal/verify.ts'
import { backup } from './backup.ts'
import { BackupError, readManifest } from './manifest.ts'
import { readPendingJobs, requeue } from './pending-jobs.ts'
import { restore } from './restore.ts'

// Everything that makes a bulk load hard: rows that refer to their own table and to each other in a circle, columns
// the server computes, refusals by trigger, parts, deferred checks, names and values that need quoting.
const HARD = `
  create schema hard;
  create table hard.node (
    id integer generated always as identity primary key,
    parent_id integer constraint node_has_parent references hard.node,
    favourite_id integer,
    label text not null,
    folded text generated always as (lower(label)) stored,
    constraint label_is_unique unique (label) deferrable initially deferred);
  create table hard."Odd ""name""" (id integer primary key, node_id integer references hard.node on delete cascade);
  alter table hard.node add constraint node_has_favourite foreign key (favourite_id)
    references hard."Odd ""name""" deferrable initially deferred;
  create unlogged table hard.seen (node_id integer references hard.node);
  create table hard.measure (at date not null, value double precision, bytes bytea, tags text[], doc jsonb,
    slot tstzrange, wait interval) partition by range (at);
  create table hard.measure_2026 partition of hard.measure for values from ('2026-01-01') to ('2027-01-01');
  create table hard.measure_later partition of hard.measure default;
  create function hard.refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
  create trigger never_again before insert or truncate on hard.node for each statement execute function hard.refuse();
  alter table hard.node enable always trigger never_again;
  create materialized view hard.count as select count(*) as nodes from hard.node;
  create sequence hard.ticket start 40;`

const HARD_ROWS = `
  alter table hard.node disable trigger never_again;
  insert into hard.node (parent_id, label) values (null, 'Racine'), (1, E'tab\\there\\nand "there" \\\\N é'), (2, '\\N');
  update hard.node set parent_id = 3 where id = 1;
  insert into hard."Odd ""name""" values (7, 1);
  update hard.node set favourite_id = 7 where id = 2;
  set constraints all immediate;
  alter table hard.node enable always trigger never_again;
  insert into hard.measure values
    ('2026-06-17', 0.1 + 0.2, '\\x00ff0a', array['a,b', null, '"'], '{"é": [1, null]}',
     '[2026-06-17 10:00+02,)', '1 mon 2 days 03:04:05.6'),
    ('2031-01-01', 'NaN', null, '{}', null, 'empty', null);
  select nextval('hard.ticket');
  insert into platform.journal (at, action, subject_id, details)
    select now(), 'loan.requested', i::text, jsonb_build_object('number', i) from generate_series(1, 5000) i;`

const folder = mkdtempSync(join(tmpdir(), 'maillage-backup-test-'))
const source = useTestDatabase()
const targets: (() => Promise<unknown>)[] = []
let otherServer: DatabaseAddress
let made: string
let kept: string

beforeAll(async () => {
  const debian = '/usr/lib/postgresql/15/bin'
  otherServer = existsSync(debian) ? await startTestCluster({ binDir: debian }) : testServer()
  const files = await openFileStore(`file:${join(folder, 'files')}`)
  kept = await files.put(Buffer.from('Convention signée'))
  await source.pool.query(HARD)
  await source.pool.query(HARD_ROWS)
  await source.pool.query(
    `insert into platform.file (id, sha256, name, media_type, bytes, network_id, added_at)
     values (gen_random_uuid(), $1, 'convention.pdf', 'application/pdf', 17, gen_random_uuid(), now())`,
    [kept],
  )
  await installJobs(source.pool, ['agreements/tell-parties'])
  const client = await source.pool.connect()
  await requeue(client, [job])
  client.release()
  const now = instant('2026-06-17T08:00:00Z')
  made = (await backup({ address: source.address, files, into: folder, now, log: () => {} })).folder
})

afterAll(async () => {
  for (const drop of targets) await drop()
  leaveTestClusters()
  rmSync(folder, { recursive: true, force: true })
})

const job = {
  id: '019750c0-0000-7000-8000-000000000001',
  queue: 'agreements/tell-parties',
  data: { agreement: '42' },
  priority: 2,
  startAfter: '2031-01-01T00:00:00.000Z',
  singletonKey: 'once-42',
}

async function emptyDatabase(): Promise<DatabaseAddress> {
  const name = `restored_${process.pid}_${targets.length}`
  const admin = new pg.Client({ ...otherServer, database: 'postgres' })
  await admin.connect()
  await admin.query(`create role ${name} login password 'restored'`)
  await admin.query(`create database ${name} owner ${name} template template0 encoding 'UTF8'`)
  targets.push(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })
  return { ...otherServer, database: name, user: name, password: 'restored' }
}

/** The schema of the source, made by an owner of the database who is no superuser. */
function prepareIn(address: DatabaseAddress) {
  return async (_last: string | undefined, queues: readonly string[]) => {
    const pool = createPool(address)
    await migrateToLatest(createDatabase(pool))
    await installJobs(pool, queues)
    await pool.query(HARD)
    await pool.end()
  }
}

async function restoreInto(address: DatabaseAddress, from = made) {
  const files = await openFileStore(`file:${join(folder, 'restored-files')}`)
  await restore({ folder: from, address, files, prepare: prepareIn(address) })
  return files
}

describe('a backup', () => {
  it('restores into an empty database of an older PostgreSQL, without a superuser, row for row', async () => {
    const address = await emptyDatabase()
    const files = await restoreInto(address)
    expect(Buffer.from(await files.get(kept)).toString()).toBe('Convention signée')
    const pool = createPool(address)
    const again = await backup({
      address,
      files,
      into: join(folder, 'again'),
      now: instant('2026-06-17T09:00:00Z'),
      log: () => {},
    })
    const { tables, sequences, jobs } = await readManifest(made)
    expect(again.manifest.tables).toEqual(tables)
    expect(again.manifest.sequences).toEqual(sequences)
    expect(again.manifest.jobs).toEqual(jobs)
    expect(tables.find(({ name }) => name === 'journal')?.rows).toBe(5000)
    expect((await pool.query('select nodes from hard.count')).rows).toEqual([{ nodes: 3 }])
    expect(
      (await pool.query(`insert into hard."Odd ""name""" values (8, 99)`).catch((error) => error)).code,
    ).toBe('23503')
    await expect(pool.query('delete from platform.journal')).rejects.toThrow(/append_only/)
    await expect(pool.query(`insert into hard.node (label) values ('x')`)).rejects.toThrow(/refused/)
    const client = await pool.connect()
    expect(await readPendingJobs(client)).toEqual([job])
    client.release()
    await pool.end()
  })

  it('keeps the journal as it was sealed, and its chain goes on from there', async () => {
    const address = await emptyDatabase()
    await restoreInto(address)
    const pool = createPool(address)
    const db = createDatabase(pool)
    const before = await verifyJournal(source.db)
    expect(before).toMatchObject({ verified: 5000, purged: 0, faults: [] })
    expect(await verifyJournal(db, { anchor: before.last })).toEqual(before)
    await pool.query(
      `insert into platform.journal (at, action, subject_id) values (now(), 'loan.requested', 'next')`,
    )
    const after = await verifyJournal(db, { anchor: before.last })
    expect(after).toMatchObject({ verified: 5001, last: { position: 5001 }, faults: [] })
    await pool.end()
  })

  it('is for its owner alone, and has no name until it is complete', async () => {
    expect((await stat(made)).mode & 0o777).toBe(0o700)
    expect((await stat(join(made, 'tables/platform.journal.copy'))).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('refuses a target that is not empty, and leaves it as it was', async () => {
    const address = await emptyDatabase()
    const pool = createPool(address)
    await pool.query('create table mine (it integer)')
    await expect(restoreInto(address)).rejects.toThrow(/n’est pas vide/)
    expect(
      (await pool.query('select count(*) from pg_namespace where nspname = $1', ['platform'])).rows,
    ).toEqual([{ count: 0 }])
    await pool.end()
  })

  it('names the damaged file before touching the target', async () => {
    const address = await emptyDatabase()
    const damaged = await backup({
      address: source.address,
      files: await openFileStore(`file:${join(folder, 'files')}`),
      into: join(folder, 'damaged'),
      now: instant('2026-06-17T08:00:00Z'),
      log: () => {},
    })
    await appendFile(join(damaged.folder, 'tables/hard.node.copy'), ' ')
    await expect(restoreInto(address, damaged.folder)).rejects.toThrow(/hard\.node\.copy.*abîmé/)
    await rm(join(damaged.folder, 'manifest.json'))
    await expect(restoreInto(address, damaged.folder)).rejects.toThrow(BackupError)
  })

  it('keeps a file that the store has lost out of the backup, and says so', async () => {
    const said: string[] = []
    const { manifest } = await backup({
      address: source.address,
      files: { get: () => Promise.reject(new Error('gone')) },
      into: join(folder, 'lost'),
      now: instant('2026-06-17T08:00:00Z'),
      log: (message) => said.push(message),
    })
    expect(manifest.files).toEqual([])
    expect(said.join()).toContain(kept)
    expect(await readFile(join(made, 'files', kept), 'utf8')).toBe('Convention signée')
  })
})
