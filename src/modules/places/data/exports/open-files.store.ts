import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { ExportFormat } from '../../domain/exports/export-format.ts'

export type OpenFileId = Id<'open-file'>

/** The whole directory in one format, as it was in one state (`directoryMark`). */
export interface OpenFile {
  readonly network: NetworkId
  readonly format: ExportFormat
  readonly mark: string
}

/** A file that somebody is still reading is there an hour more. */
const READ_SECONDS = 3600

export async function findOpenFile(
  db: Database,
  { network, format, mark }: OpenFile,
): Promise<OpenFileId | null> {
  const row = await db
    .selectFrom('places.open_file')
    .where('network_id', '=', network)
    .where('format', '=', format)
    .where('mark', '=', mark)
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** When a file of that format was last written, whatever the state; null: never. */
export async function lastWritten(
  db: Database,
  { network, format }: Pick<OpenFile, 'network' | 'format'>,
): Promise<Instant | null> {
  const row = await db
    .selectFrom('places.open_file')
    .where('network_id', '=', network)
    .where('format', '=', format)
    .select('made_at')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Of two that write the same state, the second waits, then is refused by `one_open_file_per_state`. */
export async function addOpenFile(
  tx: Database,
  { network, format, mark }: OpenFile,
  at: Instant,
): Promise<OpenFileId> {
  const id: OpenFileId = newId()
  await tx
    .insertInto('places.open_file')
    .values({ id, network_id: network, format, mark, made_at: at })
    .execute()
  await tx
    .deleteFrom('places.open_file')
    .where('network_id', '=', network)
    .where('format', '=', format)
    .where('id', '<>', id)
    .where('made_at', '<', laterBy(at, -READ_SECONDS))
    .execute()
  return id
}

/** `number` from 0; compressed. */
export async function addPart(
  tx: Database,
  id: OpenFileId,
  number: number,
  content: Uint8Array,
): Promise<void> {
  await tx
    .insertInto('places.open_file_part')
    .values({ file_id: id, number, content: Buffer.from(content) })
    .execute()
}

/** One part after another, each a query of its own: a slow reader holds nothing. */
export async function* partsOf(db: Database, id: OpenFileId): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const { rows } = await sql<{ content: Uint8Array; is_last: boolean }>`
      select content, not exists (
          select from places.open_file_part next where next.file_id = ${id} and next.number > ${number}) as is_last
      from places.open_file_part where file_id = ${id} and number = ${number}`.execute(db)
    const [part] = rows
    // Half a file must not pass for a whole one.
    if (!part) throw new Error(`open file ${id}: part ${number} is gone`)
    yield part.content
    if (part.is_last) return
  }
}
