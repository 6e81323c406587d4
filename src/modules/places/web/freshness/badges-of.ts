import type { Context } from '../../../../platform/context.ts'
import type { Results } from '../../data/search/places.results.ts'
import { freshnessBadges } from '../../use-cases/freshness/freshness-of.ts'

/** How fresh the sheets of one page of results are. DIR-59. */
export function badgesOf({ db, network, today }: Context, { places }: Pick<Results, 'places'>) {
  const ids = places.map(({ id }) => id)
  return freshnessBadges(db, network.id, ids, today)
}
