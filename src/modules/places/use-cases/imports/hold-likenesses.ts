import type { Context } from '../../../../platform/context.ts'
import { loadCommunes } from '../../data/communes.ts'
import {
  groundsToCompare,
  holdAsLike,
  knownPlacesAt,
  type LikeKnown,
  newRowsAt,
} from '../../data/imports/import.likeness.ts'
import type { Scope } from '../../data/imports/import.staging.ts'
import { comparedOf } from '../../domain/duplicates/compared.ts'
import { likeKnown } from '../../domain/imports/known-likeness.ts'

/**
 * Rows that would make a place beside one that is surely the same wait for somebody (DIR-35). Compared a part of the
 * country at a time. Returns how many.
 */
export async function holdLikenesses({ db }: Pick<Context, 'db'>, scope: Scope): Promise<number> {
  const communes = loadCommunes()
  const present = (code: string) => communes.byCode(code)?.commune.code ?? code
  let held = 0
  for (const ground of await groundsToCompare(db, scope)) {
    const coming = await newRowsAt(db, scope.run, ground)
    const known = await knownPlacesAt(db, scope, ground)
    const found = likeKnown(
      coming.map((row) => comparedOf(row, present)),
      known.map((place) => comparedOf(place, present)),
    ).flatMap((like): LikeKnown[] => {
      const [row, place] = [coming[like.coming], known[like.known]]
      return row && place ? [{ line: row.line, place: place.id, score: like.score }] : []
    })
    await holdAsLike(db, scope.run, found)
    held += found.length
  }
  return held
}
