import { stringify } from 'csv-stringify/sync'

/**
 * A table as CSV (RFC 4180, UTF-8 with its mark, `;`, CRLF). A cell that a spreadsheet would read as a formula is made
 * harmless by a leading apostrophe.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows.map((row) => row.map(harmless))]
  return `\ufeff${stringify(cells, { delimiter: ';', record_delimiter: 'windows' })}`
}

/** Opened in a spreadsheet, a value that begins as a formula must not become one. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
