import { isRefusal } from '../../../../kernel/refusal.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import {
  type Recogniser,
  readFromStart,
  readRows,
  recogniseFile,
  type Table,
  UnreadableRow,
} from '../../../../platform/tables/read-table.ts'
import type { NotATable } from '../../../../platform/tables/recognise.ts'
import { headerScore, LAST_HEADER, recogniseTable } from '../../domain/imports/detect-file.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'
import { looksGarbled, type Reading } from '../../domain/mapping/reading.ts'
import type { PlaceTable } from './read-file.ts'

/** A text of rows, read as it seems, or as a person said. */
export async function textTable(
  source: FileSource,
  limit: number,
  reading: Reading,
): Promise<PlaceTable | NotATable | FileRefusal> {
  const { encoding, headingLine } = reading
  const found = await recogniseFile(source, limit, chosenBy(reading), { lines: LAST_HEADER, encoding })
  if (isRefusal(found)) return found
  const table = headingLine === undefined ? found : await headedAt(source, found, headingLine)
  if (isRefusal(table)) return table
  return {
    header: table.header,
    sha256: table.sha256,
    rows: Math.max(0, table.lines - 1),
    how: { format: 'text', encoding: table.encoding, separator: table.separator, before: table.before },
    read: () => readRows(source, table),
    readFromStart: () => readFromStart(source, table),
  }
}

/** What a person said is done, be it a table of one column: they see what it gives. */
function chosenBy({ encoding, separator }: Reading): Recogniser<FileRefusal['refused']> {
  return (head, shapes, { isUtf8 }) => {
    if (encoding && (looksGarbled(head) || (encoding === 'utf-8' && !isUtf8)))
      return refuseFile('not-that-encoding', { encoding })
    const [first, ...others] = shapes.filter((shape) => !separator || shape.separator === separator)
    if (!first) throw new Error('a text is cut by every separator')
    const found = recogniseTable(head, [first, ...others])
    if (!separator || !isRefusal(found) || found.refused !== 'other-columns') return found
    const scored = [first, ...others].map((shape) => ({
      shape,
      score: headerScore(shape.header, shape.before),
    }))
    return scored.reduce((one, other) => (other.score > one.score ? other : one)).shape
  }
}

/** The same table with the headings of that line. */
async function headedAt(source: FileSource, table: Table, headingLine: number): Promise<Table | FileRefusal> {
  let before = 0
  try {
    for await (const { line, cells } of readFromStart(source, table)) {
      if (line === headingLine) return { ...table, header: cells, before }
      if (line > headingLine) break
      before += 1
    }
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error
  }
  return refuseFile('no-such-heading-line', { line: String(headingLine) })
}
