import { parse } from 'csv-parse/sync'
import { type Refusal, refuse } from '../../kernel/refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'
export type Separator = ',' | ';' | '\t' | '|'

export interface TableShape {
  separator: Separator
  /** Names of the columns, as written. */
  header: readonly string[]
  /** Lines of the table before the header: a title, a date, `sep=;`. */
  before: number
}

/**
 * What no table begins with, or what breaks one: each module says it with its own sentence. A `workbook` is for
 * `readWorkbook`; a `spreadsheet` for nobody here.
 */
export type NotATable = Refusal<
  | 'empty'
  | 'too-large'
  | 'picture'
  | 'document'
  | 'workbook'
  | 'spreadsheet'
  | 'archive'
  | 'binary'
  | 'quote-not-closed'
  | 'unreadable'
>

/** How many first bytes are enough to recognise a file. */
export const HEAD_BYTES = 64 * 1024

const SIGNATURES: readonly [
  bytes: string,
  code: 'picture' | 'document' | 'archive' | 'spreadsheet',
  format: string,
][] = [
  ['\x89PNG', 'picture', 'PNG'],
  ['\xff\xd8\xff', 'picture', 'JPEG'],
  ['GIF8', 'picture', 'GIF'],
  ['II*\0', 'picture', 'TIFF'],
  ['MM\0*', 'picture', 'TIFF'],
  ['%PDF', 'document', 'PDF'],
  ['{\\rtf', 'document', 'RTF'],
  ['\x1f\x8b', 'archive', 'gzip'],
  ['7z\xbc\xaf\x27\x1c', 'archive', '7-Zip'],
  ['Rar!', 'archive', 'RAR'],
  // The container of Word, Excel and PowerPoint before 2007.
  ['\xd0\xcf\x11\xe0', 'spreadsheet', 'Excel (.xls)'],
]

/** What the first bytes say the file is, when it is not text. */
export function recogniseOther(head: Uint8Array): NotATable | null {
  if (head.length === 0) return refuse('empty')
  const start = latin(head.subarray(0, 4096))
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return refuse('picture', { format: 'WebP' })
  if (/^.{4}ftyp(avif|heic|heix|mif1)/s.test(start)) return refuse('picture', { format: 'HEIC ou AVIF' })
  if (start.startsWith('PK\x03\x04')) return zipped(start)
  const known = SIGNATURES.find(([bytes]) => start.startsWith(bytes))
  if (known) return refuse(known[1], { format: known[2] })
  return looksBinary(head) ? refuse('binary') : null
}

/** `isUtf8`: whether the whole file holds as UTF-8, which its first bytes cannot promise. */
export function detectEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  return wideZeros(head) ?? (isUtf8 ? 'utf-8' : ofOneByte(head))
}

// What é, è, à, ê, ç and ô are for Windows, and for a Mac of old: where the one has a letter, the other has a rarity.
const WINDOWS_ACCENTS = new Set([0xe9, 0xe8, 0xe0, 0xea, 0xe7, 0xf4])
const MAC_ACCENTS = new Set([0x8e, 0x8f, 0x88, 0x90, 0x8d, 0x99])

function ofOneByte(head: Uint8Array): 'windows-1252' | 'macintosh' {
  let balance = 0
  for (const byte of head) {
    if (byte < 0x80) continue
    if (WINDOWS_ACCENTS.has(byte)) balance += 1
    else if (MAC_ACCENTS.has(byte)) balance -= 1
  }
  return balance < 0 ? 'macintosh' : 'windows-1252'
}

/** The first lines as each separator would cut them, any of which may be the header: a module chooses the one it knows. */
export function shapesOf(head: string, lines = 1): [TableShape, ...TableShape[]] {
  const text = head.trimStart()
  const cut = (separator: Separator): [TableShape, ...TableShape[]] => {
    const [first = [], ...others] = firstRecords(text, separator, lines)
    return [
      { separator, header: first, before: 0 },
      ...others.map((header, rank) => ({ separator, header, before: rank + 1 })),
    ]
  }
  return [...cut(','), ...cut(';'), ...cut('\t'), ...cut('|')]
}

/** Blank lines put aside, as when the rows are read. */
function firstRecords(text: string, separator: Separator, lines: number): string[][] {
  const records: string[][] = []
  try {
    parse(text, {
      delimiter: separator,
      // Some of them may be blank.
      to: lines === 1 ? 1 : lines * 2,
      relax_quotes: true,
      relax_column_count: true,
      on_record: (cells: string[]) => {
        if (cells.some((cell) => cell.trim() !== '')) records.push(cells)
        return null
      },
    })
  } catch {
    // A quote left open further down: the lines before it were read.
  }
  return records.slice(0, lines)
}

function zipped(start: string): NotATable {
  if (start.includes('xl/')) return refuse('workbook', { format: 'XLSX' })
  if (start.includes('opendocument.spreadsheet')) return refuse('workbook', { format: 'ODS' })
  if (start.includes('opendocument.text')) return refuse('document', { format: 'LibreOffice' })
  if (start.includes('word/')) return refuse('document', { format: 'Word' })
  // Excel writes this first, before anything that tells a sheet from a letter.
  if (start.includes('[Content_Types].xml')) return refuse('workbook', { format: 'XLSX' })
  return refuse('archive', { format: 'ZIP' })
}

/** Text has no zero byte (UTF-16 aside) and hardly any control character. */
function looksBinary(head: Uint8Array): boolean {
  if (hasWideMark(head) || wideZeros(head)) return false
  let strange = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange += 1
  }
  return strange > head.length / 100
}

function hasWideMark(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}

/** UTF-16 without a mark: a zero in every other byte of mostly Latin text. */
function wideZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, 2000) / 2)
  let [even, odd] = [0, 0]
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[pair * 2] === 0) even += 1
    if (head[pair * 2 + 1] === 0) odd += 1
  }
  if (pairs < 4) return null
  if (odd > pairs * 0.8 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.8 && odd < pairs * 0.1 ? 'utf-16be' : null
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
