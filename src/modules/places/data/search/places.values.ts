import { LISTS, type ListName } from '../../domain/search/directory-index.ts'
import type { RowSet } from '../../domain/search/row-set.ts'
import { type Found, rowsFound } from './found.ts'

/** The filters that have a count beside each of their values. Labels and needs are counted apart. */
export type CountedFilter = ListName | 'sources' | 'booking' | 'accessibility' | 'moments'

/** For each filter, by value, how many places would be listed if it were the one chosen. */
export type ValueCounts = Readonly<Record<CountedFilter, ReadonlyMap<string, number>>>

/** A filter that is in use is counted without itself. */
export function valuesOf(found: Found): ValueCounts {
  const { index } = found
  const lists = LISTS.map((name) => [
    name,
    counted(index.lists.get(name) ?? new Map(), rowsFound(found, name)),
  ])
  return {
    ...(Object.fromEntries(lists) as Record<ListName, ReadonlyMap<string, number>>),
    sources: index.sources.countsAmong(rowsFound(found, 'sources')),
    booking: counted(new Map([['oui', index.booking]]), rowsFound(found, 'booking')),
    accessibility: counted(new Map([['oui', index.accessibility]]), rowsFound(found, 'accessibility')),
    moments: counted(index.moments(), rowsFound(found, 'open')),
  }
}

function counted(byValue: ReadonlyMap<string, RowSet>, among: RowSet): ReadonlyMap<string, number> {
  const counts = [...byValue].map(([value, rows]) => [value, rows.sharedWith(among)] as const)
  return new Map(counts.filter(([, count]) => count > 0))
}
