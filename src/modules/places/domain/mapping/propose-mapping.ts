import { type StandardColumn, standardColumns } from '../standard/standard-columns.ts'
import { isWholeAddress } from './address-parts.ts'
import { formerTerm, guessedTerm, isTermColumn, type TermColumn, wordKey, wordsOf } from './former-terms.ts'
import { dayHeadings, headingKey, headingsFor } from './known-headings.ts'
import type { Mapping, Origin, SourceRow } from './mapping.ts'

/** Words of one list that a proposal looks at: beyond, the text is no list. */
const MOST_WORDS = 300

/** What a file seems to say, from its headings and from the rows seen: to be read and corrected by a person. DIR-29. */
export function proposeMapping(header: readonly string[], rows: readonly SourceRow[]): Mapping {
  const columns: Partial<Record<StandardColumn, Origin>> = {}
  for (const column of standardColumns) {
    const origin = originOf(column, header, rows)
    if (origin) columns[column] = origin
  }
  return {
    columns: { ...columns, ...fromWholeAddress(columns, rows), ...pointColumns(columns, rows) },
    isGrouped: repeats(columns, rows) > GROUPED_FROM,
  }
}

/** From this share of rows that repeat another, the file has a row per service. */
const GROUPED_FROM = 0.2

function originOf(
  column: StandardColumn,
  header: readonly string[],
  rows: readonly SourceRow[],
): Origin | null {
  if (column === 'horaires') {
    const days = dayHeadings(header)
    if (days && headingsFor(column, header).length === 0) return { kind: 'days', from: days }
  }
  if (column === 'adresse') {
    const number = header.find((heading) =>
      /^(adresse )?(numero|num|n) ?(voie|rue)?$/.test(headingKey(heading)),
    )
    const [way] = headingsFor(column, header)
    if (number && way && /rue|voie/.test(headingKey(way)))
      return { kind: 'join', from: [number, way], with: ' ' }
  }
  const from = headingsFor(column, header).filter((heading) => saysSomething(heading, rows))
  if (from.length === 0) return null
  if (isTermColumn(column)) return termsFrom(column, from[0] ?? '', rows)
  // The last columns of a list stand in for the first when it is empty.
  return { kind: 'column', from: column === 'autres_formations_labels' ? from.slice(0, 1) : from.slice(0, 2) }
}

/** A column of which no cell says anything is no column; without any row, the heading is believed. */
function saysSomething(heading: string, rows: readonly SourceRow[]): boolean {
  return rows.length === 0 || rows.some((row) => (row[heading] ?? '').trim() !== '')
}

/** The words of this source, those the standard does not know with what they seem to mean; null when none means anything. */
function termsFrom(column: TermColumn, heading: string, rows: readonly SourceRow[]): Origin | null {
  const values: Record<string, string> = {}
  const seen = new Set<string>()
  let isUnderstood = rows.length === 0
  for (const row of rows) {
    for (const word of wordsOf(column, row[heading] ?? '', () => false)) {
      const key = wordKey(word)
      if (seen.has(key) || seen.size > MOST_WORDS) continue
      seen.add(key)
      const known = formerTerm(column, word)
      const guess = known === null ? guessedTerm(column, word) : null
      if (guess) values[key] = guess
      isUnderstood ||= Boolean(known) || guess !== null
    }
  }
  return isUnderstood ? { kind: 'terms', from: [heading], values } : null
}

/** « 8 rue Haute - 50999 Valmer » in one cell, when no column gives the postal code. */
function fromWholeAddress(
  columns: Mapping['columns'],
  rows: readonly SourceRow[],
): Partial<Record<StandardColumn, Origin>> {
  const address = columns.adresse
  if (address?.kind !== 'column') return {}
  const [heading = ''] = address.from
  const cells = rows.map((row) => row[heading] ?? '').filter((cell) => cell.trim() !== '')
  const whole = cells.filter(isWholeAddress).length
  // Without a column for the commune, the few addresses that name it are worth reading.
  const least = columns.commune === undefined ? 0.05 : 0.5
  if (whole === 0 || whole < cells.length * least) return {}
  const part = (of: 'street' | 'postal-code' | 'commune'): Origin => ({
    kind: 'part',
    from: heading,
    part: of,
  })
  return {
    adresse: part('street'),
    ...(columns.code_postal === undefined && { code_postal: part('postal-code') }),
    ...(columns.commune === undefined && { commune: part('commune') }),
  }
}

/** Columns named X and Y hold either: most values say which is a latitude of France. */
function pointColumns(
  { latitude, longitude }: Mapping['columns'],
  rows: readonly SourceRow[],
): Partial<Record<StandardColumn, Origin>> {
  if (latitude?.kind !== 'column' || longitude?.kind !== 'column') return {}
  const number = (origin: { from: readonly string[] }, row: SourceRow) =>
    Number((row[origin.from[0] ?? ''] ?? '').replace(',', '.'))
  const north = (value: number) => value > 41 && value < 51.6
  const swapped = rows.filter((row) => north(number(longitude, row)) && !north(number(latitude, row))).length
  const straight = rows.filter((row) => north(number(latitude, row)) && !north(number(longitude, row))).length
  return swapped > straight ? { latitude: longitude, longitude: latitude } : {}
}

/** The share of rows whose name, address and postal code are those of a row before. */
function repeats(columns: Mapping['columns'], rows: readonly SourceRow[]): number {
  if (rows.length === 0) return 0
  const key = (row: SourceRow) =>
    (['nom', 'adresse', 'code_postal'] as const)
      .map((column) => {
        const origin = columns[column]
        return origin?.kind === 'column' ? (row[origin.from[0] ?? ''] ?? '').toLowerCase().trim() : ''
      })
      .join('|')
  const keys = rows.map(key).filter((one) => one !== '||')
  return keys.length === 0 ? 0 : 1 - new Set(keys).size / keys.length
}
