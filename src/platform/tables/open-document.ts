import { Parser } from 'saxen'
import { refuse } from '../../kernel/refusal.ts'
import type { TableRow } from './read-table.ts'
import { LAST_COLUMN, LAST_ROW, type Sheet, type WorkbookRefusal } from './sheet.ts'

/** The prefixes under which the names of OpenDocument 1.3 are told here. */
const NAMESPACES = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
}

/** What stands among the rows, or in a cell, without being its text: notes, pictures, former values. */
const ASIDE = /^(office:annotation|table:tracked-changes|table:shapes|draw:.*)$/

/** The sheets of a `content.xml`, as `readWorkbook` tells them. */
export function openDocumentSheets(xml: string): Sheet[] | WorkbookRefusal {
  const reader = new SheetReader()
  const parser = new Parser()
    .ns(NAMESPACES)
    .on('openTag', (name, attributes, decode) => reader.open(name, attributes, decode))
    .on('closeTag', (name) => reader.close(name))
    .on('text', (text, decode) => reader.say(decode(text)))
    .on('cdata', (text) => reader.say(text))
    .on('error', (error) => {
      throw error
    })
  try {
    parser.parse(xml)
  } catch (error) {
    return refuse(error instanceof TooFar ? 'workbook-too-large' : 'workbook-unreadable')
  }
  return reader.sheets.length > 0 ? reader.sheets : refuse('workbook-unreadable')
}

class TooFar extends Error {}

type Attributes = Readonly<Record<string, string>>

interface OpenRow {
  readonly cells: string[]
  readonly repeated: number
  /** Those passed, blank ones too. */
  columns: number
}

interface OpenCell {
  readonly said: Attributes
  readonly decode: (text: string) => string
  readonly paragraphs: string[]
  /** How many of its elements are open. */
  depth: number
}

/** One row and one cell at a time; a table within a cell is part of that cell. */
class SheetReader {
  readonly sheets: { name: string; rows: TableRow[] }[] = []
  /** A letter may have tables too. */
  #isSpreadsheet = false
  #line = 0
  /** Of all the sheets: one that is written once may be repeated. */
  #rows = 0
  #row: OpenRow | null = null
  #cell: OpenCell | null = null
  /** Cells merged downwards, by column. */
  readonly #merged = new Map<number, { text: string; from: number; until: number }>()
  /** How many elements are open within what tells nothing, itself included. */
  #aside = 0

  open(name: string, attributes: () => Attributes, decode: (text: string) => string): void {
    if (this.#aside > 0 || ASIDE.test(name)) this.#aside += 1
    else if (this.#cell) openWithin(this.#cell, name, attributes)
    else if (name === 'office:spreadsheet') this.#isSpreadsheet = true
    else if (!this.#isSpreadsheet) return
    else if (name === 'table:table') this.#openSheet(decode(attributes()['table:name'] ?? ''))
    else if (name === 'table:table-row')
      this.#row = { cells: [], columns: 0, repeated: count(attributes()['table:number-rows-repeated']) }
    else if (this.#row && (name === 'table:table-cell' || name === 'table:covered-table-cell'))
      this.#cell = { said: attributes(), decode, paragraphs: [], depth: 0 }
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside -= 1
    else if (this.#cell && this.#cell.depth > 0) this.#cell.depth -= 1
    else if (this.#cell && this.#row) this.#closeCell(this.#row, this.#cell)
    else if (this.#row && name === 'table:table-row') this.#closeRow(this.#row)
  }

  say(text: string): void {
    // A line end of the XML is a space; those of the text are elements.
    if (this.#aside === 0 && this.#cell && this.#cell.depth > 0)
      append(this.#cell, text.replace(/[\t\r\n ]+/g, ' '))
  }

  #openSheet(name: string): void {
    this.sheets.push({ name, rows: [] })
    this.#line = 0
    this.#merged.clear()
  }

  #closeCell(row: OpenRow, cell: OpenCell): void {
    this.#cell = null
    const text = textOf(cell)
    const repeated = count(cell.said['table:number-columns-repeated'])
    if (text.trim() !== '') {
      if (row.columns + repeated > LAST_COLUMN) throw new TooFar()
      while (row.cells.length < row.columns) row.cells.push('')
      for (let times = 0; times < repeated; times += 1) row.cells.push(text)
      const lines = count(cell.said['table:number-rows-spanned'])
      if (lines > 1) this.#merged.set(row.columns, { text, from: this.#line + 1, until: this.#line + lines })
    }
    row.columns += repeated
  }

  #closeRow({ cells, repeated }: OpenRow): void {
    this.#row = null
    if (cells.length > 0) {
      this.#fill(cells)
      this.#rows += repeated
      if (this.#line + repeated > LAST_ROW || this.#rows > LAST_ROW) throw new TooFar()
      const rows = this.sheets.at(-1)?.rows
      for (let times = 1; times <= repeated; times += 1) rows?.push({ line: this.#line + times, cells })
    }
    this.#line += repeated
  }

  /** A line that says nothing of its own stays blank. */
  #fill(cells: string[]): void {
    for (const [column, { text, from, until }] of this.#merged) {
      if (this.#line + 1 <= from || this.#line + 1 > until) continue
      while (cells.length <= column) cells.push('')
      if (cells[column]?.trim() === '') cells[column] = text
    }
  }
}

function openWithin(cell: OpenCell, name: string, attributes: () => Attributes): void {
  cell.depth += 1
  if (name === 'text:p' || name === 'text:h') cell.paragraphs.push('')
  else if (name === 'text:s') append(cell, ' '.repeat(Math.min(count(attributes()['text:c']), MOST_SPACES)))
  else if (name === 'text:tab') append(cell, ' ')
  else if (name === 'text:line-break') append(cell, '\n')
}

const MOST_SPACES = 100

function append({ paragraphs }: OpenCell, text: string): void {
  if (paragraphs.length > 0) paragraphs.push(`${paragraphs.pop()}${text}`)
}

function textOf({ said, decode, paragraphs }: OpenCell): string {
  const shown = paragraphs.join('\n').replaceAll('\0', '')
  const value = (name: string) => decode(said[name] ?? '')
  switch (said['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numberText(value('office:value'), shown)
    case 'date':
      return momentText(value('office:date-value')) ?? shown
    case 'time':
      return timeText(value('office:time-value')) ?? shown
    case 'boolean':
      return value('office:boolean-value') === 'true' ? 'oui' : 'non'
    default:
      return shown || value('office:string-value')
  }
}

/** As the file writes it, rounded by no display; a postal code or a telephone keeps the zero it is shown with. */
function numberText(value: string, shown: string): string {
  const digits = shown.replace(/[\s.]/g, '')
  return /^0\d+$/.test(digits) && Number(digits) === Number(value) ? shown : value
}

/** `2026-06-17T14:30:00` as `2026-06-17 14:30`; midnight is a day. */
function momentText(value: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value) ?? []
  if (!day) return null
  return time && time !== '00:00' ? `${day} ${time}` : day
}

/** `PT9H30M00S` as `09:30`. */
function timeText(value: string): string | null {
  const [, hours, minutes] = /^PT(\d{1,2})H(\d{1,2})M/.exec(value) ?? []
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` : null
}

/** How many times; once when nothing is said. */
function count(said: string | undefined): number {
  return said && /^\d{1,9}$/.test(said) ? Math.max(1, Number(said)) : 1
}
