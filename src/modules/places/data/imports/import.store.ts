import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { Import, ImportCounts, ImportId } from '../../domain/imports/import.ts'
import type { SourceMappingId } from './source-mappings.store.ts'
import { knowSource } from './sources.store.ts'

const COLUMNS = [
  'id',
  'source',
  'file_name',
  'file_sha256',
  'created_at',
  'created_by',
  'organisation_id',
  'submitted_at',
  'returned_at',
  'returned_because',
  'emptied_at',
  'checked_at',
  'confirmed_at',
  'applied_at',
  'abandoned_at',
  'undone_at',
  'is_scheduled',
  'waits_because',
  'header',
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
  /** Whose places it speaks of; absent: sent by the head of the network. */
  organisation?: OrganisationId | null
  isScheduled?: boolean
}

export async function addImport(
  db: Database,
  network: NetworkId,
  run: NewImport,
  now: Instant,
): Promise<void> {
  await knowSource(db, network, run.source, now)
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
      organisation_id: run.organisation ?? null,
      is_scheduled: run.isScheduled ?? false,
    })
    .execute()
}

export async function findImport(db: Database, reach: Reach, id: ImportId): Promise<Import | null> {
  const row = await selectImports(db, reach).where('id', '=', id).executeTakeFirst()
  return row ? toImport(row) : null
}

/** The same, held until the end of the transaction. */
export async function lockImport(tx: Database, reach: Reach, id: ImportId): Promise<Import | null> {
  // Not against references to it: somebody may ask to stop it meanwhile.
  const row = await selectImports(tx, reach).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
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

/** Imports of a source that nobody has published, abandoned, sent back or seen fail. */
export async function openImportsOf(db: Database, reach: Reach, source: string): Promise<Import[]> {
  const rows = await selectImports(db, reach)
    .where('source', '=', source)
    .where('applied_at', 'is', null)
    .where('abandoned_at', 'is', null)
    .where('returned_at', 'is', null)
    .where(({ eb, or }) => or([eb('refusal', 'is', null), eb('awaits_mapping', '=', true)]))
    .orderBy('created_at')
    .execute()
  return rows.map(toImport)
}

/** The import of a source published last, undone or not: the only one that may be undone, or done again. DIR-39. */
export async function lastAppliedOf(db: Database, reach: Reach, source: string): Promise<Import | null> {
  const row = await selectImports(db, reach)
    .where('source', '=', source)
    .where('applied_at', 'is not', null)
    .orderBy('applied_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toImport(row) : null
}

/** Asks the work on it to stop; seen between two slices, whatever that work holds. */
export async function askToStop(db: Database, id: ImportId, now: Instant): Promise<void> {
  await db
    .insertInto('places.import_cancel')
    .values({ run_id: id, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function isAskedToStop(db: Database, id: ImportId): Promise<boolean> {
  const row = await db
    .selectFrom('places.import_cancel')
    .select('run_id')
    .where('run_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

type Mark =
  | { refusal: string }
  | { checked_at: Instant; counts: ImportCounts; mapping_id: SourceMappingId | null }
  | { awaits_mapping: true; refusal: string | null }
  | { header: string[] }
  | { waits_because: string | null }
  | { undone_at: Instant | null; undone_by: PersonId | null }
  | { awaits_mapping: false; refusal: null; checked_at: null; counts: null; is_scheduled: false }
  | { confirmed_at: Instant }
  | { submitted_at: Instant }
  | { returned_at: Instant; returned_by: PersonId | null; returned_because: string }
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
  const all = db
    .selectFrom('places.import_run')
    .select(COLUMNS)
    .select(
      sql<string | null>`(select o.name from identity.current_organisation o
        where o.id = places.import_run.organisation_id)`.as('organisation_name'),
    )
  if (reach.kind === 'nobody') return all.where((is) => is.lit(false))
  const here = all.where('network_id', '=', reach.network)
  // What an organisation sent is its own; it reads nobody else's, and nothing of the head's.
  return reach.kind === 'all'
    ? here
    : here.where(sql<boolean>`organisation_id = any(${sql.val([...reach.organisations])}::uuid[])`)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['executeTakeFirstOrThrow']>>

function toImport(row: Row): Import {
  return {
    id: row.id,
    source: row.source,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by as PersonId | null,
    organisation: row.organisation_id && { id: row.organisation_id, name: row.organisation_name ?? '' },
    submittedAt: row.submitted_at,
    returnedAt: row.returned_at,
    returnedBecause: row.returned_because,
    emptiedAt: row.emptied_at,
    checkedAt: row.checked_at,
    confirmedAt: row.confirmed_at,
    appliedAt: row.applied_at,
    abandonedAt: row.abandoned_at,
    undoneAt: row.undone_at,
    isScheduled: row.is_scheduled,
    waitsBecause: row.waits_because,
    header: row.header,
    awaitsMapping: row.awaits_mapping,
    refusal: row.refusal,
    counts: row.counts === null ? null : { grouped: 0, ...(row.counts as Omit<ImportCounts, 'grouped'>) },
  }
}
