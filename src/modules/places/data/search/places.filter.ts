import { type SelectQueryBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Box } from '../../domain/map/map-box.ts'
import type { PlaceId } from '../../domain/place.ts'
import { boxAround } from '../../domain/search/around.ts'
import { type Asked, askingNothing, type Position } from '../../domain/search/asked.ts'
import type { Facet } from '../../domain/search/facets.ts'
import type { SearchReading } from '../../domain/search/search.ts'
import type { OpenAt } from '../hours/open-hours.queries.ts'
import type { GroundParts } from './places.gazetteer.ts'

type Choices = Pick<
  Asked,
  Facet | 'labels' | 'typologies' | 'sources' | 'booking' | 'accessibility' | 'updatedSince' | 'sort' | 'box'
>

/** Which places to show: same meaning for the list, the map, the counts and the exports. Empty parts ask nothing. */
export interface PlaceFilter extends Choices {
  readonly network: NetworkId
  /** Labels are read live on this day: nothing has to run for one to disappear. */
  readonly today: Day
  readonly reading: SearchReading | null
  /** Forgives the spelling of the words: slower, for when nothing was found. */
  readonly forgiving: boolean
  /** Any of these parts of France; null: everywhere. */
  readonly ground: GroundParts | null
  /** Nothing outside it, whatever is asked: what a map on another site may show. DIR-85. */
  readonly lock: GroundParts | null
  /** Those that lend what was asked; null: nothing was. */
  readonly lending: readonly PlaceId[] | null
  /** From where distances are told. */
  readonly centre: Position | null
  /** Kilometres around the centre; null: however far. */
  readonly radius: number | null
  /** Any of these moments. */
  readonly open: readonly OpenAt[]
}

/** Tells apart the filters that do not depend on the day. Boxes seldom come back: they are left out. */
export function filterKey({ network, today, box, labels, ...kept }: PlaceFilter): string {
  return JSON.stringify(kept)
}

export function everything(network: NetworkId, today: Day): PlaceFilter {
  const { text, literally, grounds, equipment, position, page, ...nothing } = askingNothing
  return {
    ...nothing,
    network,
    today,
    reading: null,
    forgiving: false,
    ground: null,
    lock: null,
    lending: null,
    centre: null,
    open: [],
  }
}

export type Places = DB & { p: DB['places.place'] }

export function oneOf(ids: readonly PlaceId[]) {
  return sql<boolean>`p.id = any(${sql.val([...ids])}::uuid[])`
}

/** Where a place is drawn: its own point, else the middle of its commune. */
export function inBox({ west, south, east, north }: Box) {
  return sql<boolean>`(p.drawn_latitude between ${south} and ${north} and p.drawn_longitude between ${west} and ${east})`
}

/** A rectangle that the index answers, then the great circle. DIR-62. */
export function isNear(centre: Position, km: number) {
  return sql<boolean>`(${inBox(boxAround(centre, km))} and ${distanceFrom(centre)} <= ${km})`
}

/** Kilometres on the great circle from a point to where a place is drawn; null for a place that is nowhere. */
export function distanceFrom({ latitude, longitude }: Position) {
  return sql<number>`12742 * asin(least(1, sqrt(
    power(sin(radians(p.drawn_latitude - ${latitude}::float8) / 2), 2)
    + cos(radians(${latitude}::float8)) * cos(radians(p.drawn_latitude))
    * power(sin(radians(p.drawn_longitude - ${longitude}::float8) / 2), 2))))`
}

/** What the network shows to everyone, as `p`. */
export function published(db: Database, network: NetworkId): SelectQueryBuilder<Places, 'p', object> {
  return db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
}

/** The labels whose bearers the filter depends on: those chosen, and those the words name. They follow the day. */
export function labelsIn({ labels, reading }: PlaceFilter): readonly string[] {
  return [...labels, ...(reading?.labels ?? []).map(({ code }) => code)]
}

/**
 * All the words, the last one perhaps unfinished: letters and digits only, nothing to escape. One word alone is looked for
 * in what places say of themselves; in the names of streets only when `inStreets`.
 */
export function hasWords(words: readonly string[], inStreets = words.length > 1) {
  return sql<boolean>`p.search @@ ${textQuery(words, inStreets ? '' : 'ABC')}`
}

export function nameQuery(words: readonly string[]) {
  return textQuery(words, 'A')
}

function textQuery(words: readonly string[], weight: string) {
  const terms = words.map(
    (word, at) => `${word}:${at === words.length - 1 && word.length > 2 ? '*' : ''}${weight}`,
  )
  return sql`to_tsquery('public.fr', ${terms.map((term) => term.replace(/:$/, '')).join(' & ')})`
}

const MOST_ALIKE = 300

/**
 * Each word resembles one of the name or of the commune: answered by the trigram indexes. Only so many: they are
 * then sorted, and a misspelt word that resembles thousands of names is better typed again. `among`: null for anywhere.
 */
export function soundingLike(
  db: Database,
  network: NetworkId,
  words: readonly string[],
  among: readonly PlaceId[] | null,
) {
  let alike = published(db, network).select('p.id').limit(MOST_ALIKE)
  if (among) alike = alike.where(oneOf(among))
  for (const word of words) {
    alike = alike.where(
      sql<boolean>`(${word} <% public.folded(p.name) or ${word} <% public.folded(p.commune))`,
    )
  }
  return alike
}
