import type { ImportId } from '../domain/imports/import.ts'
import { type ListView, viewParameter } from './directory/list-view.ts'
import { type Listing, listingQuery, nothingAsked } from './directory/listing.ts'
import { type ShownFindings, shownQuery } from './imports/import-findings.ts'

export const routes = {
  home: '/',
  places: '/lieux',
  map: '/lieux/carte',
  mapPoints: '/lieux/carte/points',
  mapPanel: '/lieux/carte/panneau',
  printed: '/lieux/impression',
  outline: '/lieux/fond-de-carte/:file{[0-9a-f]+\\.json}',
  place: '/lieux/:slug',
  imports: '/lieux/imports',
  newImport: '/lieux/imports/nouveau',
  import: '/lieux/imports/:id',
  importPublication: '/lieux/imports/:id/publication',
  importAbandon: '/lieux/imports/:id/abandon',
  importColumns: '/lieux/imports/:id/colonnes',
  importReport: '/lieux/imports/:id/rapport.csv',
} as const

export const paths = {
  home: (base: string) => `${base}/`,
  /** The list, or its map: the same parameters, then how they are shown. */
  places: (base: string, asked: Partial<Listing> = {}, view: ListView = 'list'): string =>
    `${base}/lieux${withView(queryOf(asked), view)}`,
  /** List and map side by side. */
  map: (base: string, asked: Partial<Listing> = {}): string => paths.places(base, asked, 'both'),
  mapPoints: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte/points${queryOf(asked)}`,
  mapPanel: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte/panneau${queryOf(asked)}`,
  /** The list and its map, to be printed. */
  printed: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/impression${queryOf(asked)}`,
  outline: (base: string, version: string) => `${base}/lieux/fond-de-carte/${version}.json`,
  /** The public proof of a label, whose page is the labels'. */
  proof: (base: string, slug: string) => `${base}/l/${slug}`,
  place: (base: string, slug: string) => `${base}/lieux/${slug}`,
  imports: (base: string) => `${base}/lieux/imports`,
  newImport: (base: string) => `${base}/lieux/imports/nouveau`,
  import: (base: string, id: ImportId, shown: ShownFindings = {}) =>
    `${base}/lieux/imports/${id}${shownQuery(shown)}`,
  importPublication: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/publication`,
  importAbandon: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/abandon`,
  importColumns: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/colonnes`,
  importReport: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/rapport.csv`,
}

function queryOf(asked: Partial<Listing>): string {
  return listingQuery({ ...nothingAsked, ...asked })
}

function withView(query: string, view: ListView): string {
  const [[name, word] = []] = viewParameter(view)
  return name ? `${query}${query === '' ? '?' : '&'}${name}=${word}` : query
}
