import { hash } from 'node:crypto'
import type { TableRow } from '../../../../platform/tables/read-table.ts'
import { type GroupedRow, groupKeyOf, joined } from '../../domain/mapping/group-rows.ts'
import type { PlaceTable } from './read-file.ts'

/** So many places at most wait for their other rows at once. */
const OPEN_PLACES = 10_000

/**
 * The rows of a file, those of one name, address and postal code as one (DIR-29), in whatever order. The file is read once to
 * know how many rows each place has, then as often as it takes to hold few places at once: memory does not grow with it
 * (DIR-41).
 */
export async function* groupedRows(
  table: PlaceTable,
  read: (row: TableRow) => Omit<GroupedRow, 'rows'>,
  openPlaces = OPEN_PLACES,
): AsyncGenerator<GroupedRow> {
  const { marks, counts } = await survey(table, read)
  const shared = [...counts].filter(([, count]) => count > 1).map(([mark]) => mark)
  const passes = Math.max(1, Math.ceil(shared.length / openPlaces))
  const passOf = new Map(shared.map((mark, rank) => [mark, Math.floor(rank / openPlaces)]))
  for (let pass = 0; pass < passes; pass += 1) {
    const open = new Map<string, GroupedRow>()
    let rank = -1
    for await (const row of table.read()) {
      rank += 1
      const mark = marks[rank] ?? 0
      if ((passOf.get(mark) ?? 0) !== pass) continue
      const made = { ...read(row), rows: 1 }
      const key = passOf.has(mark) ? groupKeyOf(made.row) : null
      if (key === null) {
        yield made
        continue
      }
      const known = open.get(key)
      const group = known ? joined(known, made) : made
      if (group.rows === counts.get(mark)) {
        open.delete(key)
        yield group
      } else open.set(key, group)
    }
    yield* open.values()
  }
}

/** A number per row, the same for the rows of one place (0: of none), and how many rows each number has. */
async function survey(table: PlaceTable, read: (row: TableRow) => Omit<GroupedRow, 'rows'>) {
  const marks: number[] = []
  const counts = new Map<number, number>()
  for await (const row of table.read()) {
    const key = groupKeyOf(read(row).row)
    const mark = key === null ? 0 : Number.parseInt(hash('sha1', key).slice(0, 13), 16)
    marks.push(mark)
    if (mark !== 0) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  return { marks, counts }
}
