import { stringify } from 'csv-stringify/sync'

/** With what a spreadsheet takes a cell for a formula; the last four are the wide forms of the first. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const PROTECTED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A table as CSV (RFC 4180, UTF-8 with its mark, `;`, CRLF). A cell that a spreadsheet would read as a formula is made
 * harmless by a leading apostrophe. STK-84.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${csvRows([header, ...rows])}`
}

/** The same without its mark: what follows in a file written piece by piece. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralised)),
    { delimiter: ';', record_delimiter: 'windows' },
  )
}

/**
 * A table for programs, whose cells are to stay what they are: commas, no mark, nothing made harmless. Written here: the
 * library leaves a line break alone without its quotes, and takes its time, when whole directories go through this.
 */
export function plainCsv(rows: readonly (readonly string[])[]): string {
  let text = ''
  for (const row of rows) text += `${row.map(quoted).join(',')}\r\n`
  return text
}

const TO_QUOTE = /[",\r\n]/

function quoted(cell: string): string {
  return TO_QUOTE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The cell, with an apostrophe before what a spreadsheet would compute. `recognised` takes it away. */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) || PROTECTED.test(cell) ? `'${cell}` : cell
}

/** What a neutralised cell said; any other cell is what it is. */
export function recognised(cell: string): string {
  return PROTECTED.test(cell) ? cell.slice(1) : cell
}
