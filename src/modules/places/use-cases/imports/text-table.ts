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
import { type NotATable, shapesOf, type TableShape } from '../../../../platform/tables/recognise.ts'
import { headerScore, LAST_HEADER, recogniseTable } from '../../domain/imports/detect-file.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'
import { LINE_END, looksGarbled, type Reading, type ReadingSeparator } from '../../domain/mapping/reading.ts'
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
function chosenBy({ encoding, separator, headingLine }: Reading): Recogniser<FileRefusal['refused']> {
  return (head, shapes, { isUtf8 }) => {
    if (encoding && (looksGarbled(head) || (encoding === 'utf-8' && !isUtf8)))
      return refuseFile('not-that-encoding', { encoding })
    const found = recogniseTable(head, cutBy(separator, shapes))
    if (isRefusal(found) && found.refused !== 'other-columns') return found
    // The line that was said tells how it is cut, whatever the lines above it look like.
    if (headingLine !== undefined) return bestOf(cutBy(separator, shapesOf(fromLine(head, headingLine))))
    return isRefusal(found) && separator ? bestOf(cutBy(separator, shapes)) : found
  }
}

type Shapes = readonly [TableShape, ...TableShape[]]

function cutBy(separator: ReadingSeparator | undefined, shapes: Shapes): Shapes {
  const [first, ...others] = shapes.filter((shape) => !separator || shape.separator === separator)
  if (!first) throw new Error('a text is cut by every separator')
  return [first, ...others]
}

function bestOf(shapes: Shapes): TableShape {
  const scored = shapes.map((shape) => ({ shape, score: headerScore(shape.header, shape.before) }))
  return scored.reduce((one, other) => (other.score > one.score ? other : one)).shape
}

/** From that line on; from the first one when the line lies further than what was kept of the text. */
function fromLine(head: string, line: number): string {
  const lines = head.split(LINE_END)
  return line <= lines.length ? lines.slice(line - 1).join('\n') : head
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
