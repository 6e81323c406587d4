import type { CorpusPlace } from './corpus.ts'
import { metresBetween, wordsLikeness } from './likeness.ts'

/** From there two places are surely one, probably, possibly. DIR-43. */
export const BANDS = { certain: 95, probable: 80, possible: 65 } as const
export type Band = keyof typeof BANDS

/** `elsewhere`: far apart, and not in the same commune. `other-kind`: a library and a town hall may share a door. */
export type Doubt = 'elsewhere' | 'other-kind' | 'other-number' | 'itinerant' | 'far-apart'

/** The most it may be in doubt. */
const MOST_IN_DOUBT: Readonly<Record<Doubt, number>> = {
  elsewhere: BANDS.probable - 1,
  'other-kind': BANDS.probable - 1,
  'other-number': BANDS.certain - 1,
  itinerant: BANDS.certain - 1,
  'far-apart': BANDS.certain - 1,
}

/** What makes the score, each from 0 to 1; null: one of the two does not say it, which neither helps nor harms. */
export interface Resemblance {
  readonly name: number
  readonly street: number | null
  /** Both have a number in the street, and not the same. */
  readonly isOtherNumber: boolean
  /** Metres; null: one of them has no point. */
  readonly distance: number | null
  readonly phone: boolean | null
  readonly mail: boolean | null
  readonly pivot: boolean | null
  readonly typology: boolean | null
  /** Why it is not surely the same, whatever the score. DIR-43. */
  readonly doubt: Doubt | null
}

const WEIGHTS = { name: 46, street: 26, distance: 12, phone: 6, mail: 4, pivot: 4, typology: 2 }
const NEUTRAL = 0.72
/** Beyond, two points are not one place. */
const FAR = 2000

/** From 0 to 100. DIR-42. */
export function scoreOf(likeness: Resemblance): number {
  const yes = (value: boolean | null) => (value === null ? NEUTRAL : value ? 1 : 0.2)
  const near = likeness.distance === null ? NEUTRAL : nearness(likeness.distance)
  const sum =
    WEIGHTS.name * likeness.name +
    WEIGHTS.street * (likeness.street ?? NEUTRAL) +
    WEIGHTS.distance * near +
    WEIGHTS.phone * yes(likeness.phone) +
    WEIGHTS.mail * yes(likeness.mail) +
    WEIGHTS.pivot * yes(likeness.pivot) +
    WEIGHTS.typology * yes(likeness.typology)
  // The same name at the same address is the same place, unless something says otherwise.
  const isTwin = likeness.name >= 0.97 && (likeness.street ?? 0) >= 0.97
  const score = isTwin ? Math.max(sum, 96) : sum
  return Math.round(likeness.doubt === null ? score : Math.min(score, MOST_IN_DOUBT[likeness.doubt]))
}

export function bandOf(score: number): Band | null {
  if (score >= BANDS.certain) return 'certain'
  if (score >= BANDS.probable) return 'probable'
  return score >= BANDS.possible ? 'possible' : null
}

function nearness(metres: number): number {
  if (metres <= 60) return 1
  if (metres >= FAR) return 0
  return 1 - Math.log(metres / 60) / Math.log(FAR / 60)
}

/** The most a pair may reach once only the names were compared: the rest is not worth looking at under the last band. */
export function isWorthComparing(name: number): boolean {
  return WEIGHTS.name * name + (100 - WEIGHTS.name) >= BANDS.possible
}

export function resemblance(
  one: CorpusPlace,
  other: CorpusPlace,
  alike: (a: number, b: number) => number,
  name: number = wordsLikeness(one.name, other.name, alike),
): Resemblance {
  const isOtherNumber = one.number !== null && other.number !== null && one.number !== other.number
  const street = streetLikeness(one, other, isOtherNumber, alike)
  const distance = one.point && other.point ? metresBetween(one.point, other.point) : null
  return {
    name,
    street,
    isOtherNumber,
    distance,
    phone: same(one.phone, other.phone),
    mail: same(one.mail, other.mail),
    pivot: same(one.pivot, other.pivot),
    typology: overlap(one.typologies, other.typologies),
    doubt: doubtOf(one, other, isOtherNumber, distance),
  }
}

function doubtOf(
  one: CorpusPlace,
  other: CorpusPlace,
  isOtherNumber: boolean,
  distance: number | null,
): Doubt | null {
  const isFar = distance !== null && distance > FAR
  if (isFar && same(one.communeCode, other.communeCode) === false) return 'elsewhere'
  if (same(one.kind, other.kind) === false) return 'other-kind'
  if (isOtherNumber) return 'other-number'
  if (one.isItinerant !== other.isItinerant) return 'itinerant'
  return isFar ? 'far-apart' : null
}

function streetLikeness(
  one: CorpusPlace,
  other: CorpusPlace,
  isOtherNumber: boolean,
  alike: (a: number, b: number) => number,
): number | null {
  if (one.street.ids.length === 0 || other.street.ids.length === 0) return null
  const way = wordsLikeness(one.street, other.street, alike)
  if (isOtherNumber) return way * 0.45
  return one.number === other.number ? way : way * 0.9
}

function same(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : one === other
}

function overlap(one: readonly string[], other: readonly string[]): boolean | null {
  if (one.length === 0 || other.length === 0) return null
  return one.some((code) => other.includes(code))
}
