import type { Context } from '../../../../platform/context.ts'
import { type SourceMappingId, savedMapping } from '../../data/imports/source-mappings.store.ts'
import { isStandard, shortList } from '../../domain/imports/detect-file.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'
import { columnsRead, headingsOf, type Mapping, type SourceRow } from '../../domain/mapping/mapping.ts'
import { proposeMapping } from '../../domain/mapping/propose-mapping.ts'
import type { PlaceTable } from './read-file.ts'

/** How the columns of a file are read. */
export type ReadingRule =
  /** They are those of the standard. */
  | { readonly kind: 'standard' }
  | { readonly kind: 'saved'; readonly id: SourceMappingId; readonly mapping: Mapping }
  /** Nobody said: what they seem to be. */
  | { readonly kind: 'proposed'; readonly mapping: Mapping }

/**
 * What a person said of this source comes first, while the file still has the column of the names; then the standard, then
 * what the file seems to say.
 */
export async function readingRuleOf(
  { db, network }: Pick<Context, 'db' | 'network'>,
  source: string,
  table: PlaceTable,
): Promise<ReadingRule> {
  const saved = await savedMapping(db, network.id, source)
  if (saved && namesStand(saved.mapping, table.header))
    return { kind: 'saved', id: saved.id, mapping: saved.mapping }
  if (isStandard(table.header)) return { kind: 'standard' }
  return { kind: 'proposed', mapping: proposeMapping(table.header, await firstRows(table)) }
}

/** Without the names nothing of a mapping is any use: the columns were renamed. DIR-30. */
export function namesStand({ columns }: Mapping, header: readonly string[]): boolean {
  return columns.nom !== undefined && headingsOf(columns.nom).some((name) => header.includes(name))
}

/** Why no place can come from columns read so: nothing names them, or nothing says where they are. */
export function uselessColumns(rule: ReadingRule, header: readonly string[]): FileRefusal | null {
  if (rule.kind === 'standard') return null
  const { columns } = rule.mapping
  const found = { found: shortList(header) }
  if (!columns.nom) return refuseFile('other-columns', found)
  return LOCATIONS.some((column) => columns[column]) ? null : refuseFile('no-location', found)
}

const LOCATIONS = ['adresse', 'commune', 'code_postal', 'code_insee', 'latitude'] as const

/** Enough rows to know what a file is like. */
const ROWS_SEEN = 2000

export async function firstRows(table: PlaceTable): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const { cells } of table.read()) {
    rows.push(sourceRowOf(table.header, cells))
    if (rows.length === ROWS_SEEN) break
  }
  return rows
}

/** Of two columns of one name, the first. */
export function sourceRowOf(header: readonly string[], cells: readonly string[]): SourceRow {
  const row: Record<string, string> = {}
  for (const [at, name] of header.entries()) if (!Object.hasOwn(row, name)) row[name] = cells[at] ?? ''
  return row
}

/** Columns that a rule reads and that the file no longer has. DIR-30. */
export function columnsGone(mapping: Mapping, header: readonly string[]): string[] {
  return [...columnsRead(mapping)].filter((name) => !header.includes(name))
}
