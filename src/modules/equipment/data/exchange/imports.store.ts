import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import type { ImportDecision, ImportId, ImportRun } from '../../domain/exchange/import.ts'
import type { ImportCounts } from '../../domain/exchange/judge.ts'
import type { Finding } from '../../domain/exchange/read-rows.ts'
import type { TableName } from '../../domain/exchange/tables.ts'

const COLUMNS = [
  'id',
  'file_name',
  'file_sha256',
  'created_at',
  'created_by',
  'checked_at',
  'decision',
  'applied_at',
  'abandoned_at',
  'refusal',
  'counts',
] as const

export async function addImport(
  tx: Database,
  inventory: InventoryId,
  run: Pick<ImportRun, 'id' | 'fileName' | 'fileSha256' | 'createdBy'>,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.import_run')
    .values({
      id: run.id,
      inventory_id: inventory,
      file_name: run.fileName,
      file_sha256: run.fileSha256,
      created_at: now,
      created_by: run.createdBy,
    })
    .execute()
}

/** Null when it is not of that inventory. */
export async function findImport(
  db: Database,
  inventory: InventoryId,
  id: ImportId,
): Promise<ImportRun | null> {
  const row = await importsOf(db, inventory).where('id', '=', id).executeTakeFirst()
  return row ? runOf(row) : null
}

/** The same, held until the end of the transaction. */
export async function lockImport(
  tx: Database,
  inventory: InventoryId,
  id: ImportId,
): Promise<ImportRun | null> {
  const row = await importsOf(tx, inventory).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? runOf(row) : null
}

/** Latest first. */
export async function listImports(db: Database, inventory: InventoryId, limit = 50): Promise<ImportRun[]> {
  const rows = await importsOf(db, inventory)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(runOf)
}

/** Where a job works; null when the import is gone. */
export async function placeOfImport(
  db: Database,
  id: ImportId,
): Promise<{ network: NetworkId; inventory: InventoryId } | null> {
  const row = await db
    .selectFrom('equipment.import_run as r')
    .innerJoin('equipment.inventory as i', 'i.id', 'r.inventory_id')
    .select(['i.id', 'i.network_id'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row ? { network: row.network_id, inventory: row.id } : null
}

type Mark =
  | { refusal: string }
  | { checked_at: Instant; counts: ImportCounts }
  | { decision: ImportDecision; confirmed_at: Instant }
  | { abandoned_at: Instant }
  | { applied_at: Instant; counts: ImportCounts }

export async function markImport(db: Database, id: ImportId, mark: Mark): Promise<void> {
  const change = 'counts' in mark ? { ...mark, counts: JSON.stringify(mark.counts) } : mark
  await db.updateTable('equipment.import_run').set(change).where('id', '=', id).execute()
}

/** Replaces what was found before: a check may run twice. */
export async function noteFindings(db: Database, id: ImportId, findings: readonly Finding[]): Promise<void> {
  await db.deleteFrom('equipment.import_finding').where('run_id', '=', id).execute()
  for (let from = 0; from < findings.length; from += 5000) {
    const rows = findings.slice(from, from + 5000).map((one, rank) => ({
      table_name: one.table,
      line: one.line,
      position: from + rank,
      column_name: one.column,
      value: one.value.slice(0, 1000),
      expected: one.expected,
    }))
    await sql`insert into equipment.import_finding (run_id, table_name, line, position, column_name, value, expected)
      select ${id}, table_name, line, position, column_name, value, expected
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as f (table_name text, line integer, position integer, column_name text, value text, expected text)`.execute(
      db,
    )
  }
}

/** In the order of the file: models, units, loans. */
export async function listFindings(
  db: Database,
  id: ImportId,
  { limit, offset }: { limit: number; offset: number },
): Promise<Finding[]> {
  return findingsWithin(db, id).limit(limit).offset(offset).execute()
}

/** How many there are. */
export async function countFindings(db: Database, id: ImportId): Promise<number> {
  const row = await db
    .selectFrom('equipment.import_finding')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('run_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.count
}

/** All those of one table: as many as its file has wrong cells. */
export async function findingsOfTable(db: Database, id: ImportId, table: TableName): Promise<Finding[]> {
  return findingsWithin(db, id).where('table_name', '=', table).execute()
}

function findingsWithin(db: Database, id: ImportId) {
  return db
    .selectFrom('equipment.import_finding')
    .select([sql<TableName>`table_name`.as('table'), 'line', 'column_name as column', 'value', 'expected'])
    .where('run_id', '=', id)
    .orderBy('position')
}

function importsOf(db: Database, inventory: InventoryId) {
  return db.selectFrom('equipment.import_run').select(COLUMNS).where('inventory_id', '=', inventory)
}

function runOf(row: Awaited<ReturnType<ReturnType<typeof importsOf>['executeTakeFirstOrThrow']>>): ImportRun {
  return {
    id: row.id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by as PersonId | null,
    checkedAt: row.checked_at,
    decision: row.decision as ImportDecision | null,
    appliedAt: row.applied_at,
    abandonedAt: row.abandoned_at,
    refusal: row.refusal,
    counts: row.counts as ImportCounts | null,
  }
}
