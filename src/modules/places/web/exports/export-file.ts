import { Readable } from 'node:stream'
import type { Context } from '../../../../platform/context.ts'
import { plainCsv } from '../../../../platform/csv.ts'
import { workbookStream } from '../../../../platform/tables/workbook-stream.ts'
import { type ExportedPlace, exportedPlaces } from '../../data/exports/exported-places.queries.ts'
import type { PlaceFilter } from '../../data/search/places.filter.ts'
import { toInclusion } from '../../domain/exports/data-inclusion.ts'
import type { ExportFormat } from '../../domain/exports/export-format.ts'
import { standardObject } from '../../domain/exports/standard-export.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { badgesOf, tellBadge } from '../freshness/badges-of.ts'
import { lackText } from './exports-wording.ts'

/** What an export is made of: the places of a filter, and the address of the page of a place. */
export interface Export {
  readonly filter: PlaceFilter
  readonly format: ExportFormat
  readonly addressOf: (slug: string) => string
}

type Reader = Pick<Context, 'db' | 'network' | 'today'>

/**
 * The file, piece by piece: memory does not grow with the directory. Places that cannot be rows of the national standard
 * are left out of every format but the last, which names them and says why. DIR-82.
 */
export function exportFile(context: Reader, asked: Export): AsyncIterable<Uint8Array> {
  const batches = () => exportedPlaces(context.db, asked.filter)
  switch (asked.format) {
    case 'csv':
      return bytes(csv(batches()))
    case 'json':
      return bytes(list('[', batches(), ({ row }) => JSON.stringify(standardObject(row)), ']'))
    case 'geojson':
      return bytes(geojson(withBadges(context, batches()), asked.addressOf))
    case 'data-inclusion':
      return bytes(dataInclusion(batches, context.network.slug))
    case 'xlsx':
      return workbookStream('Lieux', cells(batches()))
    case 'non-exportables':
      return bytes(leftOut(batches(), asked.addressOf))
  }
}

/** As the body of an answer: it is made as fast as it is read, and no faster. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>
}

type Batches<Kind = ExportedPlace> = AsyncIterable<readonly Kind[]>
type Conforming<Kind = ExportedPlace> = Kind & { row: StandardRow }

function conforming<Kind extends ExportedPlace>(batch: readonly Kind[]): Conforming<Kind>[] {
  return batch
    .filter(({ standard }) => standard.lacks.length === 0)
    .map((one) => ({ ...one, row: one.standard.row }))
}

async function* csv(batches: Batches): AsyncGenerator<string> {
  yield plainCsv([standardColumns])
  for await (const batch of batches) yield plainCsv(conforming(batch).map(({ row }) => cellsOf(row)))
}

async function* cells(batches: Batches): AsyncGenerator<readonly string[]> {
  yield standardColumns
  for await (const batch of batches) for (const { row } of conforming(batch)) yield cellsOf(row)
}

function cellsOf(row: StandardRow): string[] {
  return standardColumns.map((column) => row[column])
}

/** Items between two texts, parted by commas; null: an item that has none. */
async function* list<Kind extends ExportedPlace>(
  before: string,
  batches: Batches<Kind>,
  itemOf: (place: Conforming<Kind>) => string | null,
  after: string,
): AsyncGenerator<string> {
  yield before
  let isFirst = true
  for await (const batch of batches) {
    const items = conforming(batch).flatMap((place) => itemOf(place) ?? [])
    if (items.length === 0) continue
    yield `${isFirst ? '\n' : ',\n'}${items.join(',\n')}`
    isFirst = false
  }
  yield after
}

interface Badged extends ExportedPlace {
  freshness: ReturnType<typeof tellBadge>
}

/** The same batches, each place with what its badge says: only this format has room for it. DIR-59. */
async function* withBadges(context: Reader, batches: Batches): AsyncGenerator<Badged[]> {
  for await (const batch of batches) {
    const badges = await badgesOf(context, { places: batch.map(({ place }) => place) })
    yield batch.map((one) => ({ ...one, freshness: tellBadge(badges.get(one.place.id)) }))
  }
}

function geojson(batches: Batches<Badged>, addressOf: Export['addressOf']) {
  const featureOf = ({ place, row, freshness }: Conforming<Badged>) => {
    const { longitude, latitude, slug } = place
    if (longitude === null || latitude === null) return null
    const { latitude: _latitude, longitude: _longitude, ...properties } = standardObject(row)
    return JSON.stringify({
      type: 'Feature',
      id: place.id,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {
        ...{ ...properties, url: addressOf(slug) },
        ...(freshness && { fraicheur: freshness.text, ...(freshness.on && { confirme_le: freshness.on }) }),
      },
    })
  }
  return list('{"type":"FeatureCollection","features":[', batches, featureOf, ']}\n')
}

/** Two lists, hence two readings. */
async function* dataInclusion(batches: () => Batches, source: string): AsyncGenerator<string> {
  const structureOf = ({ place, row }: Conforming) =>
    JSON.stringify(toInclusion(place, row, source).structure)
  yield* list('{"structures":[', batches(), structureOf, '],')
  const serviceOf = ({ place, row }: Conforming) => {
    const { service } = toInclusion(place, row, source)
    return service && JSON.stringify(service)
  }
  yield* list('"services":[', batches(), serviceOf, ']}\n')
}

async function* leftOut(batches: Batches, addressOf: Export['addressOf']): AsyncGenerator<string> {
  yield plainCsv([['id', 'nom', 'commune', 'code_postal', 'adresse', 'source', 'manque', 'page']])
  for await (const batch of batches) {
    const rows = batch.flatMap(({ place, standard }) =>
      standard.lacks.length === 0
        ? []
        : [
            [
              ...[place.id, place.name, place.commune, place.postalCode ?? '', place.address],
              ...[place.source ?? '', standard.lacks.map(lackText).join(', '), addressOf(place.slug)],
            ],
          ],
    )
    if (rows.length > 0) yield plainCsv(rows)
  }
}

async function* bytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}
