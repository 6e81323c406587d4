import { Folded } from '../../../../../ui/folded.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { headingsOf, type Mapping, type SourceRow } from '../../../domain/mapping/mapping.ts'
import { type StandardColumn, standardColumns } from '../../../domain/standard/standard-columns.ts'
import { cut } from '../../../domain/text.ts'
import { columnWords } from '../column-wording.ts'

const ROWS_SHOWN = 20
const VALUES_SHOWN = 4
const LONGEST_VALUE = 60

interface FileColumnsProps {
  header: readonly string[]
  rows: readonly SourceRow[]
  mapping: Mapping
}

/** A line per column of the file, with what its first rows say and what it is for: sixty of them are read as easily as six. DIR-28. */
export function FileColumns({ header, rows, mapping }: FileColumnsProps) {
  const headings = header.filter((heading) => heading.trim() !== '')
  const first = rows.slice(0, ROWS_SHOWN)
  return (
    <Folded title={`Les ${headings.length} colonnes du fichier`}>
      <Table
        caption={`Ce que disent ses ${first.length} premières lignes`}
        columns={[
          { label: 'Colonne', cell: (heading: string) => cut(heading, 150), header: true },
          { label: 'Exemples', cell: (heading: string) => examplesOf(heading, first) },
          { label: 'Sert à', cell: (heading: string) => usesOf(heading, mapping) },
        ]}
        rows={headings}
      />
    </Folded>
  )
}

function examplesOf(heading: string, rows: readonly SourceRow[]): string {
  const cells = rows.map((row) => (row[heading] ?? '').trim()).filter((cell) => cell !== '')
  const values = [...new Set(cells)].slice(0, VALUES_SHOWN)
  return values
    .map((value) => (value.length > LONGEST_VALUE ? `${cut(value, LONGEST_VALUE)}…` : value))
    .join(' · ')
}

function usesOf(heading: string, { columns }: Mapping): string {
  const uses = standardColumns.filter((column: StandardColumn) => {
    const origin = columns[column]
    return origin !== undefined && headingsOf(origin).includes(heading)
  })
  return uses.map((column) => columnWords[column].label).join(', ') || 'Rien pour l’instant'
}
