import readXlsxFile from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/node'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { neutralised } from '../csv.ts'
import { unzip } from '../files/unzip.ts'
import { storedZip } from '../files/zip.ts'
import { openDocumentSheets } from './open-document.ts'
import type { TableRow } from './read-table.ts'
import { LAST_COLUMN, LAST_ROW, type Sheet, type WorkbookRefusal } from './sheet.ts'
import { columnRank, type SheetMarks, sheetMarks, withMarks } from './workbook-marks.ts'

/** Inflated, in bytes: ten times an ordinary workbook of 20,000 rows would not reach it. */
const INFLATED_LIMIT = 60 * 1024 * 1024
/**
 * The sheets of an XLSX or ODS workbook, as texts: a number as the file writes it (`3.67501E+13` stays so), a date as
 * `2026-06-17` or `2026-06-17 14:30`, an hour as `14:30`. Cells merged downwards all say what the first says; words that lead
 * elsewhere on each line (« cliquez ici ») say where they lead. Libraries are only given what was inflated under a limit.
 */
export async function readWorkbook(content: Uint8Array): Promise<Sheet[] | WorkbookRefusal> {
  const files = unzip(content, INFLATED_LIMIT)
  if (isRefusal(files)) {
    if (files.refused === 'zip-encrypted') return refuse('workbook-locked')
    return refuse(files.refused === 'zip-too-large' ? 'workbook-too-large' : 'workbook-unreadable')
  }
  if (isLocked(files)) return refuse('workbook-locked')
  const openDocument = files.get('content.xml')
  if (openDocument) return openDocumentSheets(utf8(openDocument))
  const parts = new Map([...files].filter(([name]) => /\.(xml|rels)$/.test(name)))
  if (!parts.has('xl/workbook.xml')) return refuse('workbook-unreadable')
  if ([...parts].some(([name, bytes]) => name.startsWith('xl/worksheets/') && reachesTooFar(bytes)))
    return refuse('workbook-too-large')
  try {
    const sheets = await readXlsxFile(storedZip(parts).buffer, READING)
    const marks = sheetMarks(parts)
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data, marks.get(sheet)) }))
  } catch {
    // Whatever the library meets in a broken workbook, it throws: a missing part, XML that does not close, a wrong index.
    return refuse('workbook-unreadable')
  }
}

/** An ODS behind a password is an ordinary archive, whose parts are not. */
function isLocked(files: ReadonlyMap<string, Uint8Array>): boolean {
  return (
    files.has('encrypted-package') || utf8(files.get('META-INF/manifest.xml')).includes(':encryption-data')
  )
}

function utf8(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

/** Trimmed by the library, a cell that holds one space would be refused with the whole workbook. */
const READING = { parseNumber: (text: string) => text, trim: false }

/** Sheets as a workbook whose every cell is a text: no number is rounded, no formula is computed. */
export async function workbookOf(
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { toBuffer } = writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: rows.map((row, rank) =>
        row.map((text) => ({
          type: String,
          value: neutralised(inXml(text)),
          ...(rank === 0 && { fontWeight: 'bold' as const }),
        })),
      ),
    })),
  )
  return new Uint8Array(await toBuffer())
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** XML has one line end and no control character; `_x0041_` would be read as the letter it codes. */
function inXml(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '').toWellFormed()
  const coded = plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  // The library keeps texts in an object: « valueOf » would be one of its methods. A space is nothing to a reader.
  return coded in {} ? `${coded} ` : coded
}

function reachesTooFar(sheet: Uint8Array): boolean {
  const text = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength).toString('latin1')
  for (const [, column = '', row = ''] of text.matchAll(/\sr\s*=\s*["']\s*([A-Za-z]*)(\d*)/g)) {
    if (Number(row) > LAST_ROW || columnRank(column) > LAST_COLUMN) return true
  }
  return false
}

function rowsOf(data: readonly (readonly unknown[])[], marks: SheetMarks | undefined): TableRow[] {
  const rows = data
    .map((cells, rank) => ({ line: rank + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return marks ? withMarks(rows, marks) : rows
}

/** An hour alone is an hour of the day before the first. */
const NO_DAY = '1899-12-30'

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  if (!(cell instanceof Date)) return String(cell).replaceAll('\0', '')
  // A spreadsheet knows no zone: the library puts the hour of its clock in UTC.
  const [day = '', time = ''] = cell.toISOString().split('T')
  if (day === NO_DAY) return time.slice(0, 5)
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
}
