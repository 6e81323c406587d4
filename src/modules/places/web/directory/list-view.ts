import type { Listing } from './listing.ts'

/** How the same results are shown: the list alone, the map above it, or both side by side. DIR-66. */
export type ListView = 'list' | 'map' | 'both'

const WORDS: Readonly<Record<ListView, string>> = { list: 'liste', map: 'carte', both: 'les-deux' }

/** The names of the three, as one reads them on the page. */
export const viewNames: Readonly<Record<ListView, string>> = {
  list: 'Liste',
  map: 'Carte',
  both: 'Liste et carte',
}

/** The view that an address asks for; null: the one it names does not exist. Without any, the list. */
export function readView(query: URLSearchParams): ListView | null {
  const word = query.get('vue') ?? ''
  if (word === '') return 'list'
  const found = (Object.keys(WORDS) as ListView[]).find((view) => WORDS[view] === word)
  return found ?? null
}

/** The word of an address, last of its parameters; the list says nothing. */
export function viewParameter(view: ListView): [string, string][] {
  return view === 'list' ? [] : [['vue', WORDS[view]]]
}

/** A view that does not exist is told as any other filter that does not. DIR-64. */
export function withUnknownView(listing: Listing, query: URLSearchParams): Listing {
  if (readView(query) !== null) return listing
  const value = query.get('vue') ?? ''
  return {
    ...listing,
    unknown: [...listing.unknown, { parameter: 'vue', value, allowed: Object.values(WORDS) }],
  }
}
