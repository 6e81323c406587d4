import { folded } from '../fold.ts'
import { misspelling, type WeighedWords } from './likeness.ts'
import { COMMON_WORDS, kindOf, nameReader, streetOf, streetReader, WAY_KINDS } from './words.ts'

/** What is compared of a place. */
export interface ComparedPlace {
  readonly name: string
  readonly address: string
  readonly postalCode: string | null
  readonly commune: string
  /** Of the present commune: arrondissements and merged communes are brought to it. */
  readonly communeCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly phone: string | null
  readonly mail: string | null
  readonly pivot: string | null
  readonly typologies: readonly string[]
  readonly isItinerant: boolean
}

/** The same, made ready to be compared a thousand times. */
export interface CorpusPlace {
  readonly name: WeighedWords
  /** Town hall, library, school…; null: its name does not say. */
  readonly kind: string | null
  readonly communeCode: string | null
  readonly street: WeighedWords
  readonly number: string | null
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly phone: string | null
  readonly mail: string | null
  readonly pivot: string | null
  readonly typologies: readonly string[]
  readonly isItinerant: boolean
}

export interface Corpus {
  readonly places: readonly CorpusPlace[]
  /** How much two words, by their numbers, are one misspelt. */
  alike(one: number, other: number): number
}

const WORD_OF_COMMUNE = 0.4
const COMMON_WORD = 0.5
const WAY_KIND = 0.35
/** One telephone shared by so many places is that of an organisation. DIR-42. */
const SHARED_BY_MANY = 20

/** Numbers the words of all the places, and weighs each by how rare it is among them. */
export function corpusOf(places: readonly ComparedPlace[]): Corpus {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const numberOf = (word: string) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    counts.push(0)
    return words.push(word) - 1
  }
  const readName = nameReader(numberOf)
  const readStreet = streetReader(numberOf)
  const read = places.map((place) => {
    const { number, way } = streetOf(place.address)
    const name = readName(folded(place.name))
    for (const id of name) counts[id] = (counts[id] ?? 0) + 1
    return { place, name, number, street: readStreet(way) }
  })
  const kinds = words.map(kindOf)
  const rarity = counts.map((count) => 0.3 + 0.7 * rarityOf(count, places.length))
  const isShared = sharedByMany(places.map(({ phone }) => phone))
  const isMailShared = sharedByMany(places.map(({ mail }) => mail))
  const communeWords = remembering((commune: string) => new Set(readName(folded(commune))))
  const isCommon = words.map((word) => COMMON_WORDS.has(word))
  const isWayKind = words.map((word) => WAY_KINDS.has(word))
  return {
    places: read.map(({ place, name, number, street }) => {
      const ofCommune = communeWords(place.commune)
      return {
        name: weighed(
          name,
          (id) => (rarity[id] ?? 1) * (ofCommune.has(id) ? WORD_OF_COMMUNE : isCommon[id] ? COMMON_WORD : 1),
        ),
        kind: kindAmong(name, kinds),
        communeCode: place.communeCode,
        street: weighed(street, (id) => (isWayKind[id] ? WAY_KIND : 1)),
        number,
        point:
          place.latitude === null || place.longitude === null
            ? null
            : { latitude: place.latitude, longitude: place.longitude },
        phone: isShared.has(place.phone) ? null : place.phone,
        mail: isMailShared.has(place.mail) ? null : place.mail,
        pivot: place.pivot,
        typologies: place.typologies,
        isItinerant: place.isItinerant,
      }
    }),
    alike: remembered((one, other) => misspelling(words[one] ?? '', words[other] ?? '')),
  }
}

function kindAmong(ids: readonly number[], kinds: readonly (string | null)[]): string | null {
  for (const id of ids) {
    const kind = kinds[id]
    if (kind) return kind
  }
  return null
}

function remembering<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text) ?? of(text)
    known.set(text, found)
    return found
  }
}

function weighed(words: readonly number[], weightOf: (id: number) => number): WeighedWords {
  const ids = Int32Array.from(words).sort()
  const weights = new Float64Array(ids.length)
  let total = 0
  for (let at = 0; at < ids.length; at += 1) {
    const weight = weightOf(ids[at] ?? 0)
    weights[at] = weight
    total += weight
  }
  return { ids, weights, total }
}

/** 1 for a word met once, 0 for one that all bear. */
function rarityOf(count: number, all: number): number {
  return all <= 1 ? 1 : Math.log(all / Math.max(1, count)) / Math.log(all)
}

function sharedByMany(values: readonly (string | null)[]): ReadonlySet<string | null> {
  const counts = new Map<string | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Set(
    [...counts].filter(([value, count]) => value !== null && count > SHARED_BY_MANY).map(([value]) => value),
  )
}

/** The same two words are met again and again. */
function remembered(of: (one: number, other: number) => number): Corpus['alike'] {
  const known = new Map<number, number>()
  return (one, other) => {
    const key = one < other ? one * 2 ** 26 + other : other * 2 ** 26 + one
    const found = known.get(key)
    if (found !== undefined) return found
    const value = of(one, other)
    known.set(key, value)
    return value
  }
}
