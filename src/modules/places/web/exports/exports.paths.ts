import { type ExportFormat, FORMATS } from '../../domain/exports/export-format.ts'
import { type Listing, listingQuery, nothingAsked } from '../directory/listing.ts'

export const exportRoutesOf = {
  standardCsv: '/lieux/standard.csv',
  standardJson: '/lieux/standard.json',
  geojson: '/lieux/lieux.geojson',
  dataInclusion: '/lieux/data-inclusion.json',
  xlsx: '/lieux/lieux.xlsx',
  leftOut: '/lieux/non-exportables.csv',
  openData: '/donnees-ouvertes',
  catalogueJson: '/catalogue.jsonld',
  catalogueTurtle: '/catalogue.ttl',
} as const

export const exportPaths = {
  /** The file of a list; without anything asked, of the whole directory. The page of the list plays no part. */
  file: (base: string, format: ExportFormat, asked: Partial<Listing> = {}) =>
    `${base}/lieux/${FORMATS[format].file}${listingQuery({ ...nothingAsked, ...asked, page: 1 })}`,
  openData: (base: string) => `${base}/donnees-ouvertes`,
  catalogueJson: (base: string) => `${base}/catalogue.jsonld`,
  catalogueTurtle: (base: string) => `${base}/catalogue.ttl`,
  openApi: (base: string) => `${base}/api/v1/openapi.json`,
  apiPlaces: (base: string) => `${base}/api/v1/places`,
}
