import { Folded } from '../../../../../ui/folded.tsx'
import { groundName } from '../../../data/search/places.gazetteer.ts'
import { type Box, holds, territories, widened } from '../../../domain/map/map-box.ts'
import { kindOf, type Place } from '../../../domain/place.ts'
import { accessModes } from '../../../domain/vocabulary.ts'
import { SituationMap } from '../../map/pages/drawn-map.tsx'
import { paths } from '../../paths.ts'
import { addressText, termText } from '../../wording.ts'
import { KIND_SENTENCES, wayTitle } from '../place-wording.ts'

/** How to come, or where it comes: its kind said plainly, the address in full, how one is received, where it is. */
export function PlaceWay({ base, place }: { base: string; place: Place }) {
  const kind = kindOf(place)
  const sentence = KIND_SENTENCES[kind]
  const modes = place.accessModes.filter((mode) => mode !== 'no-public')
  return (
    <>
      <h2>{wayTitle(kind)}</h2>
      {sentence && <p>{sentence}</p>}
      <Served base={base} place={place} />
      <p>
        {kind === 'itinerant' && addressText(place) && `Son adresse de rattachement : `}
        {addressText(place) || 'Adresse non communiquée.'}
        {place.addressExtra && (
          <>
            <br />
            {place.addressExtra}
          </>
        )}
      </p>
      {modes.length > 0 && (
        <ul>
          {modes.map((mode) => (
            <li>{termText(accessModes, mode)}</li>
          ))}
        </ul>
      )}
      <OnTheMap base={base} place={place} />
    </>
  )
}

const MOST_NAMED = 12

/** The communes that a moving service goes to, each with its own places. DIR-7. */
function Served({ base, place: { serves = [] } }: { base: string; place: Place }) {
  const towns = serves
    .map((code) => ({ code, name: groundName({ kind: 'commune', code }) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'))
  if (towns.length === 0) return null
  const links = (some: typeof towns) =>
    some.map(({ code, name }, at) => (
      <>
        {at > 0 && ', '}
        <a href={paths.places(base, { grounds: [{ kind: 'commune', code }] })}>{name}</a>
      </>
    ))
  return (
    <>
      <p>
        {towns.length === 1 ? 'Il passe dans cette commune' : `Il passe dans ces ${towns.length} communes`} :{' '}
        {links(towns.slice(0, MOST_NAMED))}
        {towns.length > MOST_NAMED ? '…' : '.'}
      </p>
      {towns.length > MOST_NAMED && (
        <Folded title={`Les ${towns.length - MOST_NAMED} autres communes`}>
          <p>{links(towns.slice(MOST_NAMED))}.</p>
        </Folded>
      )}
    </>
  )
}

function OnTheMap({ base, place }: { base: string; place: Place }) {
  const { drawnLatitude: latitude = null, drawnLongitude: longitude = null } = place
  if (latitude === null || longitude === null) return null
  const isApproximate = place.pointPrecision === 'commune'
  const territory = territories.find(({ box }) => holds(box, longitude, latitude))
  const point: Box = { west: longitude, south: latitude, east: longitude, north: latitude }
  const label = `Situation de ${place.commune || place.name} en ${territory?.name ?? 'France'}`
  return (
    <>
      {isApproximate && <p>Position approximative : celle de la commune, pas celle du lieu.</p>}
      {territory && (
        <SituationMap territory={territory} longitude={longitude} latitude={latitude} label={label} />
      )}
      <ul data-on-screen>
        <li>
          <a href={paths.map(base, { box: widened(point, 0) })}>
            Voir ce qu’il y a autour, sur la carte du réseau
          </a>
        </li>
        {!isApproximate && (
          <li>
            <a
              href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
              rel="nofollow noopener"
            >
              Voir les rues sur OpenStreetMap (autre site)
            </a>
          </li>
        )}
      </ul>
    </>
  )
}
