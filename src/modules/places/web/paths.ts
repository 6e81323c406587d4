import { type Listing, listingQuery, nothingAsked } from './listing.ts'

export const routes = {
  home: '/',
  places: '/lieux',
  map: '/lieux/carte',
  mapMarks: '/lieux/carte.json',
  outline: '/lieux/fond-de-carte/:file{[0-9a-f]+\\.json}',
  place: '/lieux/:slug',
} as const

export const paths = {
  home: (base: string) => `${base}/`,
  places: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux${queryOf(asked)}`,
  map: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte${queryOf(asked)}`,
  mapMarks: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte.json${queryOf(asked)}`,
  outline: (base: string, version: string) => `${base}/lieux/fond-de-carte/${version}.json`,
  place: (base: string, slug: string) => `${base}/lieux/${slug}`,
}

function queryOf(asked: Partial<Listing>): string {
  return listingQuery({ ...nothingAsked, ...asked })
}
