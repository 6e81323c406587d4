import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { oneAtATime } from '../../../../platform/db/one-at-a-time.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { inOrder } from '../../data/duplicates/distinctions.store.ts'
import { type Face, facesOf } from '../../data/duplicates/faces.queries.ts'
import { type PlacePair, placesDue, replacePairs } from '../../data/duplicates/pairs.store.ts'
import { type DuplicatePair, duplicatePairs } from '../../domain/duplicates/pairs.ts'

/** Beyond, all is compared: as many places changed as a whole file brings. */
const MOST_AROUND = 2000

/**
 * Finds the pairs of places that may be one, around those that changed since the last time; `whole`: of all the network.
 * Each pair has the score it has among all the places, whichever way it was found. Run twice, it finds the same.
 */
export function compareNetwork(
  db: Database,
  network: NetworkId,
  now: Instant,
  { whole = false } = {},
): Promise<number> {
  return oneAtATime(db, `places.comparison:${network}`, async () => {
    const due = await placesDue(db, network)
    if (due.lines.length === 0 && !whole) return 0
    const around = whole || due.places.size > MOST_AROUND ? null : due.places
    const faces = await facesOf(db, network)
    const ranks = around && new Set(faces.flatMap(({ place }, rank) => (around.has(place) ? [rank] : [])))
    const found = duplicatePairs(
      faces.map(({ compared }) => compared),
      'possible',
      ranks,
    )
    const pairs = ofPlaces(faces, found)
    await inTransaction(db, (tx) => replacePairs(tx, network, { pairs, around, lines: due.lines }, now))
    return pairs.length
  })
}

/** The pairs of places that those of their faces make, the best score first; a place makes no pair with its duplicate. */
export function ofPlaces(faces: readonly Face[], found: readonly DuplicatePair[]): PlacePair[] {
  const pairs = new Map<string, PlacePair>()
  for (const { one: a, other: b, score, band, why } of found) {
    const [first, second] = [faces[a], faces[b]]
    if (!first || !second || first.place === second.place) continue
    const [one, other] = inOrder(first.place, second.place)
    const key = `${one} ${other}`
    if (pairs.has(key)) continue
    const departments = known(first.department, second.department)
    pairs.set(key, { one, other, score, band, why, departments, sources: known(first.source, second.source) })
  }
  return [...pairs.values()]
}

function known(...values: (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))]
}
