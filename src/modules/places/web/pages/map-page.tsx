import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { formatNumber, plural } from '../../../../ui/french.ts'
import { ListAndMap } from '../../../../ui/split.tsx'
import { outline } from '../../data/places.outline.ts'
import type { Results } from '../../data/places.results.ts'
import { formatBox } from '../../domain/map-box.ts'
import type { MapFrame } from '../../domain/map-frame.ts'
import type { Listing } from '../listing.ts'
import type { DrawnMark, MapView } from '../map-view.ts'
import { paths } from '../paths.ts'
import { resultsTitle } from '../wording.ts'
import { DrawnMap } from './drawn-map.tsx'
import { PlaceFilters } from './place-filters.tsx'
import { PlaceResults } from './place-results.tsx'
import { SearchAgain } from './places-page.tsx'

interface MapPageProps {
  view: View
  listing: Listing
  results: Results
  map: MapView
  frame: MapFrame
  marks: readonly DrawnMark[]
}

/** The list and its map, in step. The list stays the reference. */
export function MapPage({ view, listing, results, map, frame, marks }: MapPageProps) {
  const { base } = view.network
  const href = (asked: Partial<Listing>) => paths.map(base, { ...listing, page: 1, ...asked })
  return (
    <Frame
      view={view}
      title="Carte des lieux"
      heading={resultsTitle(results.total, listing, results.reading)}
      breadcrumb={[{ label: 'Accueil', href: paths.home(base) }]}
      act={
        <ButtonLink href={paths.places(base, { ...listing, page: 1 })} look="plain">
          Voir la liste seule
        </ButtonLink>
      }
      width="full"
      map
    >
      <SearchAgain listing={listing} action={paths.map(base)} />
      <ListAndMap
        list={<PlaceResults view={view} listing={listing} results={results} href={href} />}
        map={
          <>
            <a class="skip-link" href="#filtres">
              Passer la carte
            </a>
            <Views map={map} href={href} listing={listing} />
            <div
              class="map-frame map"
              data-island="places/map"
              data-marks={paths.mapMarks(base, { ...listing, box: null, page: 1 })}
              data-outline={paths.outline(base, outline().version)}
              data-box={formatBox(map.box)}
            >
              <DrawnMap frame={frame} marks={marks} />
            </div>
            <MapNotes map={map} results={results} listing={listing} />
          </>
        }
      />
      <h2>Affiner</h2>
      <PlaceFilters listing={listing} results={results} href={href} />
    </Frame>
  )
}

type Href = (asked: Partial<Listing>) => string

/** The way back to the whole, and to each territory that has places: overseas, France does not hold on one view. */
function Views({ map, listing, href }: { map: MapView; listing: Listing; href: Href }) {
  const several = map.index.territories.length > 1
  if (!listing.box && !several) return null
  return (
    <ul class="map-views">
      {listing.box && (
        <li>
          <a href={href({ box: null })}>Revoir toute la carte</a>
        </li>
      )}
      {several &&
        map.index.territories.map(({ name, box, count }) => (
          <li>
            <a href={href({ box })}>
              {name} ({formatNumber(count)})
            </a>
          </li>
        ))}
    </ul>
  )
}

function MapNotes({ map, results, listing }: { map: MapView; results: Results; listing: Listing }) {
  const lost = listing.box ? 0 : results.total - map.index.located
  return (
    <>
      <p class="map-status muted" role="status">
        {plural(results.total, 'lieu', 'lieux')} dans la liste.
      </p>
      {lost > 0 && (
        <p class="muted">
          {plural(lost, 'lieu n’a', 'lieux n’ont')} pas de position connue{'\u00a0'}:{' '}
          {lost > 1 ? 'ils sont' : 'il est'} dans la liste seulement.
        </p>
      )}
      <p class="map-hint muted" hidden>
        Pour se rapprocher{'\u00a0'}: les boutons + et −, la touche Ctrl et la molette, ou deux doigts.
      </p>
      <p class="map-credit muted">Contours{'\u00a0'}: Natural Earth, domaine public.</p>
    </>
  )
}
