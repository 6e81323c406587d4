import { opensTo } from '../../../../platform/http/page.tsx'
import { formatDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { endOf } from '../../data/life/place-end.queries.ts'
import { keptAmong } from '../../data/life/place-links.store.ts'
import { paths as placePaths } from '../paths.ts'
import type { PlacePart } from '../place/place-parts.ts'
import { policy } from '../policy.ts'
import { lifePaths as paths } from './life.paths.ts'

/** « Ce lieu a fermé », since when and where to go now; for those who keep it, the way to its sheet. DIR-7. */
export const placeLife: PlacePart = async ({ view, context, place }) => {
  const { base } = view.network
  const acts = (await isMine())
    ? [{ label: 'Tenir cette fiche à jour', href: paths.sheet(base, place.id) }]
    : []
  if (place.status !== 'closed') return { acts }
  const { closedOn, successor } = await endOf(context.db, place.id)
  const notice = (
    <Notice
      state="warning"
      title={closedOn ? `Ce lieu a fermé le ${formatDay(closedOn)}.` : 'Ce lieu a fermé.'}
    >
      {successor ? (
        <p>
          Son public est reçu maintenant à{' '}
          <a href={placePaths.place(base, successor.slug)}>{successor.name}</a>.
        </p>
      ) : (
        <p>
          <a href={placePaths.places(base, { text: place.commune })}>Voir les autres lieux de la commune</a>
        </p>
      )}
    </Notice>
  )
  return { notice, acts }

  async function isMine(): Promise<boolean> {
    if (!opensTo(view, policy.editPlaces)) return false
    const { actor, today, db, network } = context
    const reach = policy.editPlaces.reach(actor, network.id)
    return (await keptAmong(db, { actor, reach, today }, [place.id])).has(place.id)
  }
}
