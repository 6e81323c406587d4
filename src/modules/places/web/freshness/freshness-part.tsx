import { opensTo } from '../../../../platform/http/page.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { openClosures } from '../../data/reports/reports.store.ts'
import { isToBeChecked } from '../../domain/reports/report.ts'
import { freshnessBadges } from '../../use-cases/freshness/freshness-of.ts'
import { favouritePaths } from '../favourites/favourites.paths.ts'
import type { PlacePart } from '../place/place-parts.ts'
import { policy } from '../policy.ts'
import { reportPaths } from '../reports/reports.paths.ts'

/** How fresh the sheet is, what people say is wrong, and the ways to report or to keep the place. DIR-59, 74, 75. */
export const freshnessPart: PlacePart = async ({ view, context: { db, network, today }, place }) => {
  const { base } = network
  const report = { label: 'Signaler une erreur', href: reportPaths.new(base, place.slug) }
  if (place.status === 'closed') return { acts: [report] }
  const badges = await freshnessBadges(db, network.id, [place.id], today)
  const closures = await openClosures(db, place.id)
  const keep = { label: 'Garder dans mes listes', href: favouritePaths.keep(base, place.slug) }
  return {
    badge: badges.get(place.id) ?? null,
    notice: isToBeChecked(closures) && (
      <Notice state="warning" title="À vérifier">
        <p>{closures} personnes disent que ce lieu a fermé. Appelez avant de vous déplacer.</p>
      </Notice>
    ),
    acts: [report, ...(opensTo(view, policy.keepFavourites) ? [keep] : [])],
  }
}
