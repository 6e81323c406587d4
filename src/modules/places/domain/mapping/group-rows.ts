import { folded } from '../fold.ts'
import type { StandardColumn, StandardRow } from '../standard/standard-columns.ts'
import type { UnknownWord } from './apply-mapping.ts'
import { TERM_COLUMNS } from './former-terms.ts'
import type { SourceRow } from './mapping.ts'

interface ReadRow {
  readonly line: number
  readonly row: StandardRow
  readonly unknown: readonly UnknownWord[]
  /** As received; of a group, the first. */
  readonly raw: SourceRow
}

/** Rows put together: a row, and how many it is made of. */
export interface GroupedRow extends ReadRow {
  readonly rows: number
}

/** Columns whose lists are put together; of the others, the first row that says something is believed. */
const LISTS: ReadonlySet<StandardColumn> = new Set([
  ...TERM_COLUMNS,
  'autres_formations_labels',
  'courriels',
  'site_web',
])

/** What the rows of one place share: name, address and postal code. Null: without a name, nothing says that two are one. */
export function groupKeyOf(row: StandardRow): string | null {
  const name = folded(row.nom)
  return name === '' ? null : [name, folded(row.adresse), row.code_postal.trim()].join('|')
}

/** A row, with what another of the same place adds to it. */
export function joined(known: GroupedRow, { row, unknown }: ReadRow): GroupedRow {
  return {
    ...known,
    row: merged(known.row, row),
    unknown: [...known.unknown, ...unknown],
    rows: known.rows + 1,
  }
}

function merged(one: StandardRow, other: StandardRow): StandardRow {
  const entries = Object.entries(one).map(([column, cell]) => {
    const name = column as StandardColumn
    return [name, LISTS.has(name) ? union(cell, other[name]) : cell.trim() === '' ? other[name] : cell]
  })
  return Object.fromEntries(entries) as StandardRow
}

function union(one: string, other: string): string {
  return [...new Set(`${one}|${other}`.split('|').filter((word) => word.trim() !== ''))].join('|')
}
