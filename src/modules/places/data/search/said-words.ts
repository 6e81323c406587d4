import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { RowSet } from '../../domain/search/row-set.ts'
import { fold } from '../../domain/search/search-words.ts'
import type { CurrentIndex } from './directory-index.store.ts'
import { hasWords, nameQuery, published } from './places.filter.ts'

/** The places that have all the words of a text, and how well their names say them. DIR-61. */
export interface SaidWords {
  readonly all: RowSet
  /** Its name is these words. */
  readonly named: RowSet
  /** Its name begins so. */
  readonly beginning: RowSet
  /** They are all in its name. */
  readonly inName: RowSet
}

const SEPARATOR = '\u001f'

/** Asked of the database once for each version of the directory. */
export function saidWords(
  db: Database,
  { index, once }: CurrentIndex,
  network: NetworkId,
  words: readonly string[],
  inStreets?: boolean,
): Promise<SaidWords> {
  return once(`words ${words.join(' ')} ${inStreets ?? ''}`, async () => {
    const { rows } = await sql<{ ids: string | null; names: string | null; marks: string | null }>`
      select string_agg(id::text, ',') as ids, string_agg(name, ${SEPARATOR}) as names,
        string_agg(mark, '') as marks
      from (${published(db, network)
        .where(hasWords(words, inStreets))
        .select([
          'p.id',
          'p.name',
          sql<string>`(p.search @@ ${nameQuery(words)})::int::text`.as('mark'),
        ])}) found`.execute(db)
    const [row] = rows
    const ids = (row?.ids?.split(',') ?? []) as PlaceId[]
    const names = (row?.names?.split(SEPARATOR) ?? []).map(fold)
    const said = words.join(' ')
    const having = (holds: (at: number) => boolean) => index.rowsOf(ids.filter((_, at) => holds(at)))
    return {
      all: index.rowsOf(ids),
      named: having((at) => names[at] === said),
      beginning: having((at) => names[at]?.startsWith(said) === true),
      inName: having((at) => row?.marks?.[at] === '1'),
    }
  })
}

/** How well the name of a place says the words: 0 exactly, 3 not at all. */
export function tierOf({ named, beginning, inName }: SaidWords, row: number): number {
  if (named.has(row)) return 0
  if (beginning.has(row)) return 1
  return inName.has(row) ? 2 : 3
}
