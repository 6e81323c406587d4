import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import {
  readRows,
  recogniseFile,
  type TableRow,
  UnreadableRow,
} from '../../../../platform/tables/read-table.ts'
import { readWorkbook } from '../../../../platform/tables/workbook.ts'
import { columnsOf, type ListLine, lineOf } from '../../domain/bulk/list-table.ts'

export const LIST_FILE_LIMIT = 5 * 1024 * 1024
export const MOST_LINES = 5000

export type ListFileRefusal =
  | 'file-unreadable'
  | 'file-locked'
  | 'file-too-large'
  | 'file-empty'
  | 'file-without-name'
  | 'too-many-lines'

/** The lines of a CSV or of the first sheet of an ODS or XLSX that names places. LAB-19. */
export async function readListFile(content: Uint8Array): Promise<ListLine[] | Refusal<ListFileRefusal>> {
  if (content.length > LIST_FILE_LIMIT) return refuse('file-too-large')
  if (content.length === 0) return refuse('file-empty')
  const rows = isWorkbook(content) ? await rowsOfWorkbook(content) : await rowsOfText(content)
  if (isRefusal(rows)) return rows
  const [header, ...rest] = rows
  const columns = header ? columnsOf(header.cells) : null
  if (!header || rest.length === 0) return refuse('file-empty')
  if (!columns)
    return refuse('file-without-name', { columns: header.cells.filter(Boolean).slice(0, 8).join(', ') })
  if (rest.length > MOST_LINES) return refuse('too-many-lines')
  return rest.map((row) => lineOf(columns, row))
}

function isWorkbook(content: Uint8Array): boolean {
  return content[0] === 0x50 && content[1] === 0x4b
}

async function rowsOfWorkbook(content: Uint8Array): Promise<readonly TableRow[] | Refusal<ListFileRefusal>> {
  const sheets = await readWorkbook(content)
  if (isRefusal(sheets)) {
    if (sheets.refused === 'workbook-locked') return refuse('file-locked')
    return refuse(sheets.refused === 'workbook-too-large' ? 'file-too-large' : 'file-unreadable')
  }
  const named = sheets.find(({ rows }) => rows[0] && columnsOf(rows[0].cells))
  return (named ?? sheets[0])?.rows ?? []
}

async function rowsOfText(content: Uint8Array): Promise<TableRow[] | Refusal<ListFileRefusal>> {
  const source = sourceOfBytes(content)
  const table = await recogniseFile(source, LIST_FILE_LIMIT, (_head, shapes) => {
    const known = shapes.find(({ header }) => columnsOf(header))
    const widest = [...shapes].sort((one, other) => other.header.length - one.header.length)[0]
    return known ?? widest ?? shapes[0]
  })
  if (isRefusal(table)) return refuse(table.refused === 'empty' ? 'file-empty' : 'file-unreadable')
  const rows: TableRow[] = [{ line: 1, cells: table.header }]
  try {
    for await (const row of readRows(source, table)) {
      rows.push(row)
      if (rows.length > MOST_LINES + 1) break
    }
  } catch (error) {
    if (error instanceof UnreadableRow) return refuse('file-unreadable')
    throw error
  }
  return rows
}
