import type { Asked } from '../data/places.results.ts'
import { folded } from '../domain/fold.ts'
import { formatBox, parseBox } from '../domain/map-box.ts'
import { services as allServices, type Service } from '../domain/vocabulary.ts'

/** What the address of a list or of a map asks: the same parameters for both (DIR-65). */
export interface Listing extends Asked {
  /** What could not be understood: said on the page, never silently dropped (DIR-64). */
  unknown: readonly { parameter: string; value: string }[]
}

export const nothingAsked: Listing = {
  text: '',
  literally: false,
  services: [],
  labels: [],
  box: null,
  page: 1,
  unknown: [],
}

export const PAGE_SIZE = 25
/** Beyond, one refines the search: the last pages of a long list serve nobody and cost the most. */
export const LAST_PAGE = 400
const LONGEST_TEXT = 200

export function readListing(query: URLSearchParams): Listing {
  const unknown: { parameter: string; value: string }[] = []
  const dropped = (parameter: string, value: string) => {
    unknown.push({ parameter, value })
    return null
  }
  const services = all(query, 'service').map((slug) => serviceOf(slug) ?? dropped('service', slug))
  const zone = query.get('bbox') ?? ''
  const page = query.get('page') ?? '1'
  return {
    text: (query.get('q') ?? '').slice(0, LONGEST_TEXT).trim(),
    literally: query.get('lecture') === 'mots',
    services: [...new Set(services.filter((service) => service !== null))],
    labels: [...new Set(all(query, 'label'))],
    box: zone === '' ? null : (parseBox(zone) ?? dropped('bbox', zone)),
    page: /^[1-9]\d{0,5}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : (dropped('page', page) ?? 1),
    unknown,
  }
}

/** The same parameters as an address, always in the same order; without any, an empty text. */
export function listingQuery({ text, literally, services, labels, box, page }: Listing): string {
  const query = new URLSearchParams()
  if (text) query.append('q', text)
  if (literally) query.append('lecture', 'mots')
  for (const service of services) query.append('service', serviceSlug(service))
  for (const label of labels) query.append('label', label)
  if (box) query.append('bbox', formatBox(box))
  if (page > 1) query.append('page', String(page))
  const written = query.toString().replaceAll('%2C', ',')
  return written ? `?${written}` : ''
}

/** How a service is named in addresses: its official words. */
export function serviceSlug(service: Service): string {
  return SLUGS.get(service) ?? service
}

const SLUGS: ReadonlyMap<Service, string> = new Map(
  allServices.map(({ code, standard }) => [code, folded(standard, '-')]),
)

function serviceOf(slug: string): Service | null {
  return allServices.find(({ code }) => serviceSlug(code) === slug)?.code ?? null
}

function all(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).filter((value) => value !== '')
}
