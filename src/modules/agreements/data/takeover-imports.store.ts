import type { Selectable } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsTakeoverImport } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId, Reach } from '../../../platform/session/actor.ts'

export type TakeoverImportId = Id<'takeover-import'>

/** A line of the table that was not recorded, and why, in a sentence. */
export interface RefusedLine {
  readonly line: number
  readonly reason: string
}

export type TakeoverImport = Omit<Selectable<AgreementsTakeoverImport>, 'refused'> & {
  readonly refusedLines: readonly RefusedLine[]
}

export async function addTakeoverImport(
  tx: Database,
  network: NetworkId,
  table: { id: TakeoverImportId; fileName: string; sha256: string; rows: number },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('agreements.takeover_import')
    .values({
      id: table.id,
      network_id: network,
      file_name: table.fileName,
      file_sha256: table.sha256,
      rows: table.rows,
      received_at: recorded.at,
      received_by: recorded.by,
    })
    .execute()
}

/** The last tables received, the latest first. */
export async function takeoverImports(db: Database, reach: Reach): Promise<TakeoverImport[]> {
  if (reach.kind !== 'all') return []
  const rows = await db
    .selectFrom('agreements.takeover_import')
    .selectAll()
    .where('network_id', '=', reach.network)
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(asImport)
}

/** Null when there is none within this reach. */
export async function findTakeoverImport(
  db: Database,
  reach: Reach,
  id: TakeoverImportId,
): Promise<TakeoverImport | null> {
  if (reach.kind !== 'all') return null
  const row = await db
    .selectFrom('agreements.takeover_import')
    .selectAll()
    .where('network_id', '=', reach.network)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asImport(row) : null
}

/** For the job, which knows an id and no network. */
export async function networkOfTakeoverImport(db: Database, id: TakeoverImportId): Promise<NetworkId | null> {
  const row = await db
    .selectFrom('agreements.takeover_import')
    .select('network_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.network_id ?? null
}

/** False when somebody else confirmed it just before. */
export async function confirmTakeoverImport(
  tx: Database,
  id: TakeoverImportId,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.takeover_import')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function countTakenOver(db: Database, id: TakeoverImportId): Promise<number> {
  const { count } = await db
    .selectFrom('agreements.takeover')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

export async function finishTakeoverImport(
  db: Database,
  id: TakeoverImportId,
  outcome: { recorded: number; refused: readonly RefusedLine[]; now: Instant },
): Promise<void> {
  await db
    .updateTable('agreements.takeover_import')
    .set({
      recorded: outcome.recorded,
      refused: JSON.stringify(outcome.refused),
      finished_at: outcome.now,
    })
    .where('id', '=', id)
    .execute()
}

function asImport(row: Selectable<AgreementsTakeoverImport>): TakeoverImport {
  const { refused, ...table } = row
  return { ...table, refusedLines: refused as RefusedLine[] }
}
