import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId, Reach } from '../../../platform/session/actor.ts'
import type { Import, ImportCounts, ImportId } from '../domain/import.ts'
import type { SourceMappingId } from './source-mappings.store.ts'

const COLUMNS = [
  'id',
  'source',
  'file_name',
  'file_sha256',
  'created_at',
  'checked_at',
  'confirmed_at',
  'applied_at',
  'abandoned_at',
  'awaits_mapping',
  'refusal',
  'counts',
] as const

export interface NewImport {
  id: ImportId
  source: string
  fileName: string
  fileSha256: string | null
  createdBy: PersonId | null
}

export async function addImport(
  db: Database,
  network: NetworkId,
  run: NewImport,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('places.import_run')
    .values({
      id: run.id,
      network_id: network,
      source: run.source,
      file_name: run.fileName,
      file_sha256: run.fileSha256,
      created_at: now,
      created_by: run.createdBy,
    })
    .execute()
}

export async function findImport(db: Database, reach: Reach, id: ImportId): Promise<Import | null> {
  const row = await selectImports(db, reach).where('id', '=', id).executeTakeFirst()
  return row ? toImport(row) : null
}

/** The same, held until the end of the transaction. */
export async function lockImport(tx: Database, reach: Reach, id: ImportId): Promise<Import | null> {
  const row = await selectImports(tx, reach).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toImport(row) : null
}

/** Latest first. */
export async function listImports(db: Database, reach: Reach, limit = 50): Promise<Import[]> {
  const rows = await selectImports(db, reach)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toImport)
}

/** Imports of a source that nobody has published, abandoned or seen fail. */
export async function openImportsOf(db: Database, reach: Reach, source: string): Promise<Import[]> {
  const rows = await selectImports(db, reach)
    .where('source', '=', source)
    .where('applied_at', 'is', null)
    .where('abandoned_at', 'is', null)
    .where('refusal', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map(toImport)
}

type Mark =
  | { refusal: string }
  | { checked_at: Instant; counts: ImportCounts; mapping_id: SourceMappingId | null }
  | { awaits_mapping: boolean }
  | { awaits_mapping: false; checked_at: null; counts: null }
  | { confirmed_at: Instant }
  | { abandoned_at: Instant }
  | { applied_at: Instant; counts: ImportCounts }

export async function markImport(db: Database, id: ImportId, mark: Mark): Promise<void> {
  const change = 'counts' in mark ? { ...mark, counts: mark.counts && JSON.stringify(mark.counts) } : mark
  await db.updateTable('places.import_run').set(change).where('id', '=', id).execute()
}

/** With everything that was noted of it: a rehearsal leaves nothing behind. */
export async function forgetImport(db: Database, id: ImportId): Promise<void> {
  await db.deleteFrom('places.import_run').where('id', '=', id).execute()
}

/** Which network a job works for. */
export async function networkOfImport(db: Database, id: ImportId): Promise<NetworkId | null> {
  const row = await db
    .selectFrom('places.import_run')
    .select('network_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.network_id ?? null
}

function selectImports(db: Database, reach: Reach) {
  const all = db.selectFrom('places.import_run').select(COLUMNS)
  return reach.kind === 'all' ? all.where('network_id', '=', reach.network) : all.where((is) => is.lit(false))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['executeTakeFirstOrThrow']>>

function toImport(row: Row): Import {
  return {
    id: row.id,
    source: row.source,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    createdAt: row.created_at,
    checkedAt: row.checked_at,
    confirmedAt: row.confirmed_at,
    appliedAt: row.applied_at,
    abandonedAt: row.abandoned_at,
    awaitsMapping: row.awaits_mapping,
    refusal: row.refusal,
    counts: row.counts === null ? null : { grouped: 0, ...(row.counts as Omit<ImportCounts, 'grouped'>) },
  }
}
