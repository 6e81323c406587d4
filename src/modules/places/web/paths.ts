import type { ImportId } from '../domain/import.ts'
import { type ShownFindings, shownQuery } from './import-findings.ts'
import { type Listing, listingQuery, nothingAsked } from './listing.ts'

export const routes = {
  home: '/',
  places: '/lieux',
  map: '/lieux/carte',
  mapMarks: '/lieux/carte.json',
  outline: '/lieux/fond-de-carte/:file{[0-9a-f]+\\.json}',
  place: '/lieux/:slug',
  standard: '/lieux/standard.csv',
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
  places: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux${queryOf(asked)}`,
  map: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte${queryOf(asked)}`,
  mapMarks: (base: string, asked: Partial<Listing> = {}) => `${base}/lieux/carte.json${queryOf(asked)}`,
  outline: (base: string, version: string) => `${base}/lieux/fond-de-carte/${version}.json`,
  /** All published places, as the national standard writes them. */
  standard: (base: string) => `${base}/lieux/standard.csv`,
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
