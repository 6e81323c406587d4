import { type Need, readNeeds } from './search-needs.ts'
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
  words: readonly string[]
  /** The labels whose names have all these words: whoever bears one answers too. */
  labels?: readonly NamedLabel[]
}

export interface NamedLabel {
  code: string
  name: string
}

const LONGEST_NAME = 8
const SHORTEST_NAME = 3

/**
 * Understands « 50100 », « st lo », « aide demarches caen », « mediatheque manche »: a postal code, a town or
 * département at either end, a need, and the other words, looked for as they are (DIR-61).
 */
export function readSearch(text: string, gazetteer: Gazetteer): SearchReading {
  const typed = wordsOf(text.replace(/\b(\d{2}) (\d{3})\b/g, '$1$2'))
  const postalCode = typed.find((word) => /^\d{5}$/.test(word)) ?? null
  const named = typed.filter((word) => word !== postalCode)
  const ground = postalCode ? null : readGround(named, gazetteer)
  const { need, words } = readNeeds((ground?.others ?? named).filter((word) => !isSmall(word)))
  return {
    text: text.trim().replace(/\s+/g, ' '),
    postalCode,
    department: ground?.department ?? null,
    towns: ground?.towns ?? [],
    need,
    words,
  }
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
    words: told.length > 0 ? told : words,
  }
}

/** True when something was understood beyond the words themselves. */
export function isInterpreted({ postalCode, department, towns, need }: SearchReading): boolean {
  return postalCode !== null || department !== null || towns.length > 0 || need !== null
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
    const atEnd = lookUp(words.slice(-length), gazetteer, words.length)
    if (atEnd) return { ...atEnd, others: words.slice(0, -length) }
    const atStart = lookUp(words.slice(0, length), gazetteer, words.length)
    if (atStart) return { ...atStart, others: words.slice(length) }
  }
  return null
}

/** A very short name (Eu, Is, Y) counts only when nothing else was typed; so does a word that says a need. */
function lookUp(
  words: readonly string[],
  gazetteer: Gazetteer,
  typed: number,
): Omit<Ground, 'others'> | null {
  const name = words.join(' ')
  if (words.length < typed && (name.length < SHORTEST_NAME || isSmall(words[0] ?? ''))) return null
  if (words.length < typed && words.length === 1 && readNeeds(words).need) return null
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
