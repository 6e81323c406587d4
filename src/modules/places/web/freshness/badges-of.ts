import type { Context } from '../../../../platform/context.ts'
import type { FreshnessBadge } from '../../domain/freshness/badge.ts'
import type { PlaceId } from '../../domain/place.ts'
import { freshnessBadges } from '../../use-cases/freshness/freshness-of.ts'
import { badgeText } from './freshness-wording.ts'

type Reader = Pick<Context, 'db' | 'network' | 'today'>

/** How fresh the sheets of these places are, on one page of results or in one batch of a file. DIR-59. */
export function badgesOf(
  { db, network, today }: Reader,
  { places }: { places: readonly { readonly id: PlaceId }[] },
): Promise<ReadonlyMap<PlaceId, FreshnessBadge>> {
  const ids = places.map(({ id }) => id)
  return freshnessBadges(db, network.id, ids, today)
}

/** The badge for a program; null: nobody ever spoke of a place that owes no word. DIR-59. */
export function tellBadge(badge: FreshnessBadge | undefined) {
  if (!badge) return null
  return {
    kind: badge.kind,
    on: badge.kind === 'never' ? null : badge.on,
    months: badge.kind === 'silent' ? badge.months : null,
    text: badgeText(badge),
  }
}
