import { isRefusal } from '../../../../kernel/refusal.ts'
import { expanded, UnreadableArchive } from '../../../../platform/tables/expanded.ts'
import { bytesOf, sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { surveyFile } from '../../../../platform/tables/read-table.ts'
import { detectEncoding } from '../../../../platform/tables/recognise.ts'
import { readWorkbook } from '../../../../platform/tables/workbook.ts'
import { LINE_END, type Reading, type ReadingEncoding } from '../../domain/mapping/reading.ts'
import { UPLOAD_LIMIT } from './receive-import.ts'

export interface RawLine {
  /** The first of the file or of the sheet is 1. */
  readonly line: number
  readonly text: string
}

/** The first lines of a file in which no table is found, as they are written. DIR-28. */
export type FileHead =
  | { readonly format: 'text'; readonly encoding: ReadingEncoding; readonly lines: readonly RawLine[] }
  | {
      readonly format: 'workbook'
      readonly sheet: string
      readonly sheets: readonly string[]
      readonly lines: readonly RawLine[]
    }

/** Headings that nobody found are further than usual. */
const LINES_SHOWN = 60

/** Null when it has no lines to show: a picture, a file that is spoilt. */
export async function headOf(content: Uint8Array, reading: Reading = {}): Promise<FileHead | null> {
  try {
    const source = await expanded(sourceOfBytes(content))
    const survey = await surveyFile(source, UPLOAD_LIMIT)
    if (!isRefusal(survey)) {
      const encoding = reading.encoding ?? detectEncoding(survey.head, survey.isUtf8)
      const text = new TextDecoder(encoding).decode(survey.head).replaceAll('\0', '')
      return { format: 'text', encoding, lines: numbered(text.split(LINE_END)) }
    }
    if (survey.refused !== 'workbook') return null
    return await sheetHead(await bytesOf(source), reading)
  } catch (error) {
    if (error instanceof UnreadableArchive) return null
    throw error
  }
}

async function sheetHead(content: Uint8Array, { sheet }: Reading): Promise<FileHead | null> {
  const all = await readWorkbook(content)
  if (isRefusal(all)) return null
  const shown =
    all.find(({ name }) => name.trim() === sheet?.trim()) ?? all.find(({ rows }) => rows.length > 0)
  if (!shown) return null
  const lines = shown.rows
    .slice(0, LINES_SHOWN)
    .map(({ line, cells }) => ({ line, text: cells.filter((cell) => cell.trim() !== '').join(' | ') }))
  return { format: 'workbook', sheet: shown.name, sheets: all.map(({ name }) => name), lines }
}

/** Blank lines are counted, as a text editor does, and not shown. */
function numbered(lines: readonly string[]): RawLine[] {
  return lines
    .map((text, rank) => ({ line: rank + 1, text }))
    .filter(({ text }) => text.trim() !== '')
    .slice(0, LINES_SHOWN)
}
