import { parse } from 'csv-parse/sync'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'

/** The columns of a table of agreements; the first three name the agreement, the others may be empty. */
export const TABLE_COLUMNS = [
  'reference',
  'structure',
  'modele',
  'siret',
  'commune',
  'nature',
  'signe_le_chef_de_file',
  'signe_le_partenaire',
  'lieux',
] as const

export type TableColumn = (typeof TABLE_COLUMNS)[number]

const REQUIRED: readonly TableColumn[] = ['reference', 'structure', 'modele']
const MOST_ROWS = 20_000

export interface TableRow {
  /** Physical line, the header being line 1. */
  readonly line: number
  readonly cells: Readonly<Record<TableColumn, string>>
}

export type TableRefusal = 'table-unreadable' | 'table-without-column' | 'table-empty' | 'table-too-long'

/** The rows of a CSV table (`;`, `,` or tabs; UTF-8 or Windows): columns in any order, unknown ones left aside. */
export function readTable(content: Uint8Array): TableRow[] | Refusal<TableRefusal> {
  const records = recordsOf(textOf(content))
  if (records === null) return refuse('table-unreadable')
  const [header, ...rows] = records
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase())
  const missing = REQUIRED.filter((name) => !columns.includes(name))
  if (missing.length > 0) return refuse('table-without-column', { columns: missing.join(', ') })
  if (rows.length === 0) return refuse('table-empty')
  if (rows.length > MOST_ROWS) return refuse('table-too-long', { most: String(MOST_ROWS) })
  return rows.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      TABLE_COLUMNS.map((name) => [name, (record[columns.indexOf(name)] ?? '').trim()]),
    ) as Record<TableColumn, string>,
  }))
}

interface ParsedRecord {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

function recordsOf(text: string): ParsedRecord[] | null {
  try {
    const options = { delimiter: [';', ',', '\t'], bom: true, skip_empty_lines: true, info: true }
    return parse(text, { ...options, relax_column_count: true }) as unknown as ParsedRecord[]
  } catch {
    return null
  }
}

function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
