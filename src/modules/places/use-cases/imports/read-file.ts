import { isRefusal } from '../../../../kernel/refusal.ts'
import { expanded, UnreadableGzip } from '../../../../platform/tables/expanded.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { jsonHeader, readJsonRows, UnreadableJson } from '../../../../platform/tables/json-rows.ts'
import {
  readRows,
  recogniseFile,
  surveyFile,
  type Table,
  type TableRow,
} from '../../../../platform/tables/read-table.ts'
import { readWorkbook } from '../../../../platform/tables/workbook.ts'
import { isTable, knownHeadings, recogniseTable } from '../../domain/imports/detect-file.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'

/** A file recognised as a list of places, whatever its columns are called. */
export interface PlaceTable {
  readonly header: readonly string[]
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /** About how many rows it has, for progress. */
  readonly rows: number
  /** Cells in the order of the header, each time from the start. May throw `UnreadableRow` or `UnreadableJson`. */
  read(): AsyncIterable<TableRow>
}

/** The file as a table of places, or why it is none: CSV of any separator, JSON, GeoJSON, XLSX, or one of them in gzip. DIR-28. */
export async function recognisePlaces(file: FileSource, limit: number): Promise<PlaceTable | FileRefusal> {
  try {
    return await recognise(await expanded(file), limit)
  } catch (error) {
    if (error instanceof UnreadableGzip) return refuseFile('gzip-unreadable')
    throw error
  }
}

async function recognise(source: FileSource, limit: number): Promise<PlaceTable | FileRefusal> {
  const table = await recogniseFile(source, limit, recogniseTable)
  if (!isRefusal(table)) return textTable(source, table)
  if (table.refused === 'json') return jsonTable(source, limit)
  if (table.refused === 'spreadsheet' && table.details.format === XLSX) return workbookTable(source, limit)
  return table
}

const XLSX = 'Excel (.xlsx)'

function textTable(source: FileSource, table: Table): PlaceTable {
  const { header, sha256, lines } = table
  return { header, sha256, rows: Math.max(0, lines - 1), read: () => readRows(source, table) }
}

async function jsonTable(source: FileSource, limit: number): Promise<PlaceTable | FileRefusal> {
  const survey = await surveyFile(source, limit)
  if (isRefusal(survey)) return survey
  try {
    const header = await jsonHeader(source)
    if (header.length === 0) return refuseFile('json-no-list')
    return { header, sha256: survey.sha256, rows: survey.lines, read: () => jsonCells(source, header) }
  } catch (error) {
    if (error instanceof UnreadableJson) return error.refusal
    throw error
  }
}

async function* jsonCells(source: FileSource, header: readonly string[]): AsyncGenerator<TableRow> {
  for await (const { line, cells } of readJsonRows(source))
    yield { line, cells: header.map((name) => cells.get(name) ?? '') }
}

/** Of its sheets, the one whose headings are known best; its header is the first of its rows that is one. */
async function workbookTable(source: FileSource, limit: number): Promise<PlaceTable | FileRefusal> {
  const survey = await surveyFile(source, limit, { anyKind: true })
  if (isRefusal(survey)) return survey
  const chunks: Uint8Array[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  const sheets = await readWorkbook(new Uint8Array(Buffer.concat(chunks)))
  if (isRefusal(sheets)) return refuseFile(sheets.refused)
  const [best] = sheets
    .flatMap(({ rows }) => rows.slice(0, LAST_HEADER).map((row, at) => ({ row, rows: rows.slice(at + 1) })))
    .filter(({ row }) => isTable(row.cells))
    .map((one) => ({ ...one, known: knownHeadings(one.row.cells) }))
    .sort((one, other) => other.known - one.known)
  if (!best) return refuseFile('workbook-no-table')
  const { row, rows } = best
  return {
    header: row.cells,
    sha256: survey.sha256,
    rows: rows.length,
    async *read() {
      yield* rows
    },
  }
}

/** A title, a date and a blank may come before it. */
const LAST_HEADER = 10
