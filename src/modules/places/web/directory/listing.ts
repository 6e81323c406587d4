import { isDay } from '../../../../kernel/day.ts'
import { groundName } from '../../data/search/places.gazetteer.ts'
import { formatBox, parseBox } from '../../domain/map/map-box.ts'
import {
  type Asked,
  type AskedPage,
  askingNothing,
  GROUND_KINDS,
  type Ground,
  type OpenAsked,
  type Position,
  RADII,
  type Sort,
  type WeekMoment,
} from '../../domain/search/asked.ts'
import {
  allowedValues,
  codesOfValue,
  FACET_NAMES,
  FACETS,
  type Facet,
  type FacetChoices,
  valueSlug,
} from '../../domain/search/facets.ts'
import { readCursor, writeCursor } from '../../domain/search/list-cursor.ts'

/** A value that no filter has: told on the page, refused by the API (DIR-64). `allowed` null: too many to tell. */
export interface UnknownValue {
  readonly parameter: string
  readonly value: string
  readonly allowed: readonly string[] | null
}

/** What the address of a list asks: the same parameters for list, map, exports, API, feeds and embed (DIR-65). */
export interface Listing extends Asked {
  /** What could not be understood: said on the page, never silently dropped (DIR-64). */
  readonly unknown: readonly UnknownValue[]
}

export const nothingAsked: Listing = { ...askingNothing, unknown: [] }

export const PAGE_SIZE = 25
/** Of pages that older links number: further ones are reached one after the other. */
const LAST_PAGE = 400
const LONGEST_TEXT = 200

const MOMENTS: Readonly<Record<string, 'now' | WeekMoment>> = {
  maintenant: 'now',
  soir: 'evening',
  samedi: 'saturday',
  dimanche: 'sunday',
}
const SORT_WORDS: Readonly<Record<string, Sort>> = {
  pertinence: 'relevance',
  distance: 'distance',
  nom: 'name',
  'mise-a-jour': 'updated',
}
/** Former names of parameters: links that were kept go on. */
const FORMER: Readonly<Record<string, string>> = {
  service: 'services',
  label: 'labels',
  typologie: 'typologies',
}

/** Reads an address. What belongs to the network itself (labels, its own territories) is checked by `settleListing`. */
export function readListing(query: URLSearchParams): Listing {
  const asked = new Asking(query)
  const listing = {
    ...choicesOf(asked),
    text: asked.one('q').slice(0, LONGEST_TEXT).trim(),
    literally: asked.one('lecture') === 'mots',
    labels: asked.all('labels'),
    typologies: asked.read('typologies', (value) => (/^[A-Z_]{2,30}$/.test(value) ? [value] : null)),
    sources: asked.all('sources'),
    equipment: asked.all('equipement'),
    grounds: GROUND_KINDS.flatMap((kind) => asked.read(kind, (code) => groundOf({ kind, code }))),
    position: asked.oneOf('position', readPosition),
    radius: asked.oneOf(
      'rayon',
      (text) => RADII.find((km) => String(km) === text) ?? null,
      RADII.map(String),
    ),
    open: openOf(asked),
    booking: asked.flag('rdv'),
    accessibility: asked.flag('accessibilite'),
    updatedSince: asked.oneOf('maj', (text) => (isDay(text) ? text : null)),
    sort: asked.oneOf('tri', (word) => SORT_WORDS[word] ?? null, Object.keys(SORT_WORDS)) ?? 'relevance',
    box: asked.oneOf('bbox', parseBox),
    page: pageOf(asked),
  }
  return { ...listing, unknown: asked.unknown }
}

/** The same parameters as an address, always in the same order; without any, an empty text. */
export function listingQuery(listing: Listing): string {
  const query = new URLSearchParams()
  for (const [name, value] of listingParameters(listing)) query.append(name, value)
  const written = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return written ? `?${written}` : ''
}

/** The parameters one by one, in their order: what a form carries along hidden. */
export function listingParameters(listing: Asked): [string, string][] {
  const { position, updatedSince, box } = listing
  return [
    ...several('q', listing.text ? [listing.text] : []),
    ...several('lecture', listing.literally ? ['mots'] : []),
    ...FACET_NAMES.flatMap((facet) =>
      several(
        FACETS[facet].parameter,
        listing[facet].map((code) => valueSlug(facet, code)),
      ),
    ),
    ...several('labels', listing.labels),
    ...several('typologies', listing.typologies),
    ...listing.grounds.map(({ kind, code }): [string, string] => [kind, code]),
    ...several('position', position ? [formatPosition(position)] : []),
    ...several('rayon', listing.radius ? [String(listing.radius)] : []),
    ...several('ouvert', listing.open.map(openWord)),
    ...several('rdv', listing.booking ? ['oui'] : []),
    ...several('accessibilite', listing.accessibility ? ['oui'] : []),
    ...several('maj', updatedSince ? [updatedSince] : []),
    ...several('sources', listing.sources),
    ...several('equipement', listing.equipment),
    ...several('tri', listing.sort === 'relevance' ? [] : [wordOf(SORT_WORDS, listing.sort)]),
    ...several('bbox', box ? [formatBox(box)] : []),
    ...pageParameter(listing.page),
  ]
}

/** True when a filter narrows the list beyond its words. */
export function isFiltered(listing: Asked): boolean {
  return listingParameters({ ...listing, text: '', literally: false, sort: 'relevance', page: 1 }).length > 0
}

/** The parameters of an address, read once each, keeping what they do not know. */
class Asking {
  readonly unknown: UnknownValue[] = []
  readonly #values = new Map<string, string[]>()

  constructor(query: URLSearchParams) {
    for (const [written, value] of query) {
      const name = FORMER[written] ?? written
      if (value !== '') this.#values.set(name, [...(this.#values.get(name) ?? []), value])
    }
  }

  all(name: string): string[] {
    return [...new Set(this.#values.get(name) ?? [])]
  }

  one(name: string): string {
    return this.#values.get(name)?.[0] ?? ''
  }

  flag(name: string): boolean {
    return this.oneOf(name, (text) => (text === 'oui' ? true : null), ['oui']) ?? false
  }

  oneOf<T>(
    name: string,
    read: (text: string) => T | null,
    allowed: readonly string[] | null = null,
  ): T | null {
    const text = this.one(name)
    const value = text === '' ? null : read(text)
    if (text !== '' && value === null) this.#dropped(name, text, allowed)
    return value
  }

  read<T>(
    name: string,
    read: (text: string) => readonly T[] | null,
    allowed: readonly string[] | null = null,
  ): T[] {
    const found = this.all(name).flatMap((text) => {
      const values = read(text)
      if (values === null) this.#dropped(name, text, allowed)
      return values ?? []
    })
    return [...new Set(found)]
  }

  #dropped(parameter: string, value: string, allowed: readonly string[] | null): void {
    this.unknown.push({ parameter, value, allowed })
  }
}

function choicesOf(asked: Asking): FacetChoices {
  const chosen = FACET_NAMES.map((facet: Facet) => [
    facet,
    asked.read(FACETS[facet].parameter, (value) => codesOfValue(facet, value), allowedValues(facet)),
  ])
  return Object.fromEntries(chosen) as FacetChoices
}

/** One that nothing of France bears is unknown; a territory of the network's own is looked for later. */
function groundOf(ground: Ground): Ground[] | null {
  if (ground.kind === 'territoire') return /^[a-z0-9-]{1,80}$/.test(ground.code) ? [ground] : null
  return groundName(ground) === null ? null : [ground]
}

/** Three decimals: nobody is known to better than 100 m. DIR-62. */
function readPosition(text: string): Position | null {
  const [, north, east] = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  if (north === undefined || east === undefined) return null
  const [latitude, longitude] = [Number(Number(north).toFixed(3)), Number(Number(east).toFixed(3))]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

function formatPosition({ latitude, longitude }: Position): string {
  return `${latitude},${longitude}`
}

/** `ouvert`, and the two fields in which a form asks a date and an hour. */
function openOf(asked: Asking): OpenAsked[] {
  const said = asked.read(
    'ouvert',
    (word) => {
      const moment = MOMENTS[word] ?? (isMoment(word) ? word : null)
      return moment === null ? null : [moment]
    },
    Object.keys(MOMENTS),
  )
  const on = asked.oneOf('ouvert-le', readDay)
  const at = asked.oneOf('ouvert-a', readHour) ?? '10:00'
  const moment = on ? `${on}T${at}` : ''
  return isMoment(moment) && !said.includes(moment) ? [...said, moment] : said
}

function isMoment(text: string): text is Exclude<OpenAsked, 'now' | WeekMoment> {
  const [, on, hour] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/.exec(text) ?? []
  return hour !== undefined && isDay(on)
}

function readDay(text: string): string | null {
  const [, number, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${number?.padStart(2, '0')}` : text
  return isDay(iso) ? iso : null
}

/** `14:30`, `14h30`, `9 h`. */
function readHour(text: string): string | null {
  const [, hours, minutes = '00'] = /^([01]?\d|2[0-3])\s*(?:[h:]\s*([0-5]\d)?)?$/i.exec(text) ?? []
  return hours === undefined ? null : `${hours.padStart(2, '0')}:${minutes}`
}

function openWord(open: OpenAsked): string {
  return wordOf(MOMENTS, open) || open
}

function readPage(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), LAST_PAGE) : null
}

/** A page goes on after a place (`apres`) or ends before one (`avant`); older links have its number. DIR-66. */
function pageOf(asked: Asking): AskedPage {
  const after = asked.oneOf('apres', readCursor)
  if (after) return { after }
  const before = asked.oneOf('avant', readCursor)
  return before ? { before } : (asked.oneOf('page', readPage) ?? 1)
}

function pageParameter(page: AskedPage): [string, string][] {
  if (typeof page === 'number') return several('page', page > 1 ? [String(page)] : [])
  return 'after' in page ? [['apres', writeCursor(page.after)]] : [['avant', writeCursor(page.before)]]
}

function several(name: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [name, value])
}

function wordOf(words: Readonly<Record<string, string>>, meant: string): string {
  return Object.entries(words).find(([, value]) => value === meant)?.[0] ?? ''
}
