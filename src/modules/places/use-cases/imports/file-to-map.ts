import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { type TableRow, UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { findImport } from '../../data/imports/import.store.ts'
import { savedMapping } from '../../data/imports/source-mappings.store.ts'
import type { Import, ImportId } from '../../domain/imports/import.ts'
import { type FileRefusal, mayBeReadOtherwise } from '../../domain/imports/refused-file.ts'
import type { Mapping, SourceRow } from '../../domain/mapping/mapping.ts'
import { proposeMapping } from '../../domain/mapping/propose-mapping.ts'
import type { Reading } from '../../domain/mapping/reading.ts'
import { type FileHead, headOf } from './file-head.ts'
import { type HowRead, recognisePlaces } from './read-file.ts'
import { firstRows, namesStand } from './reading-rule.ts'
import { UPLOAD_LIMIT } from './receive-import.ts'

/** A file read in one way, and what that gives. DIR-28. */
interface FileRead {
  header: readonly string[]
  /** Its first rows. */
  rows: readonly SourceRow[]
  how: HowRead
  /** What a person said of it; undefined: all of it was recognised. */
  reading: Reading | undefined
  /** Its first lines as they are read, titles and headings included. */
  lines: readonly TableRow[]
  /** The line of its headings; null: it has none, as a list of objects. */
  headingLine: number | null
}

/** What is shown to whoever says how a file is read. */
export interface FileToMap extends FileRead {
  run: Import
  /** What was said last time of this source, else what the file seems to say. */
  mapping: Mapping
  /** Why it is not read as was asked: the next way was taken. */
  refusal: FileRefusal | null
}

/** A file in which no table is found, for who says where it is. DIR-28. */
export interface FileToRead {
  run: Import
  refusal: FileRefusal
  head: FileHead
}

/**
 * Null when there is no such import in reach, or when its file was not kept or nobody can say how to read it. `asked`: ways of reading
 * it; the first that can be is taken, then what was said of its source, then what is recognised.
 */
export async function fileToMap(
  { db, network, reach }: Pick<Context, 'db' | 'network' | 'reach'>,
  files: FileStore,
  id: ImportId,
  asked: readonly (Reading | undefined)[] = [],
): Promise<FileToMap | FileToRead | null> {
  const run = await findImport(db, reach, id)
  if (!run?.fileSha256) return null
  const content = await files.get(run.fileSha256)
  const saved = await savedMapping(db, network.id, run.source)
  let refusal: FileRefusal | null = null
  for (const reading of [...asked, saved?.mapping.reading, undefined]) {
    const read = await readAs(content, reading)
    if (isRefusal(read)) {
      refusal ??= read
      continue
    }
    const isSaid = saved && namesStand(saved.mapping, read.header)
    return { ...read, run, mapping: isSaid ? saved.mapping : proposeMapping(read.header, read.rows), refusal }
  }
  if (!refusal || !mayBeReadOtherwise(refusal, true)) return null
  const head = await headOf(content, asked[0] ?? saved?.mapping.reading)
  return head && { run, refusal, head }
}

export function isUnread(file: FileToMap | FileToRead): file is FileToRead {
  return 'head' in file
}

async function readAs(content: Uint8Array, reading: Reading | undefined): Promise<FileRead | FileRefusal> {
  const table = await recognisePlaces(sourceOfBytes(content), UPLOAD_LIMIT, reading)
  if (isRefusal(table)) return table
  const { header, how } = table
  try {
    const lines = await firstLines(table.readFromStart(), before(how))
    const heading = how.format === 'json' ? undefined : lines.at(Math.min(how.before, BEFORE_SHOWN))
    return { header, how, reading, rows: await firstRows(table), lines, headingLine: heading?.line ?? null }
  } catch (error) {
    if (error instanceof UnreadableRow) return error.refusal
    throw error
  }
}

const LINES_SHOWN = 20
/** Lines shown before the headings, when they come late. */
const BEFORE_SHOWN = 10

function before(how: HowRead): number {
  return how.format === 'json' ? 0 : how.before
}

/** From the first line, or from a little before the headings. */
async function firstLines(rows: AsyncIterable<TableRow>, headingRank: number): Promise<TableRow[]> {
  const start = Math.max(0, headingRank - BEFORE_SHOWN)
  const lines: TableRow[] = []
  let rank = 0
  for await (const row of rows) {
    if (rank >= start) lines.push(row)
    rank += 1
    if (lines.length === LINES_SHOWN) break
  }
  return lines
}
