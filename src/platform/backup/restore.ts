import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type DatabaseAddress, OLDEST_SERVER } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { setAside } from './guards.ts'
import {
  BackupError,
  checkPieces,
  type Manifest,
  Meter,
  nowhere,
  readManifest,
  type SavedTable,
} from './manifest.ts'
import { parsePendingJobs, requeue } from './pending-jobs.ts'
import { copyIn, copyOut, listMigrations, listTables, quoted, settleSession, type Table } from './tables.ts'

export interface RestoreOptions {
  /** The folder that `backup` made. */
  folder: string
  /** An empty database, and an owner of it (no superuser is needed). */
  address: DatabaseAddress
  files: Pick<FileStore, 'put'>
  /** Brings the empty database to the schema of the backup, whose newest migration is `last`, with the queues named. */
  prepare: (last: string | undefined, queues: readonly string[]) => Promise<void>
}

/**
 * Loads a backup into an empty database, of any PostgreSQL from 15 on, and reads every table again: the same rows give
 * the same SHA-256, or nothing is kept. Throws BackupError, with a French sentence, when the backup is damaged, the
 * target not empty, or the schema not the same.
 */
export async function restore({ folder, address, files, prepare }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await checkPieces(folder, manifest)
  const jobs = parsePendingJobs(await readFile(join(folder, manifest.jobs.file), 'utf8'))
  const client = new pg.Client(address)
  await client.connect()
  try {
    await settleSession(client)
    await refuseUnlessReady(client)
    await prepare(manifest.migrations.at(-1), [...new Set(jobs.map(({ queue }) => queue))])
    await refuseOtherSchema(client, manifest)
    for (const { file } of manifest.files) await files.put(await readFile(join(folder, file)))
    await client.query('begin')
    await load(client, folder, manifest)
    await requeue(client, jobs)
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } finally {
    await client.end()
  }
}

async function refuseUnlessReady(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; occupied: boolean }>(`
    select current_setting('server_version_num') as version, exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')) as occupied`)
  if (Number(rows[0]?.version) < OLDEST_SERVER) {
    throw new BackupError('La base de destination doit être servie par PostgreSQL 15 ou plus récent.')
  }
  if (rows[0]?.occupied) {
    throw new BackupError(
      'La base de destination n’est pas vide : une restauration ne remplace rien. Créez une base neuve.',
    )
  }
}

async function refuseOtherSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const found = await listMigrations(client)
  if (JSON.stringify(found) !== JSON.stringify(manifest.migrations)) {
    throw new BackupError(
      `La sauvegarde a été faite par une autre version de Maillage (schéma « ${manifest.migrations.at(-1)} », ici « ${found.at(-1)} »). Restaurez-la avec cette version dans une base neuve, puis mettez à jour.`,
    )
  }
  const tables = new Set((await listTables(client)).map(quoted))
  const unknown = manifest.tables.find((table) => !tables.has(quoted(table)))
  if (unknown)
    throw new BackupError(`La table « ${unknown.schema}.${unknown.name} » de la sauvegarde est inconnue ici.`)
}

async function load(client: pg.Client, folder: string, { tables, sequences }: Manifest): Promise<void> {
  if (tables.length > 0) {
    const putBack = await setAside(client, tables)
    // Migrations bring rows of their own; the backup holds them too, as they have become.
    await client.query(`truncate ${tables.map(quoted).join(', ')}`)
    for (const table of tables) await copyIn(client, table, createReadStream(join(folder, table.file)))
    await putBack()
  }
  for (const { schema, name, lastValue, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted({ schema, name }),
      lastValue,
      isCalled,
    ])
  }
  for (const view of await listMaterializedViews(client))
    await client.query(`refresh materialized view ${quoted(view)}`)
  for (const table of tables) await verify(client, table)
}

async function verify(client: pg.Client, table: SavedTable): Promise<void> {
  const meter = new Meter()
  await copyOut(client, table, meter, nowhere())
  if (meter.lines === table.rows && meter.sha256() === table.sha256) return
  throw new BackupError(
    `La table « ${table.schema}.${table.name} » relue diffère de la sauvegarde (${meter.lines} lignes au lieu de ${table.rows}, ou un contenu autre) : rien n’est conservé.`,
  )
}

/** In order of creation: a view that reads another comes after it. */
async function listMaterializedViews(client: pg.Client): Promise<Pick<Table, 'schema' | 'name'>[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname::text as schema, c.relname::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' order by c.oid`)
  return rows
}
