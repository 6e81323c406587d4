import type { Finding } from '../imports/finding.ts'
import { isSame } from '../life/changes.ts'
import type { PlaceFields } from '../place.ts'
import { fromFields } from '../standard/standard.ts'
import { type StandardColumn, type StandardRow, standardColumns } from '../standard/standard-columns.ts'
import { type Reference, validateRow } from '../standard/validate-row.ts'

/** Columns of the standard as a program sends them; null empties a cell. */
export type SentColumns = Readonly<Partial<Record<StandardColumn, string | number | null | undefined>>>

/** Nobody writes these: they are ours, or the day's. */
const OURS: ReadonlySet<StandardColumn> = new Set(['id', 'source', 'date_maj'])
export const WRITTEN_COLUMNS = standardColumns.filter((column) => !OURS.has(column))

export interface ReadPatch {
  /** The fields that would change, as the domain writes them. */
  readonly fields: Partial<PlaceFields>
  readonly all: PlaceFields
  /** What must be put right first, among the columns that were sent. */
  readonly wrong: readonly Finding[]
}

/** A sheet in progress may lack these. */
const MAY_LACK = new Set(['address-missing', 'postal-code-missing'])

/** Reads the columns that a program sends over what a place says, as a row of a file is read. DIR-9, DIR-17. */
export function readPatch(sent: SentColumns, current: PlaceFields, reference: Reference): ReadPatch {
  const before: StandardRow = { ...fromFields('', current), telephone: current.phone ?? '' }
  const told = Object.fromEntries(Object.entries(sent).map(([column, cell]) => [column, textOf(cell)]))
  const moved = { ...before, ...told }
  const isElsewhere = moved.commune !== before.commune || moved.code_postal !== before.code_postal
  const row = isElsewhere && sent.code_insee === undefined ? { ...moved, code_insee: '' } : moved
  const known = validateRow(before, reference).fields
  const { fields, findings } = validateRow(row, reference)
  const entries = Object.entries(fields) as [keyof PlaceFields, unknown][]
  const differing = entries.filter(([field, value]) => field !== 'updatedOn' && !isSame(value, known[field]))
  const isWrong = ({ column, severity, code }: Finding) =>
    (severity === 'refused' || (severity === 'warning' && Object.hasOwn(sent, column))) && !MAY_LACK.has(code)
  return { fields: Object.fromEntries(differing), all: fields, wrong: findings.filter(isWrong) }
}

export function textOf(cell: string | number | null | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}
