import { type Box, holds, territories, widened } from '../../../domain/map/map-box.ts'
import type { Place } from '../../../domain/place.ts'
import { accessModes, itinerance } from '../../../domain/vocabulary.ts'
import { SituationMap } from '../../map/pages/drawn-map.tsx'
import { paths } from '../../paths.ts'
import { addressText, termText } from '../../wording.ts'

/** How to come: the address in full, how one is received, where it is. */
export function PlaceWay({ base, place }: { base: string; place: Place }) {
  return (
    <>
      <h2>Comment venir</h2>
      <p>
        {addressText(place) || 'Adresse non communiquée.'}
        {place.addressExtra && (
          <>
            <br />
            {place.addressExtra}
          </>
        )}
      </p>
      {place.itinerance.includes('itinerant') && (
        <p>
          {termText(itinerance, 'itinerant')}
          {'\u00a0'}: appelez pour savoir où le trouver.
        </p>
      )}
      {place.accessModes.length > 0 && (
        <ul>
          {place.accessModes.map((mode) => (
            <li>{termText(accessModes, mode)}</li>
          ))}
        </ul>
      )}
      <OnTheMap base={base} place={place} />
    </>
  )
}

function OnTheMap({ base, place }: { base: string; place: Place }) {
  const { latitude, longitude } = place
  if (latitude === null || longitude === null) return null
  const territory = territories.find(({ box }) => holds(box, longitude, latitude))
  const point: Box = { west: longitude, south: latitude, east: longitude, north: latitude }
  const label = `Situation de ${place.commune || place.name} en ${territory?.name ?? 'France'}`
  return (
    <>
      {place.pointPrecision === 'commune' && (
        <p>Position approximative{'\u00a0'}: celle de la commune, pas celle du lieu.</p>
      )}
      {territory && (
        <SituationMap territory={territory} longitude={longitude} latitude={latitude} label={label} />
      )}
      <ul>
        <li>
          <a href={paths.map(base, { box: widened(point, 0) })}>
            Voir ce qu’il y a autour, sur la carte du réseau
          </a>
        </li>
        <li>
          <a
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
            rel="nofollow noopener"
          >
            Voir les rues sur OpenStreetMap (autre site)
          </a>
        </li>
      </ul>
    </>
  )
}
