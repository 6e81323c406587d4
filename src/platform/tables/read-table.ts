import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { FileSource } from './file-source.ts'
import {
  detectEncoding,
  type Encoding,
  HEAD_BYTES,
  type NotATable,
  recogniseOther,
  shapesOf,
  type TableShape,
} from './recognise.ts'

/** A file recognised as a table. */
export interface Table extends TableShape {
  encoding: Encoding
  /** Hexadecimal SHA-256 of the bytes. */
  sha256: string
  /** Line ends in the file: about the number of rows, for progress. */
  lines: number
}

export interface TableRow {
  /** Physical line where the row begins, the header being line 1: what a text editor shows. */
  line: number
  cells: readonly string[]
}

/** A quote that is never closed would swallow the rest of the file. */
const LONGEST_ROW = 2 * 1024 * 1024

/** What a module says of the beginning of a file: which way of cutting its header it knows, or why it knows none. */
export type Recogniser<Code extends string> = (
  head: string,
  shapes: readonly [TableShape, ...TableShape[]],
  survey: Pick<Survey, 'isUtf8'>,
) => TableShape | Refusal<Code>

/**
 * Reads the file once to know what it is. `limit`: greatest number of bytes accepted. `lines`: how far the header may be.
 * `encoding`: said by a person, whatever the file seems to be.
 */
export async function recogniseFile<Code extends string>(
  source: FileSource,
  limit: number,
  recognise: Recogniser<Code>,
  { lines = 1, encoding: said }: { lines?: number; encoding?: Encoding | undefined } = {},
): Promise<Table | NotATable | Refusal<Code>> {
  const survey = await surveyFile(source, limit)
  if (isRefusal(survey)) return survey
  const encoding = said ?? detectEncoding(survey.head, survey.isUtf8)
  const head = new TextDecoder(encoding).decode(survey.head)
  const table = recognise(head, shapesOf(head, lines), survey)
  if (isRefusal(table)) return table
  return { ...table, encoding, sha256: survey.sha256, lines: survey.lines }
}

/** The rows after the header, blank lines left out. Throws `UnreadableRow` where the table breaks. */
export async function* readRows(source: FileSource, table: Table): AsyncGenerator<TableRow> {
  let passed = 0
  for await (const row of records(source, table)) {
    if (passed > table.before) yield row
    else passed += 1
  }
}

/** The rows from the first line of the file, those before the header and the header among them. */
export function readFromStart(source: FileSource, table: Table): AsyncGenerator<TableRow> {
  return readRows(source, { ...table, before: -1 })
}

/** The file cannot be read further: carries why. */
export class UnreadableRow extends Error {
  readonly refusal: NotATable
  constructor(refusal: NotATable) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

export interface Survey {
  head: Uint8Array
  sha256: string
  lines: number
  isUtf8: boolean
}

/** Reads the bytes once. `anyKind`: also what is no text. */
export async function surveyFile(
  source: FileSource,
  limit: number,
  { anyKind = false } = {},
): Promise<Survey | NotATable> {
  const digest = createHash('sha256')
  const utf8 = new TextDecoder('utf-8')
  let [bytes, lines, lost, accented] = [0, 0, 0, 0]
  let head = new Uint8Array()
  for await (const chunk of source.open()) {
    bytes += chunk.length
    if (bytes > limit) return refuse('too-large', { limit: String(Math.floor(limit / 1024 / 1024)) })
    if (head.length < HEAD_BYTES) {
      head = joined(head, chunk.subarray(0, HEAD_BYTES - head.length))
      const other = head.length >= 512 && !anyKind ? recogniseOther(head) : null
      if (other) return other
    }
    digest.update(chunk)
    lines += countOf(chunk, 10)
    const text = utf8.decode(chunk, { stream: true })
    lost += text.split('\ufffd').length - 1
    accented += chunk.length - text.length
  }
  const other = anyKind ? null : recogniseOther(head)
  if (other) return other
  // A few bad bytes in a text full of good accents are accidents; otherwise the text is not UTF-8 at all.
  return { head, sha256: digest.digest('hex'), lines, isUtf8: lost === 0 || lost * 20 < accented }
}

async function* records(source: FileSource, { encoding, separator }: Table): AsyncGenerator<TableRow> {
  // Where the row being read begins: told by the parser, which runs ahead of whoever takes its rows.
  let line = 1
  const options: Options<TableRow, string[]> = {
    delimiter: separator,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells, { lines }) => {
      const row = { line, cells }
      line = lines + 1
      return cells.some((cell) => cell.trim() !== '') ? row : null
    },
  }
  // The library's types let a row change its shape only when its columns are named.
  const parser = parse(options as unknown as Options)
  const text = Readable.from(decoded(source, encoding))
  text.on('error', (error) => parser.destroy(error))
  try {
    yield* text.pipe(parser) as AsyncIterable<TableRow>
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableRow(refusalOf(error, line)) : error
  } finally {
    text.destroy()
  }
}

async function* decoded(source: FileSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source.open()) {
    // A zero byte means nothing in a table, and PostgreSQL takes none.
    const text = decoder.decode(chunk, { stream: true }).replaceAll('\0', '')
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

function refusalOf(error: CsvError, line: number): NotATable {
  const openQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return refuse(openQuote ? 'quote-not-closed' : 'unreadable', { line: String(line) })
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function countOf(bytes: Uint8Array, searched: number): number {
  let count = 0
  for (let at = bytes.indexOf(searched); at >= 0; at = bytes.indexOf(searched, at + 1)) count += 1
  return count
}
