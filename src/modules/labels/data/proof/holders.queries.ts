import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findPlaces, publicPlaces } from '../../../places/index.ts'

/** Who holds a label, as the public may know them. */
export interface PublicHolder {
  kind: 'place' | 'organisation'
  name: string
  /** Empty for a local authority. */
  commune: string
  /** Of the place's page; null when it has none. */
  slug: string | null
}

interface Held {
  placeId: Id<'place'> | null
  organisationId: OrganisationId | null
}

const GONE: PublicHolder = { kind: 'place', name: 'Lieu retiré de l’annuaire', commune: '', slug: null }

/** The holders in the order of the awards: three statements whatever their number. */
export async function holdersOf(
  db: Database,
  network: NetworkId,
  awards: readonly Held[],
): Promise<PublicHolder[]> {
  const asked = [...new Set(awards.flatMap(({ placeId }) => placeId ?? []))]
  const places = await findPlaces(db, network, asked)
  const shown = new Set((await publicPlaces(db, network, asked)).map(({ id }) => id))
  const names = await organisationNames(db, [
    ...new Set(awards.flatMap(({ organisationId }) => organisationId ?? [])),
  ])
  const placeOf = new Map(places.map((place) => [place.id, place]))
  return awards.map(({ placeId, organisationId }) => {
    if (organisationId)
      return {
        kind: 'organisation',
        name: names.get(organisationId) ?? 'Structure',
        commune: '',
        slug: null,
      }
    const place = placeId ? placeOf.get(placeId) : undefined
    if (!place) return GONE
    const { id, name, commune, slug } = place
    return { kind: 'place', name, commune, slug: shown.has(id) ? slug : null }
  })
}
