import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import { WithSide } from '../../../../ui/split.tsx'
import type { Results } from '../../data/places.results.ts'
import { type Listing, serviceSlug } from '../listing.ts'
import { paths } from '../paths.ts'
import { resultsTitle } from '../wording.ts'
import { SEARCH_LABEL } from './home-page.tsx'
import { PlaceFilters } from './place-filters.tsx'
import { PlaceResults } from './place-results.tsx'

interface PlacesProps {
  view: View
  listing: Listing
  results: Results
}

/** The list: complete by itself, without the map. */
export function PlacesPage({ view, listing, results }: PlacesProps) {
  const { base } = view.network
  const href = (asked: Partial<Listing>) => paths.places(base, { ...listing, page: 1, ...asked })
  const found = <PlaceResults view={view} listing={listing} results={results} href={href} />
  return (
    <Frame
      view={view}
      title="Trouver un lieu"
      heading={resultsTitle(results.total, listing, results.reading)}
      breadcrumb={[{ label: 'Accueil', href: paths.home(base) }]}
      act={
        <ButtonLink href={paths.map(base, { ...listing, page: 1 })} look="plain" icon="map">
          Voir sur la carte
        </ButtonLink>
      }
      width="full"
    >
      <SearchAgain listing={listing} action={paths.places(base)} />
      {results.total === 0 ? (
        found
      ) : (
        <WithSide side={<PlaceFilters listing={listing} results={results} href={href} />}>{found}</WithSide>
      )}
    </Frame>
  )
}

/** The search field with what was asked; services chosen stay, a part of the map does not. */
export function SearchAgain({ listing, action }: { listing: Listing; action: string }) {
  const [service] = listing.services
  const [label] = listing.labels
  return (
    <SearchForm
      action={action}
      label={SEARCH_LABEL}
      value={listing.text}
      keep={{ ...(service && { service: serviceSlug(service) }), ...(label && { label }) }}
    />
  )
}
