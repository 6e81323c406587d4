import { Folded } from '../../../../../ui/folded.tsx'
import { formatNumber, plural } from '../../../../../ui/french.ts'
import type { KeptBaseMap } from '../../../data/map/base-map.store.ts'
import { outline } from '../../../data/map/places.outline.ts'
import type { Results } from '../../../data/search/places.results.ts'
import { formatBox } from '../../../domain/map/map-box.ts'
import type { MapFrame } from '../../../domain/map/map-frame.ts'
import type { ListView } from '../../directory/list-view.ts'
import type { Listing } from '../../directory/listing.ts'
import { paths } from '../../paths.ts'
import type { DrawnMark, MapView } from '../map-view.ts'
import { DrawnMap, InsetMap } from './drawn-map.tsx'

export interface MapOfListProps {
  base: string
  listing: Listing
  results: Results
  shown: ListView
  href: (asked: Partial<Listing>) => string
  map: MapView
  frame: MapFrame
  marks: readonly DrawnMark[]
  /** Tiles that the network chose; null: our own outlines. */
  baseMap: KeptBaseMap | null
}

/** The map that repeats the list: drawn by the server, and moving where a script runs. */
export function MapOfList(props: MapOfListProps) {
  const { base, listing, map, frame, marks, baseMap, href } = props
  const everywhere = { ...listing, box: null, page: 1 }
  return (
    <>
      <a class="skip-link" href="#filtres">
        Passer la carte
      </a>
      <div
        class="map-frame map"
        data-island="places/map"
        data-points={paths.mapPoints(base, everywhere)}
        data-panel={paths.mapPanel(base, everywhere)}
        data-place={paths.place(base, '')}
        data-zone={href({ box: null })}
        data-outline={paths.outline(base, outline().version)}
        data-box={formatBox(map.box)}
        data-tiles={baseMap?.tilesUrl}
        data-attribution={baseMap?.attribution}
        data-max-zoom={baseMap ? String(baseMap.maxZoom) : undefined}
      >
        <DrawnMap frame={frame} marks={marks} />
      </div>
      <MapStatus {...props} />
      <Insets {...props} />
      <MarksAsList marks={marks} />
    </>
  )
}

/** What is on the map and what is not; the script tells there what each move shows. */
function MapStatus({ map, results, listing, href }: MapOfListProps) {
  const lost = listing.box ? 0 : results.total - map.index.located
  return (
    <>
      <p class="map-status muted" role="status" aria-live="polite">
        {plural(results.total, 'lieu', 'lieux')} dans la liste.
      </p>
      <p class="map-zone" hidden>
        <a href={href({ box: null })}>Rechercher dans cette zone</a>
      </p>
      {listing.box && (
        <p>
          <a href={href({ box: null })}>Revoir toute la carte</a>
        </p>
      )}
      {lost > 0 && (
        <p class="muted">
          {plural(lost, 'lieu n’a', 'lieux n’ont')} pas de position connue :{' '}
          {lost > 1 ? 'ils sont' : 'il est'} dans la liste seulement.
        </p>
      )}
      <p class="map-hint muted" hidden>
        Pour se rapprocher : les boutons + et −, la touche Ctrl et la molette, ou deux doigts.
      </p>
      <p class="map-credit muted">
        Contours : Natural Earth, domaine public. Centres des communes : GeoNames, CC BY 4.0.
      </p>
    </>
  )
}

/** Each other territory that has places: overseas, France does not hold on one view. DIR-70. */
function Insets({ map, listing, href }: MapOfListProps) {
  const { territories } = map.index
  if (territories.length < 2 || listing.grounds.length > 0) return null
  return (
    <ul class="map-insets" aria-label="Autres territoires">
      {territories.map((territory) => (
        <li>
          <a href={href({ box: territory.box })}>
            <InsetMap territory={territory} />
            {territory.name} ({formatNumber(territory.count)})
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the drawing shows, in words: its circles are too close to each other for some fingers. */
function MarksAsList({ marks }: { marks: readonly DrawnMark[] }) {
  if (marks.length === 0) return null
  return (
    <div class="map-words">
      <Folded title="Ce que montre la carte, en liste">
        <ul>
          {marks.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  )
}
