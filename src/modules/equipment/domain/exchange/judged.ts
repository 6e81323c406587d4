import type { Column } from './column.ts'
import { type Finding, type ReadRow, written } from './read-rows.ts'
import { COLUMNS, type TableName } from './tables.ts'

/** What becomes of the rows of one table. */
export interface Judged<Create, Update> {
  readonly creates: Create[]
  readonly updates: Update[]
  unchanged: number
  /** Lines of the file that hold something wrong. */
  readonly wrongLines: Set<number>
  readonly findings: Finding[]
}

export function nothingJudged<Create, Update>(): Judged<Create, Update> {
  return { creates: [], updates: [], unchanged: 0, wrongLines: new Set(), findings: [] }
}

/** Gathers what is wrong in one row, cell by cell. */
export class Faults<V> {
  readonly #table: TableName
  readonly #row: ReadRow<V>
  readonly #found: Finding[]

  /** `isSame`: the cells that say what is already known are right whatever they are. */
  constructor(table: TableName, row: ReadRow<V>, isSame: (key: keyof V) => boolean = () => false) {
    this.#table = table
    this.#row = row
    const wrong = Object.entries(row.wrong) as [keyof V, Finding][]
    this.#found = wrong.filter(([key]) => !isSame(key)).map(([, finding]) => finding)
  }

  add(key: keyof V & string, expected: string): void {
    const columns = COLUMNS[this.#table] as unknown as Record<string, Column<unknown>>
    const column = columns[key]?.name ?? ''
    if (this.#found.some((one) => one.column === column)) return
    const value = this.#row.told[key] ?? ''
    this.#found.push({ table: this.#table, line: this.#row.line, column, value, expected })
  }

  get any(): boolean {
    return this.#found.length > 0
  }

  /** Notes them in the judgement; true when there are some. */
  noteIn(judged: Judged<unknown, unknown>): boolean {
    if (!this.any) return false
    judged.findings.push(...this.#found)
    judged.wrongLines.add(this.#row.line)
    return true
  }
}

/** Does this row say of that column what is already known? */
export function saysKnown<V>(
  columns: Readonly<Record<keyof V, unknown>>,
  row: ReadRow<V>,
  known: V,
  key: keyof V,
): boolean {
  const told = row.told[key]
  return told === undefined || told === written(columns[key] as Column<unknown>, known[key])
}

/** What is known with what the row changes of it; null when it changes nothing. */
export function changed<V>(columns: Readonly<Record<keyof V, unknown>>, row: ReadRow<V>, known: V): V | null {
  const keys = (Object.keys(row.values) as (keyof V)[]).filter((key) => {
    if (saysKnown(columns, row, known, key)) return false
    const column = columns[key] as Column<unknown>
    return written(column, row.values[key]) !== written(column, known[key])
  })
  if (keys.length === 0) return null
  return { ...known, ...(Object.fromEntries(keys.map((key) => [key, row.values[key]])) as Partial<V>) }
}

/** A new thing: what the row says, and what an empty cell would. */
export function created<V>(columns: Readonly<Record<keyof V, unknown>>, row: ReadRow<V>): V {
  const empty = Object.entries(columns).map(([key, column]) => [key, (column as Column<unknown>).empty])
  return { ...(Object.fromEntries(empty) as V), ...row.values }
}
