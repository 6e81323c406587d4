import { addMonths, type Day } from '../../../../../kernel/day.ts'
import { ActiveFilters, type FilterGroup, Filters } from '../../../../../ui/filters.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { groundName } from '../../../data/search/places.gazetteer.ts'
import type { Results } from '../../../data/search/places.results.ts'
import { type Ground, RADII, SORTS, WEEK_MOMENTS } from '../../../domain/search/asked.ts'
import { FACET_NAMES, FACETS, type Facet } from '../../../domain/search/facets.ts'
import { paths } from '../../paths.ts'
import { FACET_TITLES, MOMENT_TEXTS, openText, SORT_TEXTS } from '../../search/search-wording.ts'
import { termText } from '../../wording.ts'
import type { ListView } from '../list-view.ts'
import { isFiltered, type Listing, nothingAsked } from '../listing.ts'
import { OpenAtForm } from './open-at-form.tsx'

interface FiltersProps {
  listing: Listing
  results: Results
  /** The same page asking something else, from its first page. */
  href: (asked: Partial<Listing>) => string
}

/** Filters as links, each with what it would find; the ones that matter to most residents first. DIR-63. */
export function PlaceFilters({
  base,
  shown,
  listing,
  results,
  href,
}: FiltersProps & { base: string; shown: ListView }) {
  const props = { listing, results, href }
  const [needs, ...others] = FACET_NAMES.map((facet) => facetGroup(facet, props))
  const groups = [
    needs,
    distanceGroup(props),
    hoursGroup(props),
    labelGroup(props),
    territoryGroup(props),
    equipmentGroup(props),
    conveniences(props),
  ]
  const more = [...others, sourceGroup(props), updatedGroup(props), sortGroup(props)]
  return (
    <Filters
      groups={groups.filter((group) => group !== undefined).filter(isUseful)}
      more={more.filter(isUseful)}
      clearHref={isFiltered(listing) ? href({ ...nothingAsked, text: listing.text }) : undefined}
    >
      <OpenAtForm listing={listing} action={paths.places(base)} shown={shown} />
    </Filters>
  )
}

/** A choice of one thing is none, unless it is the one in use. */
function isUseful({ options }: FilterGroup): boolean {
  return options.length > 0
}

function facetGroup(facet: Facet, { listing, results, href }: FiltersProps): FilterGroup {
  const counts =
    facet === 'services'
      ? new Map<string, number>(results.byService.map(({ service, count }) => [service, count]))
      : results.byValue[facet]
  const chosen: readonly string[] = listing[facet]
  const options = FACETS[facet].terms
    .filter(({ code }) => counts.has(code) || chosen.includes(code))
    .map(({ code, plain }) => ({
      label: plain,
      count: counts.get(code) ?? 0,
      selected: chosen.includes(code),
      href: href({ [facet]: toggled(chosen, code) }),
    }))
  return { label: FACET_TITLES[facet], options }
}

function toggled<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
}

/** Once something has a point: the town that was typed, a commune of the address, where somebody stands. */
function distanceGroup({ listing, results, href }: FiltersProps): FilterGroup {
  const { reading } = results
  const hasCentre =
    listing.position !== null ||
    listing.radius !== null ||
    listing.grounds.some(({ kind }) => kind === 'commune' || kind === 'code-postal') ||
    reading?.postalCode != null ||
    reading?.towns.length === 1
  const options = RADII.map((km) => ({
    label: `À moins de ${km} km`,
    selected: listing.radius === km,
    href: href({ radius: listing.radius === km ? null : km }),
  }))
  return { label: 'Distance', options: hasCentre ? options : [] }
}

function hoursGroup({ listing, results, href }: FiltersProps): FilterGroup {
  const moments = ['now', ...WEEK_MOMENTS] as const
  const options = moments.map((moment) => ({
    label: MOMENT_TEXTS[moment],
    // « now » would be another number a minute later: the list itself tells it.
    count: moment === 'now' ? undefined : (results.byValue.moments.get(moment) ?? 0),
    selected: listing.open.includes(moment),
    href: href({ open: toggled(listing.open, moment) }),
  }))
  return { label: 'Horaires', options }
}

function labelGroup({ listing: { labels: chosen }, results: { byLabel }, href }: FiltersProps): FilterGroup {
  const options = byLabel.map(({ code, name, count }) => ({
    label: name,
    count,
    selected: chosen.includes(code),
    href: href({ labels: toggled(chosen, code) }),
  }))
  return { label: 'Label', options }
}

function territoryGroup({ listing: { grounds }, results, href }: FiltersProps): FilterGroup {
  const options = results.byTerritory.map(({ slug, name, count }) => {
    const isChosen = ({ kind, code }: Ground) => kind === 'territoire' && code === slug
    const selected = grounds.some(isChosen)
    const others = grounds.filter((ground) => !isChosen(ground))
    return {
      ...{ label: name, count, selected },
      href: href({ grounds: selected ? others : [...grounds, { kind: 'territoire', code: slug }] }),
    }
  })
  return { label: 'Territoire', options: options.filter(({ count, selected }) => count > 0 || selected) }
}

function equipmentGroup({
  listing: { equipment: chosen },
  results: { byEquipment },
  href,
}: FiltersProps): FilterGroup {
  const options = byEquipment.map(({ kind, count }) => ({
    label: kind,
    count,
    selected: chosen.includes(kind),
    href: href({ equipment: toggled(chosen, kind) }),
  }))
  return { label: 'Matériel prêté', options: options.filter(({ count, selected }) => count > 0 || selected) }
}

function conveniences({ listing, results, href }: FiltersProps): FilterGroup {
  const flags = [
    { flag: 'booking', label: 'Rendez-vous en ligne' },
    { flag: 'accessibility', label: 'Fiche d’accessibilité' },
  ] as const
  const options = flags.flatMap(({ flag, label }) => {
    const count = results.byValue[flag].get('oui') ?? 0
    const option = { label, count, selected: listing[flag], href: href({ [flag]: !listing[flag] }) }
    return count > 0 || listing[flag] ? [option] : []
  })
  return { label: 'Avant de venir', options }
}

const MOST_SOURCES = 12

function sourceGroup({ listing: { sources: chosen }, results, href }: FiltersProps): FilterGroup {
  const counts = [...results.byValue.sources].sort(([, one], [, other]) => other - one)
  const shown = counts.slice(0, MOST_SOURCES)
  const options = shown.map(([source, count]) => ({
    label: source,
    count,
    selected: chosen.includes(source),
    href: href({ sources: toggled(chosen, source) }),
  }))
  return { label: 'Source des informations', options: shown.length > 1 || chosen.length > 0 ? options : [] }
}

const MONTHS_AGO = [3, 6, 12] as const

function updatedGroup({ listing: { updatedSince }, results, href }: FiltersProps): FilterGroup {
  const options = MONTHS_AGO.map((months) => {
    const since: Day = addMonths(results.filter.today, -months)
    const selected = updatedSince === since
    return {
      label: `Depuis ${months} mois`,
      selected,
      href: href({ updatedSince: selected ? null : since }),
    }
  })
  return { label: 'Informations mises à jour', options }
}

function sortGroup({ listing, results, href }: FiltersProps): FilterGroup {
  const sorts = SORTS.filter(
    (sort) => sort !== 'distance' || results.filter.centre || listing.sort === 'distance',
  )
  const options = sorts.map((sort) => ({
    label: SORT_TEXTS[sort],
    selected: listing.sort === sort,
    href: href({ sort }),
  }))
  return { label: 'Dans quel ordre', options }
}

/** What is asked beside the words, each part with its way out. */
export function AskedFilters({ listing, results, href }: FiltersProps) {
  const named = new Map(results.byLabel.map(({ code, name }) => [code, name]))
  const territories = new Map(results.byTerritory.map(({ slug, name }) => [slug, name]))
  const without = <T,>(list: readonly T[], one: T) => list.filter((other) => other !== one)
  const filters = [
    ...FACET_NAMES.flatMap((facet) =>
      listing[facet].map((code: string) => ({
        label: termText(FACETS[facet].terms, code),
        removeHref: href({ [facet]: without<string>(listing[facet], code) }),
      })),
    ),
    ...listing.labels.map((code) => ({
      label: labelText(code, named),
      removeHref: href({ labels: without(listing.labels, code) }),
    })),
    ...listing.typologies.map((code) => ({
      label: `Type de lieu : ${code}`,
      removeHref: href({ typologies: without(listing.typologies, code) }),
    })),
    ...listing.grounds.map((ground) => ({
      label: groundName(ground) ?? territories.get(ground.code) ?? ground.code,
      removeHref: href({ grounds: without(listing.grounds, ground) }),
    })),
    ...only(listing.position !== null, 'Autour de vous', href({ position: null, radius: null })),
    ...only(listing.radius !== null, `À moins de ${listing.radius} km`, href({ radius: null })),
    ...listing.open.map((open) => ({
      label: openText(open),
      removeHref: href({ open: without(listing.open, open) }),
    })),
    ...only(listing.booking, 'Rendez-vous en ligne', href({ booking: false })),
    ...only(listing.accessibility, 'Fiche d’accessibilité', href({ accessibility: false })),
    ...(listing.updatedSince
      ? [
          {
            label: `Mis à jour depuis le ${formatDay(listing.updatedSince)}`,
            removeHref: href({ updatedSince: null }),
          },
        ]
      : []),
    ...listing.sources.map((source) => ({
      label: `Source : ${source}`,
      removeHref: href({ sources: without(listing.sources, source) }),
    })),
    ...listing.equipment.map((kind) => ({
      label: `Matériel prêté : ${kind}`,
      removeHref: href({ equipment: without(listing.equipment, kind) }),
    })),
    ...only(listing.box !== null, 'Partie de la carte', href({ box: null })),
  ]
  return <ActiveFilters filters={filters} />
}

function only(isAsked: boolean, label: string, removeHref: string) {
  return isAsked ? [{ label, removeHref }] : []
}

/** « Label Villes Internet, niveau 4 ». */
function labelText(label: string, named: ReadonlyMap<string, string>): string {
  const [code = '', level] = label.split(':')
  const name = `Label ${named.get(code) ?? code}`
  return level === undefined ? name : `${name}, niveau ${level}`
}
