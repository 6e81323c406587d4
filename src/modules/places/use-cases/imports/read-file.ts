import { isRefusal } from '../../../../kernel/refusal.ts'
import { expanded, UnreadableArchive } from '../../../../platform/tables/expanded.ts'
import { bytesOf, type FileSource } from '../../../../platform/tables/file-source.ts'
import {
  isJsonLines,
  type JsonList,
  type JsonShape,
  jsonLists,
  readJsonRows,
  UnreadableJson,
} from '../../../../platform/tables/json-rows.ts'
import { surveyFile, type TableRow, UnreadableRow } from '../../../../platform/tables/read-table.ts'
import type { Sheet } from '../../../../platform/tables/sheet.ts'
import { readWorkbook } from '../../../../platform/tables/workbook.ts'
import { headerScore, isTable, LAST_HEADER } from '../../domain/imports/detect-file.ts'
import { headerNames } from '../../domain/imports/header-names.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'
import { unfolding } from '../../domain/mapping/folded-cells.ts'
import type { Reading, ReadingEncoding, ReadingSeparator } from '../../domain/mapping/reading.ts'
import { textTable } from './text-table.ts'

/** What was recognised of a file, or said of it, for whoever is to say if it is right. DIR-28. */
export type HowRead =
  | {
      readonly format: 'text'
      readonly encoding: ReadingEncoding
      readonly separator: ReadingSeparator
      /** Lines that are not blank before its headings. */
      readonly before: number
    }
  | {
      readonly format: 'workbook'
      readonly sheet: string
      readonly sheets: readonly string[]
      readonly before: number
    }
  | {
      readonly format: 'json'
      /** The keys that lead to the list that is read; empty: the whole text. */
      readonly list: string
      readonly lists: readonly Pick<JsonList, 'path' | 'rows'>[]
    }

/** A file recognised as a list of places, whatever its columns are called. */
export interface PlaceTable {
  readonly header: readonly string[]
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /** About how many rows it has, for progress. */
  readonly rows: number
  readonly how: HowRead
  /** Cells in the order of the header, each time from the start. May throw `UnreadableRow` or `UnreadableJson`. */
  read(): AsyncIterable<TableRow>
  /** The same from the first line of the file: titles, headings, then the rows. */
  readFromStart(): AsyncIterable<TableRow>
}

/**
 * The file as a table of places, or why it is none: CSV of any separator, JSON, GeoJSON, XLSX, ODS, or one of them in gzip or ZIP. What
 * `reading` does not say is recognised; what it says of another format is of no use. DIR-28.
 */
export async function recognisePlaces(
  file: FileSource,
  limit: number,
  reading: Reading = {},
): Promise<PlaceTable | FileRefusal> {
  try {
    const table = await recognise(await expanded(file), limit, reading)
    return isRefusal(table) ? table : await named(table)
  } catch (error) {
    if (error instanceof UnreadableArchive) return error.refusal
    throw error
  }
}

async function recognise(
  source: FileSource,
  limit: number,
  reading: Reading,
): Promise<PlaceTable | FileRefusal> {
  const table = await textTable(source, limit, reading)
  if (!isRefusal(table)) return table
  if (table.refused === 'json') return jsonTable(source, limit, reading)
  if (table.refused === 'workbook') return workbookTable(source, limit, reading)
  return table
}

/** Enough rows to see which columns hold something. */
const ROWS_SEEN = 200

/** The same table, each of its columns with a name of its own, and what is folded in its cells told apart. */
async function named(table: PlaceTable): Promise<PlaceTable> {
  const rows: (readonly string[])[] = []
  try {
    for await (const { cells } of table.read()) {
      rows.push(cells)
      if (rows.length === ROWS_SEEN) break
    }
  } catch (error) {
    // Told when the file is read: what comes before the break is enough here.
    if (!(error instanceof UnreadableRow || error instanceof UnreadableJson)) throw error
  }
  const names = headerNames(table.header, rows)
  const unfolded = unfolding(names, rows)
  if (!unfolded) return { ...table, header: names }
  return {
    ...table,
    header: headerNames(unfolded.header, []),
    async *read() {
      for await (const { line, cells } of table.read()) yield { line, cells: unfolded.cells(cells) }
    },
  }
}

async function jsonTable(
  source: FileSource,
  limit: number,
  { list }: Reading,
): Promise<PlaceTable | FileRefusal> {
  const survey = await surveyFile(source, limit)
  if (isRefusal(survey)) return survey
  const isLines = isJsonLines(new TextDecoder().decode(survey.head))
  try {
    const lists = await listsOf(source, isLines ? 'lines' : 0)
    const isSaid = list !== undefined && !isLines
    const found = isSaid ? lists.find(({ path }) => path === list) : (lists[0] ?? (await valuesOf(source)))
    if (!found) return isSaid ? refuseFile('no-such-list', { list }) : refuseFile('json-no-list')
    const { header, rows, shape, path } = found
    const read = () => jsonCells(source, header, shape)
    const how: HowRead = { format: 'json', list: path, lists }
    return { header, sha256: survey.sha256, rows, how, read, readFromStart: read }
  } catch (error) {
    if (error instanceof UnreadableJson) return error.refusal
    throw error
  }
}

/** The lists of objects of a JSON text, the one whose fields are known best first. */
async function listsOf(source: FileSource, shape: JsonShape) {
  return [...(await jsonLists(source, shape))]
    .map(([rank, { header, rows, path }]) => ({
      ...{ header, rows, path, score: headerScore(header, 0) },
      shape: typeof shape === 'number' ? rank : shape,
    }))
    .filter(({ header }) => header.length > 0)
    .sort((one, other) => other.score - one.score)
}

/** An object per key, when it has no list. */
async function valuesOf(source: FileSource) {
  const [values] = await listsOf(source, 'values')
  return values && values.rows > 1 ? values : undefined
}

async function* jsonCells(
  source: FileSource,
  header: readonly string[],
  shape: JsonShape,
): AsyncGenerator<TableRow> {
  for await (const { line, cells } of readJsonRows(source, shape))
    yield { line, cells: header.map((name) => cells.get(name) ?? '') }
}

/** Of its sheets, the one whose headings are known best, or that one; its header is the first of its rows that is one, or that line. */
async function workbookTable(
  source: FileSource,
  limit: number,
  { sheet, headingLine }: Reading,
): Promise<PlaceTable | FileRefusal> {
  const survey = await surveyFile(source, limit, { anyKind: true })
  if (isRefusal(survey)) return survey
  const all = await readWorkbook(await bytesOf(source))
  if (isRefusal(all)) return refuseFile(all.refused)
  const sheets = all.filter(
    ({ name, rows }) => rows.length > 0 && (sheet === undefined || name.trim() === sheet.trim()),
  )
  if (sheet !== undefined && sheets.length === 0) return refuseFile('no-such-sheet', { sheet })
  const best = bestHeader(sheets, headingLine)
  if (!best && headingLine !== undefined)
    return refuseFile('no-such-heading-line', { line: String(headingLine) })
  if (!best) return refuseFile('workbook-no-table')
  const rows = best.rows.slice(best.at + 1)
  return {
    header: best.row.cells,
    sha256: survey.sha256,
    rows: rows.length,
    how: { format: 'workbook', sheet: best.name, sheets: all.map(({ name }) => name), before: best.at },
    async *read() {
      yield* rows
    },
    async *readFromStart() {
      yield* best.rows
    },
  }
}

/** Of the rows that may be the headings of a sheet, the one that is known best. */
function bestHeader(sheets: readonly Sheet[], headingLine: number | undefined) {
  const mayBe = (row: TableRow, at: number) =>
    headingLine === undefined ? at < LAST_HEADER && isTable(row.cells) : row.line === headingLine
  const [best] = sheets
    .flatMap(({ name, rows }) => rows.flatMap((row, at) => (mayBe(row, at) ? [{ name, row, at, rows }] : [])))
    .map((one) => ({ ...one, score: headerScore(one.row.cells, one.at) }))
    .sort((one, other) => other.score - one.score)
  return best
}
