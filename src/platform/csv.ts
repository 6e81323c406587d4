import { stringify } from 'csv-stringify/sync'

/**
 * A table as CSV (RFC 4180, UTF-8 with its mark, `;`, CRLF). A cell that a spreadsheet would read as a formula is made
 * harmless by a leading apostrophe. STK-84.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
