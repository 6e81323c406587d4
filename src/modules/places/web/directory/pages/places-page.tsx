import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Icon } from '../../../../../ui/icon.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { ListAndMap, WithSide } from '../../../../../ui/split.tsx'
import type { Results } from '../../../data/search/places.results.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { ExportLinks } from '../../exports/pages/export-links.tsx'
import { MapOfList, type MapOfListProps } from '../../map/pages/map-of-list.tsx'
import { paths } from '../../paths.ts'
import { AroundMe } from '../../search/pages/around-me.tsx'
import { statisticsPaths } from '../../statistics/statistics.paths.ts'
import { resultsTitle } from '../../wording.ts'
import { type ListView, viewNames, viewParameter } from '../list-view.ts'
import { type Listing, listingParameters } from '../listing.ts'
import { SEARCH_LABEL } from './home-page.tsx'
import { PlaceFilters } from './place-filters.tsx'
import { PlaceResults } from './place-results.tsx'

interface PlacesProps {
  view: View
  listing: Listing
  results: Results
  /** How fresh each sheet is, where something is to be said of it. DIR-59. */
  badges?: ReadonlyMap<PlaceId, FreshnessBadge>
  shown: ListView
  /** With the views that show a map. */
  map?: Pick<MapOfListProps, 'map' | 'frame' | 'marks' | 'baseMap'>
}

/** The same results, as a list that is complete by itself or with the map that repeats it. DIR-66. */
export function PlacesPage({ view, listing, results, badges, shown, map }: PlacesProps) {
  const { base } = view.network
  const href = (asked: Partial<Listing>) => paths.places(base, { ...listing, page: 1, ...asked }, shown)
  const found = (
    <>
      <PlaceResults view={view} listing={listing} results={results} badges={badges} href={href} />
      {results.total > 0 && (
        <p class="print-way">
          <a href={paths.printed(base, listing)} rel="nofollow">
            Imprimer cette page de la liste, avec sa carte
          </a>
        </p>
      )}
      {results.total > 0 && <ExportLinks base={base} listing={listing} />}
      <Further base={base} />
    </>
  )
  const filters = <PlaceFilters base={base} listing={listing} results={results} shown={shown} href={href} />
  return (
    <Frame
      view={view}
      title={map ? 'Carte des lieux' : 'Trouver un lieu'}
      heading={resultsTitle(results.total, listing, results.reading, results.byTerritory)}
      breadcrumb={[{ label: 'Accueil', href: paths.home(base) }]}
      act={<ViewSwitch base={base} listing={listing} shown={shown} />}
      width="full"
      map={map !== undefined}
    >
      <SearchAgain listing={listing} action={paths.places(base)} shown={shown} />
      {listing.position === null && <AroundMe href={href({ box: null })} />}
      {map ? (
        <>
          <ListAndMap
            list={found}
            map={
              <MapOfList {...map} base={base} listing={listing} results={results} href={href} shown={shown} />
            }
            isMapFirst={shown === 'map'}
          />
          <h2 id="filtres">Affiner</h2>
          {filters}
        </>
      ) : results.total === 0 ? (
        found
      ) : (
        <WithSide side={filters}>{found}</WithSide>
      )}
    </Frame>
  )
}

/** Who helps there, and how many places there are: asked from here as well. */
function Further({ base }: { base: string }) {
  return (
    <ul>
      <li>
        <a href={`${base}/animateurs`}>Les animatrices et animateurs qui vous aident</a>
      </li>
      <li>
        <a href={statisticsPaths.statistics(base)}>Les lieux du réseau en chiffres</a>
      </li>
    </ul>
  )
}

/** Three addresses of the same results. */
function ViewSwitch({ base, listing, shown }: { base: string; listing: Listing; shown: ListView }) {
  return (
    <nav class="view-switch" aria-label="Façon de voir les lieux">
      <ul>
        {(['list', 'map', 'both'] as const).map((one) => (
          <li>
            <a
              href={paths.places(base, { ...listing, page: 1 }, one)}
              aria-current={one === shown ? 'true' : undefined}
            >
              <Icon name={one === 'list' ? 'menu' : 'map'} />
              {viewNames[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The search field with what was asked; the filters chosen stay, a part of the map does not. */
export function SearchAgain({
  listing,
  action,
  shown = 'list',
}: {
  listing: Listing
  action: string
  shown?: ListView
}) {
  const kept = listingParameters({ ...listing, text: '', literally: false, box: null, page: 1 })
  return (
    <SearchForm
      action={action}
      label={SEARCH_LABEL}
      value={listing.text}
      keep={[...kept, ...viewParameter(shown)]}
    />
  )
}
