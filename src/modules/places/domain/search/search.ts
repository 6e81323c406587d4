import type { PlaceId } from '../place.ts'
import { readChoices, type SaidChoice } from './search-choices.ts'
import { isOfNeeds, type Need, readNeeds, withoutAround } from './search-needs.ts'
import { type Department, findTowns, type Gazetteer, type Town } from './search-towns.ts'
import { isSmall, wordsOf } from './search-words.ts'

/** What one search field was understood to say. All parts hold together; empty parts ask nothing. */
export interface SearchReading {
  /** What was typed, tidied. */
  text: string
  postalCode: string | null
  department: Department | null
  /** Several when communes share the name: any of them will do. */
  towns: readonly Town[]
  /** A need said in one's own words; the words count too, since a place may carry them in its name. */
  need: Need | null
  /** What would be chosen among the filters, said in words. */
  choices: readonly SaidChoice[]
  words: readonly string[]
  /** True when no place says the only word: it is looked for in the names of their streets too. */
  inStreets?: boolean
  /** Words that no place says, left aside for the rest of what was understood. */
  unsaid?: readonly string[]
  /** The labels whose names have all these words: whoever bears one answers too. */
  labels?: readonly NamedLabel[]
  /** Places tied to somebody whose name has all these words: who keeps them, or works there and says so to everybody. */
  tied?: readonly PlaceId[]
}

export interface NamedLabel {
  code: string
  name: string
}

const LONGEST_NAME = 8
/** Letters under which a word names nothing by itself. */
export const SHORTEST_NAME = 3

/**
 * Understands « 50100 », « st lo », « aide demarches caen », « mediatheque manche »: a postal code, a town or
 * département at either end, a need, and the other words, looked for as they are (DIR-61).
 */
export function readSearch(text: string, gazetteer: Gazetteer): SearchReading {
  const typed = wordsOf(text.replace(/\b(\d{2}) (\d{3})\b/g, '$1$2'))
  const postalCode = typed.find((word) => /^\d{5}$/.test(word)) ?? null
  const named = postalCode ? withoutPostalCode(typed, postalCode) : typed
  const first = postalCode ? null : readGround(named, gazetteer)
  const asked = readChoices((first?.others ?? named).filter((word) => !isSmall(word)))
  // « caen samedi »: the town is at an end once the day is out.
  const ground =
    first || postalCode || asked.choices.length === 0 ? first : readGround(asked.words, gazetteer)
  const { need, words } = readNeeds(ground === first ? asked.words : (ground?.others ?? asked.words))
  return {
    text: text.trim().replace(/\s+/g, ' '),
    postalCode,
    department: ground?.department ?? null,
    towns: ground?.towns ?? [],
    need,
    choices: asked.choices,
    words: asked.choices.length > 0 ? withoutAround(words) : words,
  }
}

/** « code postal 50100 » says no more than « 50100 ». */
function withoutPostalCode(words: readonly string[], postalCode: string): string[] {
  return wordsOf(` ${words.join(' ')} `.replace(/ (code postal|cp) /, ' ')).filter(
    (word) => word !== postalCode,
  )
}

/** The same text taken word for word: for when the first reading found nothing, or was not what was meant. */
export function readAsWords(reading: SearchReading): SearchReading {
  const words = wordsOf(reading.text)
  const told = words.filter((word) => !isSmall(word))
  return {
    ...reading,
    postalCode: null,
    department: null,
    towns: [],
    need: null,
    choices: [],
    words: told.length > 0 ? told : words,
  }
}

/** The same without its words, for when no place says them; null when nothing else tells what is looked for. */
export function withoutWords(reading: SearchReading): SearchReading | null {
  const { need, choices, words } = reading
  if (words.length === 0 || (need === null && choices.length === 0)) return null
  return { ...reading, words: [], unsaid: words }
}

/** A word alone, looked for in the names of streets: null when several words are, which find streets already. */
export function withStreets(reading: SearchReading): SearchReading | null {
  return reading.words.length === 1 ? { ...reading, inStreets: true } : null
}

/** True when something was understood beyond the words themselves. */
export function isInterpreted({ postalCode, department, towns, need, choices }: SearchReading): boolean {
  return postalCode !== null || department !== null || towns.length > 0 || need !== null || choices.length > 0
}

/** What was typed, but the words that said something. */
export function textWithout(text: string, said: readonly string[]): string {
  const isSaid = (typed: string) => wordsOf(typed).every((word) => said.includes(word))
  return text
    .split(' ')
    .filter((typed) => !isSaid(typed))
    .join(' ')
}

/** The name of the ground that was read, as one would type it. Null when none was. */
export function groundOf({ postalCode, department, towns }: SearchReading): string | null {
  return postalCode ?? department?.name ?? towns[0]?.name ?? null
}

interface Ground {
  towns: readonly Town[]
  department: Department | null
  others: readonly string[]
}

/** Looks for the longest name at the end, then at the beginning: « mediatheque gap », « gap mediatheque ». */
function readGround(words: readonly string[], gazetteer: Gazetteer): Ground | null {
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length -= 1) {
    const atEnd = endsPhrase(words, length) ? null : lookUp(words.slice(-length), gazetteer, words.length)
    if (atEnd) return { ...atEnd, others: words.slice(0, -length) }
    const atStart = lookUp(words.slice(0, length), gazetteer, words.length)
    if (atStart) return { ...atStart, others: words.slice(length) }
  }
  return null
}

/** « pas cher » ends with a département, and names none. */
function endsPhrase(words: readonly string[], length: number): boolean {
  const longer = words.slice(-(length + 1))
  if (longer.length === length) return false
  return readNeeds(longer).need?.said.length === longer.length
}

/** A very short name (Eu, Is, Y) counts only when nothing else was typed; so does a word that says a need. */
function lookUp(
  words: readonly string[],
  gazetteer: Gazetteer,
  typed: number,
): Omit<Ground, 'others'> | null {
  const name = words.join(' ')
  if (words.length < typed && (name.length < SHORTEST_NAME || isSmall(words[0] ?? ''))) return null
  if (words.length < typed && words.length === 1 && isOfNeeds(name)) return null
  const towns = findTowns(gazetteer, name)
  if (towns.length > 0) return { towns, department: null }
  const department = gazetteer.departments.get(name)
  return department ? { towns: [], department } : null
}

/** The labels that the words name: each word is one of the name, or begins it. */
export function labelsNamed(words: readonly string[], labels: readonly NamedLabel[]): NamedLabel[] {
  if (words.join('').length < SHORTEST_NAME) return []
  return labels.filter(({ name }) => {
    const said = wordsOf(name)
    return words.every((word) => said.some((one) => one.startsWith(word)))
  })
}
