import { isRefusal } from '../../../../kernel/refusal.ts'
import { recognised } from '../../../../platform/csv.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import {
  readRows,
  recogniseFile,
  type TableRow,
  UnreadableRow,
} from '../../../../platform/tables/read-table.ts'
import { HEAD_BYTES, recogniseOther, type TableShape } from '../../../../platform/tables/recognise.ts'
import { readWorkbook } from '../../../../platform/tables/workbook.ts'
import { type RawTable, tableOf } from '../../domain/exchange/read-rows.ts'
import { type FileRefusal, refuseFile } from '../../domain/exchange/refused-file.ts'

/** Ten megabytes: a hundred thousand lines of an ordinary inventory. */
export const IMPORT_LIMIT = 10 * 1024 * 1024
const MOST_ROWS = 50_000
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** The tables of a file, each recognised by its columns; sheets of another kind are left aside. */
export async function readImportFile(content: Uint8Array): Promise<RawTable[] | FileRefusal> {
  if (content.length > IMPORT_LIMIT) return refuseFile('too-large')
  const isArchive = ZIP.every((byte, at) => content[at] === byte)
  const sheets = isArchive ? await sheetsOf(content) : await tableOfText(content)
  if (isRefusal(sheets)) return sheets
  return tablesOf(sheets)
}

type Rows = readonly TableRow[]

function tablesOf(sheets: readonly Rows[]): RawTable[] | FileRefusal {
  const tables: RawTable[] = []
  for (const [header, ...rows] of sheets) {
    const table = header ? tableOf(header.cells) : null
    if (!header || !table) continue
    if (tables.some((one) => one.table === table)) return refuseFile('table-twice', { table })
    tables.push({ table, header: header.cells, rows: rows.map(withoutApostrophes) })
  }
  if (tables.length === 0)
    return refuseFile('other-columns', { found: shortList(sheets[0]?.[0]?.cells ?? []) })
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count === 0) return refuseFile('header-only')
  return count > MOST_ROWS ? refuseFile('too-many-rows', { most: String(MOST_ROWS) }) : tables
}

function withoutApostrophes({ line, cells }: TableRow): TableRow {
  return { line, cells: cells.map(recognised) }
}

async function sheetsOf(content: Uint8Array): Promise<Rows[] | FileRefusal> {
  const sheets = await readWorkbook(content)
  if (!isRefusal(sheets)) return sheets.map(({ rows }) => rows)
  if (sheets.refused !== 'workbook-unreadable') return sheets
  const other = recogniseOther(content.subarray(0, HEAD_BYTES))
  return other && other.refused !== 'workbook' ? other : sheets
}

async function tableOfText(content: Uint8Array): Promise<Rows[] | FileRefusal> {
  const source = sourceOfBytes(content)
  const table = await recogniseFile(source, IMPORT_LIMIT, (head, shapes) =>
    head.trim() === '' ? refuseFile('empty') : bestOf(shapes),
  )
  if (isRefusal(table)) return table
  const rows: TableRow[] = [{ line: 1, cells: table.header }]
  try {
    for await (const row of readRows(source, table)) rows.push(row)
  } catch (error) {
    if (error instanceof UnreadableRow) return error.refusal
    throw error
  }
  return [rows]
}

/** The way of cutting that gives columns we know; failing that, the one that cuts most. */
function bestOf(shapes: readonly [TableShape, ...TableShape[]]): TableShape {
  return shapes.reduce((best, one) => {
    const [known, before] = [tableOf(one.header), tableOf(best.header)]
    if ((known === null) !== (before === null)) return known === null ? best : one
    return one.header.length > best.header.length ? one : best
  })
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 40))
  return shown.filter((name) => name !== '').join(', ')
}
