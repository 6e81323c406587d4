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

/** Columns whose lists are put together; of the others, the first row that says something is believed. */
const LISTS: ReadonlySet<StandardColumn> = new Set([
  ...TERM_COLUMNS,
  'autres_formations_labels',
  'courriels',
  'site_web',
])

/** Rows of one name, address and postal code as one, in the order of the first of each. DIR-29. */
export function groupRows<Row extends ReadRow>(rows: readonly Row[]): (ReadRow & { rows: number })[] {
  const groups = new Map<string, ReadRow & { rows: number }>()
  for (const [rank, { line, row, unknown, raw }] of rows.entries()) {
    const name = folded(row.nom)
    // Without a name nothing says that two rows speak of one place.
    const key = name === '' ? `${rank}` : [name, folded(row.adresse), row.code_postal.trim()].join('|')
    const known = groups.get(key)
    groups.set(
      key,
      known
        ? {
            ...known,
            row: merged(known.row, row),
            unknown: [...known.unknown, ...unknown],
            rows: known.rows + 1,
          }
        : { line, row, unknown, raw, rows: 1 },
    )
  }
  return [...groups.values()]
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
