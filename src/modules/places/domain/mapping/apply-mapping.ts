import { type StandardColumn, type StandardRow, standardColumns } from '../standard/standard-columns.ts'
import { addressPart } from './address-parts.ts'
import { saysYes } from './cell-kinds.ts'
import { hoursOfDays, oneDay } from './day-hours.ts'
import { formerTerm, isTermColumn, type TermColumn, wordKey, wordsOf } from './former-terms.ts'
import {
  type CellPart,
  type DayColumns,
  headingsOf,
  type Mapping,
  type Origin,
  type SourceRow,
} from './mapping.ts'
import { pointIn } from './point-cell.ts'

/** A word of the file that no list of the standard knows. */
export interface UnknownWord {
  readonly column: StandardColumn
  readonly value: string
}

export interface MappedRow {
  readonly row: StandardRow
  /** Words that no list of the standard knows: kept as they are in the row received, and told. DIR-15. */
  readonly unknown: readonly UnknownWord[]
}

/** A row of the file as a row of the standard. Total: what a mapping does not read is left empty, never guessed. */
export function applyMapping(mapping: Mapping, source: SourceRow): MappedRow {
  const unknown: UnknownWord[] = []
  const row = Object.fromEntries(
    standardColumns.map((column) => [column, cellOf(column, mapping, source, unknown)]),
  ) as StandardRow
  return { row, unknown }
}

function cellOf(
  column: StandardColumn,
  { columns }: Mapping,
  source: SourceRow,
  unknown: UnknownWord[],
): string {
  const origin = columns[column]
  if (!origin) return ''
  switch (origin.kind) {
    case 'constant':
      return origin.value
    case 'join':
      return origin.from
        .map((heading) => (source[heading] ?? '').trim())
        .filter((text) => text !== '')
        .join(origin.with)
    case 'part':
      return partOf(source[origin.from] ?? '', origin.part)
    case 'days':
      return hoursOfDays(origin.from.map((day) => dayCell(day, source)))
    case 'terms':
      return isTermColumn(column)
        ? termsOf(column, origin, columns, source, unknown)
        : firstOf(origin.from, source)
    case 'column':
      return column === 'autres_formations_labels'
        ? otherLabels(origin.from, columns, source)
        : firstOf(origin.from, source)
  }
}

function firstOf(headings: readonly string[], source: SourceRow): string {
  return headings.map((heading) => (source[heading] ?? '').trim()).find((text) => text !== '') ?? ''
}

function partOf(cell: string, part: CellPart): string {
  return part === 'latitude' || part === 'longitude' ? (pointIn(cell)?.[part] ?? '') : addressPart(cell, part)
}

function dayCell(day: DayColumns, source: SourceRow): string {
  if (day === null) return ''
  return typeof day === 'string' ? (source[day] ?? '') : oneDay(day.map((heading) => source[heading] ?? ''))
}

type Terms = Extract<Origin, { kind: 'terms' }>

/** The standard's words of one cell. A word known of another list fed by the same column is that list's, not a fault. */
function termsOf(
  column: TermColumn,
  origin: Terms,
  columns: Mapping['columns'],
  source: SourceRow,
  unknown: UnknownWord[],
): string {
  const found = new Set<string>()
  for (const heading of origin.from) {
    for (const word of wordsOf(column, source[heading] ?? '', (one) => isValue(origin, one))) {
      const term = termOf(column, origin, word)
      if (term) for (const one of term.split('|')) found.add(one)
      else if (term === null && !isElsewhere(column, word, heading, columns))
        unknown.push({ column, value: word })
    }
  }
  for (const [heading, term] of Object.entries(origin.ticks ?? {}))
    if (saysYes(source[heading] ?? '')) found.add(term)
  return [...found].join('|')
}

function isValue({ values }: Terms, word: string): boolean {
  return Object.hasOwn(values, wordKey(word))
}

function termOf(column: TermColumn, origin: Terms, word: string): string | null {
  return isValue(origin, word) ? (origin.values[wordKey(word)] ?? '') : formerTerm(column, word)
}

/** Another column of the standard reads the same heading, and knows the word, or takes all words. */
function isElsewhere(
  column: TermColumn,
  word: string,
  heading: string,
  columns: Mapping['columns'],
): boolean {
  return Object.entries(columns).some(([name, origin]) => {
    const other = name as StandardColumn
    if (other === column || !headingsOf(origin).includes(heading)) return false
    if (other === 'autres_formations_labels') return true
    return origin.kind === 'terms' && isTermColumn(other) && termOf(other, origin, word) !== null
  })
}

/** What is left of a column of labels once the national lists have taken theirs. DIR-15. */
function otherLabels(headings: readonly string[], columns: Mapping['columns'], source: SourceRow): string {
  const lists = (['dispositif_programmes_nationaux', 'formations_labels'] as const).flatMap((column) => {
    const origin = columns[column]
    return origin?.kind === 'terms' ? [{ column, origin }] : []
  })
  return headings
    .flatMap((heading) => {
      const sharing = lists.filter(({ origin }) => origin.from.includes(heading))
      return wordsOf('dispositif_programmes_nationaux', source[heading] ?? '', () => false).filter((word) =>
        sharing.every(({ column, origin }) => termOf(column, origin, word) === null),
      )
    })
    .join('|')
}
