import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Instant } from '../../kernel/instant.ts'
import type { DatabaseAddress } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { type Manifest, Meter, type Piece, type SavedTable, writeManifest } from './manifest.ts'
import { readPendingJobs } from './pending-jobs.ts'
import { copyOut, listMigrations, listSequences, listTables, settleSession, type Table } from './tables.ts'

export interface BackupOptions {
  address: DatabaseAddress
  files: Pick<FileStore, 'get'>
  /** The backup becomes a new folder in this one. */
  into: string
  now: Instant
  log: (message: string) => void
}

/**
 * Copies the whole database and its files into `<into>/maillage-backup-<date>`, as they were at one instant, while the
 * application goes on working. The folder appears under its name only when it is complete. The queue's own tables are
 * not copied (any version of the queue makes its own): the jobs not done yet are, in a form of ours.
 * Returns the folder and what it holds.
 */
export async function backup(options: BackupOptions): Promise<{ folder: string; manifest: Manifest }> {
  const folder = join(
    options.into,
    `maillage-backup-${options.now.replace(/\.\d+/, '').replaceAll(':', '-')}`,
  )
  const draft = `${folder}.partial`
  await rm(draft, { recursive: true, force: true })
  // Personal data: for the owner's eyes.
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client(options.address)
  await client.connect()
  try {
    await settleSession(client)
    await client.query('begin transaction isolation level repeatable read read only')
    const manifest = await save(client, draft, options)
    await client.query('commit')
    await writeManifest(draft, manifest)
    await rename(draft, folder)
    return { folder, manifest }
  } finally {
    await client.end()
  }
}

async function save(
  client: pg.Client,
  folder: string,
  { files, now, log }: BackupOptions,
): Promise<Manifest> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  const migrations = await listMigrations(client)
  const tables: SavedTable[] = []
  for (const table of await listTables(client)) tables.push(await saveTable(client, folder, table))
  // Sequences do not wait for transactions: read after the rows, they are never behind them.
  const sequences = await listSequences(client)
  const jobs = await saveJobs(client, folder)
  const saved = await saveFiles(client, folder, files, log)
  return {
    format: 1,
    madeAt: now,
    server: rows[0]?.server_version ?? '',
    migrations,
    tables,
    sequences,
    files: saved,
    jobs,
  }
}

async function saveTable(client: pg.Client, folder: string, table: Table): Promise<SavedTable> {
  const file = `tables/${fileName(table.schema)}.${fileName(table.name)}.copy`
  const meter = new Meter()
  await copyOut(client, table, meter, createWriteStream(join(folder, file), { mode: 0o600, flush: true }))
  return { ...table, file, bytes: meter.bytes, rows: meter.lines, sha256: meter.sha256() }
}

async function saveJobs(client: pg.Client, folder: string): Promise<Manifest['jobs']> {
  const jobs = await readPendingJobs(client)
  const text = jobs.map((job) => `${JSON.stringify(job)}\n`).join('')
  return { ...(await savePiece(folder, 'pending-jobs.jsonl', Buffer.from(text))), rows: jobs.length }
}

/** Files are written once under their hash and named by a row: those of the snapshot are all there is to save. */
async function saveFiles(
  client: pg.Client,
  folder: string,
  files: Pick<FileStore, 'get'>,
  log: (message: string) => void,
): Promise<Piece[]> {
  const { rows: found } = await client.query(`select to_regclass('platform.file') is not null as kept`)
  if (!found[0]?.kept) return []
  await mkdir(join(folder, 'files'), { mode: 0o700 })
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct sha256 from platform.file order by sha256',
  )
  const saved: Piece[] = []
  for (const { sha256 } of rows) {
    const content = await files.get(sha256).catch(() => null)
    if (content) saved.push(await savePiece(folder, `files/${sha256}`, content))
    else log(`Le fichier ${sha256} est nommé par la base mais absent du dépôt : il n’est pas sauvegardé.`)
  }
  return saved
}

async function savePiece(folder: string, file: string, content: Uint8Array): Promise<Piece> {
  await writeFile(join(folder, file), content, { mode: 0o600, flush: true })
  return { file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

/** Our names are plain words already; another's must not leave the folder. */
function fileName(identifier: string): string {
  return identifier.replace(/[^\w-]/g, '_')
}
