import { ActiveFilters, type FilterGroup, Filters } from '../../../../ui/filters.tsx'
import type { Results } from '../../data/places.results.ts'
import { services } from '../../domain/vocabulary.ts'
import { type Listing, nothingAsked } from '../listing.ts'
import { plainService } from '../wording.ts'

interface FiltersProps {
  listing: Listing
  results: Results
  /** The same page asking something else, from its first page. */
  href: (asked: Partial<Listing>) => string
}

/** Filters as links, each with what it would find. */
export function PlaceFilters({ listing, results, href }: FiltersProps) {
  const groups = [serviceGroup(listing, results, href), labelGroup(listing, results, href)]
  return (
    <div id="filtres">
      <Filters groups={groups.filter(({ options }) => options.length > 0)} />
    </div>
  )
}

/** What is asked beside the words, each part with its way out. */
export function AskedFilters({ listing, results, href }: FiltersProps) {
  const named = new Map(results.byLabel.map(({ code, name }) => [code, name]))
  const filters = [
    ...listing.services.map((service) => ({
      label: plainService(service),
      removeHref: href({ services: listing.services.filter((other) => other !== service) }),
    })),
    ...listing.labels.map((code) => ({
      label: `Label ${named.get(code) ?? code}`,
      removeHref: href({ labels: listing.labels.filter((other) => other !== code) }),
    })),
    ...(listing.box ? [{ label: 'Partie de la carte', removeHref: href({ box: null }) }] : []),
  ]
  return <ActiveFilters filters={filters} />
}

function serviceGroup(
  { services: chosen }: Listing,
  { byService }: Results,
  href: FiltersProps['href'],
): FilterGroup {
  const counts = new Map(byService.map(({ service, count }) => [service, count]))
  const options = services
    .filter(({ code }) => counts.has(code) || chosen.includes(code))
    .map(({ code, plain }) => {
      const selected = chosen.includes(code)
      return {
        label: plain,
        count: counts.get(code) ?? 0,
        selected,
        href: href({ services: selected ? chosen.filter((other) => other !== code) : [code] }),
      }
    })
  return { label: 'Je voudrais…', options }
}

function labelGroup(
  { labels: chosen }: Listing,
  { byLabel }: Results,
  href: FiltersProps['href'],
): FilterGroup {
  const options = byLabel.map(({ code, name, count }) => {
    const selected = chosen.includes(code)
    return { label: name, count, selected, href: href({ labels: selected ? nothingAsked.labels : [code] }) }
  })
  return { label: 'Label', options }
}
