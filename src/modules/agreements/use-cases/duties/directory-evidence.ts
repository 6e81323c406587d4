import { type Day, latest } from '../../../../kernel/day.ts'
import { facilitatorsOf } from '../../../identity/index.ts'
import { type PublicPlace, placePath, publicPlaces } from '../../../places/index.ts'
import { annexOf } from '../../data/annex.store.ts'
import type { EvidenceFact } from '../../domain/duties.ts'
import type { EvidenceProvider } from './evidence.ts'

/** A place where one finds a screen and a connection, in the national standard's words. */
const COMPUTERS = 'internet-and-equipment-access'

/** Who welcomes people, as the members of the partner say. 002 art. 3. */
export const facilitatorEvidence: EvidenceProvider = async (db, agreement, from, until) => {
  const found = await facilitatorsOf(db, agreement.networkId, agreement.partner.id, until)
  if (!found) return []
  const says = found.count > 1 ? `${found.count} médiateurs ou médiatrices` : '1 médiateur ou médiatrice'
  const on = latest(found.since, from) ?? from
  return [
    {
      duty: 'one_facilitator',
      on,
      says,
      kind: 'places',
      by: 'les membres du réseau',
      link: null,
      isStanding: true,
    },
  ]
}

/** What the public directory and its map show of the places listed: AGR-75, between brackets. */
export const directoryEvidence: EvidenceProvider = async (db, agreement, from, until) => {
  const listed = await annexOf(db, agreement.id)
  const places = await publicPlaces(
    db,
    agreement.networkId,
    listed.map(({ placeId }) => placeId),
  )
  return places
    .flatMap((place) => factsOf(place, latest(place.since, from) ?? from))
    .filter(({ on }) => on <= until)
}

function factsOf({ slug, name, services, isOnMap }: PublicPlace, on: Day): EvidenceFact[] {
  const page = { on, link: placePath('', slug), by: 'l’annuaire public', isStanding: true } as const
  const place = (duty: string, says: string) => ({ ...page, duty, kind: 'places' as const, says })
  return [
    place('charter_and_directory', `${name} : fiche publiée`),
    ...(services.includes(COMPUTERS) ? [place('computers', `${name} : accès à un poste et à internet`)] : []),
    ...(isOnMap
      ? ['map', 'common_promotion'].map((duty) => ({
          ...page,
          duty,
          kind: 'map' as const,
          says: `${name} : lieu montré sur la carte`,
        }))
      : []),
  ]
}
