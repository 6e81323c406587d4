import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

export interface Column<Row> {
  label: string
  cell: (row: Row) => Child
  /** Right-aligned, tabular figures. */
  numeric?: boolean | undefined
  /** The cell that names the row: one column at most. */
  header?: boolean | undefined
  /** Where a click on the column's name leads: the same page, sorted otherwise. */
  sortHref?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
  /** The name is said but not shown: a column of acts. */
  silent?: boolean | undefined
}

interface TableProps<Row> {
  caption: Child
  /** The caption is said but not shown: the page's title already says it. */
  silentCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Instead of the table when there is no row: an `EmptyState`. */
  empty?: Child
}

/** Rows under a caption; under 40rem each row becomes a small block, its cells named by `data-label`. */
export function Table<Row>({ caption, silentCaption, columns, rows, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    <table class="table">
      <caption class={silentCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Shape = Omit<Column<never>, 'cell'>

function HeaderCell({ column }: { column: Shape }) {
  const { label, numeric, sortHref, sorted, silent } = column
  return (
    <th scope="col" class={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      {sortHref ? (
        <a class="table-sort" href={sortHref}>
          {label}
          {sorted && <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
        </a>
      ) : (
        <span class={silent ? 'visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  )
}

function Cell({ column, content }: { column: Shape; content: Child }) {
  const numeric = column.numeric ? 'numeric' : undefined
  if (column.header) return <th scope="row">{content}</th>
  return (
    <td class={numeric} data-label={column.silent ? undefined : column.label}>
      {content}
    </td>
  )
}
