import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { QrCode } from '../../../../../ui/qr-code.tsx'
import type { ShownLabel } from '../../../data/places.queries.ts'
import type { Results } from '../../../data/search/places.results.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursOfPlace } from '../../../domain/hours/place-hours.ts'
import { type Box, widened } from '../../../domain/map/map-box.ts'
import { place as at, frameOf } from '../../../domain/map/map-frame.ts'
import type { Place, PlaceId } from '../../../domain/place.ts'
import type { Listing } from '../../directory/listing.ts'
import { weekLines } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { addressText, phoneText, resultsTitle } from '../../wording.ts'
import { Ground, MAP_HEIGHT, MAP_WIDTH } from './drawn-map.tsx'

interface PrintedProps {
  view: View
  listing: Listing
  results: Results
  places: readonly Place[]
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  /** The list on the web, to scan. */
  address: string
}

/** One page of the list on A4: its map with numbers, then each place with its address, its hours and its phone. DIR-71. */
export function PrintedPage({ view, listing, results, places, labels, address }: PrintedProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Liste à imprimer"
      heading={resultsTitle(results.total, listing, results.reading, results.byTerritory)}
      intro="Imprimez cette page avec votre navigateur. Les numéros de la carte sont ceux de la liste."
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        { label: 'Trouver un lieu', href: paths.places(base, listing) },
      ]}
      map
    >
      <NumberedMap places={places} />
      <ol class="printed-places">
        {places.map((place) => (
          <li>
            <PrintedPlace view={view} place={place} book={results.book} labels={labels.get(place.id) ?? []} />
          </li>
        ))}
      </ol>
      {results.total > places.length && (
        <p>
          {formatNumber(places.length)} lieux sur {formatNumber(results.total)} : choisissez une commune ou un
          besoin pour les avoir tous sur une feuille.
        </p>
      )}
      <p class="printed-code">
        <QrCode text={address} label={'Code à scanner : cette liste sur le site'} />
        Cette liste à jour : {address}
      </p>
    </Frame>
  )
}

/** Black on white, numbers rather than colours. */
function NumberedMap({ places }: { places: readonly Place[] }) {
  const points = places.flatMap(({ latitude, longitude, name }, index) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, name, number: index + 1 }],
  )
  if (points.length === 0) return null
  const frame = frameOf(widened(around(points), 0.08), MAP_WIDTH, MAP_HEIGHT)
  return (
    <svg
      class="map-drawn map-printed"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label="Carte des lieux de la liste, numérotés dans son ordre"
    >
      <Ground frame={frame} />
      {points.map(({ latitude, longitude, number }) => {
        const [x, y] = at(frame, longitude, latitude).map(Math.round) as [number, number]
        return (
          <>
            <circle cx={x} cy={y} r={11} />
            <text x={x} y={y + 4}>
              {number}
            </text>
          </>
        )
      })}
    </svg>
  )
}

function around(points: readonly { latitude: number; longitude: number }[]): Box {
  const [latitudes, longitudes] = [points.map((one) => one.latitude), points.map((one) => one.longitude)]
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  }
}

interface PrintedPlaceProps {
  view: View
  place: Place
  book: HolidayBook
  labels: readonly ShownLabel[]
}

function PrintedPlace({ view, place, book, labels }: PrintedPlaceProps) {
  const hours = hoursOfPlace(place, view.now, book)
  return (
    <>
      <strong>{place.name}</strong>
      {labels.map(({ name }) => ` · ${name}`)}
      <br />
      {addressText(place) || 'Adresse non communiquée'}
      {place.phone && (
        <>
          <br />
          Téléphone : {phoneText(place.phone)}
        </>
      )}
      <br />
      {hours
        ? weekLines(hours.week)
            .map(({ days, hours: said }) => `${days} : ${said}`)
            .join(' ; ')
        : (place.openingHours ?? 'Horaires non communiqués')}
    </>
  )
}
