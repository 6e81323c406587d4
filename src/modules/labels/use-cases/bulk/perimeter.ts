import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { agreementsWith } from '../../../agreements/index.ts'
import {
  placesCovered,
  placesLabelled,
  placesOfOthers,
  placesProposed,
} from '../../data/bulk/place-lists.queries.ts'
import type { PlaceList } from '../../data/bulk/place-lists.store.ts'
import type { Barred } from '../../domain/bulk/match-lines.ts'

/**
 * Which places a partner may propose under its agreement, and why it may not propose another. An agreement that lists places
 * gives them alone; one that lists none (001) gives every place of the directory that no other partner's agreement covers.
 */
export async function perimeterOf(
  { network, today }: Pick<Context, 'network' | 'today'>,
  db: Database,
  list: Pick<PlaceList, 'schemeId' | 'agreementId' | 'partnerId'>,
): Promise<(place: Id<'place'>) => Barred | null> {
  const own = await placesCovered(db, list.agreementId, today)
  const mine = await agreementsWith(db, { kind: 'all', network: network.id }, [list.partnerId])
  const theirs = await placesOfOthers(db, [list.agreementId, ...mine.map(({ id }) => id)], today)
  const proposed = await placesProposed(db, list.schemeId)
  const labelled = await placesLabelled(db, list.schemeId, today)
  return (place) => {
    if (labelled.has(place)) return 'already-labelled'
    if (proposed.has(place)) return 'already-listed'
    return (own ? !own.has(place) : theirs.has(place)) ? 'outside' : null
  }
}
