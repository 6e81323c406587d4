import type { Network } from '../../../../platform/session/actor.ts'
import { ofName, plural } from '../../../../ui/french.ts'
import { departmentName } from '../../data/departments.queries.ts'
import type { OpenDataFigures, SourceTerms } from '../../data/exports/catalogue.queries.ts'
import { type ExportFormat, FORMATS } from '../../domain/exports/export-format.ts'
import { exportPaths } from './exports.paths.ts'
import { formatWords } from './exports-wording.ts'

export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  address: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
}
const STANDARD = 'https://schema.data.gouv.fr/LaMednum/standard-mediation-num/1.0.2/'
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/'
const MEDIA = 'https://www.iana.org/assignments/media-types/'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  locn: 'http://www.w3.org/ns/locn#',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** A value of the record: an address, a text in a language or of a type, a thing with its own properties. */
export type Node = { '@id': string } | { '@value': string; '@type'?: string; '@language'?: string } | Thing
export interface Thing {
  '@id'?: string
  '@type': string
  [property: string]: string | undefined | Node | readonly Node[]
}
type Named = Thing & { '@id': string }
export interface Catalogue {
  '@context': typeof CONTEXT
  '@graph': readonly Thing[]
}

const DISTRIBUTED: readonly ExportFormat[] = ['csv', 'json', 'geojson', 'data-inclusion', 'xlsx']

const french = (text: string): Node => ({ '@value': text, '@language': 'fr' })
const typed = (text: string, type: string): Node => ({ '@value': text, '@type': `xsd:${type}` })
const at = (address: string): Node => ({ '@id': address })

/** The DCAT-AP record of the directory: one dataset, its files and its API. DIR-86. */
export function catalogueOf(network: Network, site: string, figures: OpenDataFigures): Catalogue {
  const publisher = at(`${site}/#reseau`)
  const dataset = `${exportPaths.openData(site)}#lieux`
  const offered = [...DISTRIBUTED.map((format) => distributionOf(site, format)), apiOf(site)]
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': `${site}/#reseau`,
        '@type': 'foaf:Agent',
        'foaf:name': french(network.headName || network.name),
      },
      {
        '@id': exportPaths.catalogueJson(site),
        '@type': 'dcat:Catalog',
        'dct:title': french(`Données ouvertes ${ofName(network.name)}`),
        'dct:description': french('Les lieux de médiation numérique du réseau et ce qu’on y trouve.'),
        'dct:publisher': publisher,
        'dct:language': at('http://publications.europa.eu/resource/authority/language/FRA'),
        'foaf:homepage': at(`${site}/`),
        'dcat:dataset': at(dataset),
      },
      datasetOf({
        network,
        site,
        dataset,
        publisher,
        figures,
        distributions: offered.map(({ '@id': id }) => at(id)),
      }),
      ...offered,
    ],
  }
}

interface DatasetOf {
  network: Network
  site: string
  dataset: string
  publisher: Node
  figures: OpenDataFigures
  distributions: readonly Node[]
}

function datasetOf({ network, site, dataset, publisher, figures, distributions }: DatasetOf): Thing {
  const { from, modified } = figures
  return {
    '@id': dataset,
    '@type': 'dcat:Dataset',
    'dct:title': french(`Lieux de médiation numérique ${ofName(network.name)}`),
    'dct:description': french(
      `${figures.places - figures.reserved} lieux où se faire aider avec le numérique : adresse, services, publics, horaires, labels. ${figures.leftOut} lieux à qui il manque une adresse ou un code postal sont listés à part.${reservedText(figures)}`,
    ),
    'dct:publisher': publisher,
    'dct:license': at(LICENCE.address),
    'dct:source': figures.sources.filter(({ name, isReusable }) => name !== '' && isReusable).map(sourceOf),
    'dct:accrualPeriodicity': at('http://publications.europa.eu/resource/authority/frequency/CONT'),
    'dct:conformsTo': at(STANDARD),
    'dct:language': at('http://publications.europa.eu/resource/authority/language/FRA'),
    'dcat:keyword': ['médiation numérique', 'inclusion numérique', 'lieux'].map(french),
    'dcat:theme': at('http://publications.europa.eu/resource/authority/data-theme/SOCI'),
    'dcat:landingPage': at(exportPaths.openData(site)),
    'dcat:contactPoint': {
      '@type': 'vcard:Kind',
      'vcard:fn': french(network.headName || network.name),
      'vcard:hasURL': at(exportPaths.openData(site)),
    },
    ...(modified && { 'dct:modified': typed(modified, 'date') }),
    ...(from &&
      modified && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed(from, 'date'),
          'dcat:endDate': typed(modified, 'date'),
        },
      }),
    'dct:spatial': spatial(figures),
    'dcat:distribution': distributions,
  }
}

function reservedText({ reserved }: OpenDataFigures): string {
  if (reserved === 0) return ''
  return ` ${plural(reserved, 'lieu n’y est pas', 'lieux n’y sont pas')} : la licence de leur source interdit la reprise.`
}

/** Each source keeps its own terms; without any written down, those of the whole hold. */
function sourceOf({ name, licence }: SourceTerms): Node {
  return {
    '@type': 'dcat:Dataset',
    'dct:title': french(name),
    ...(licence === ''
      ? { 'dct:license': at(LICENCE.address) }
      : { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': french(licence) } }),
  }
}

const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral'

function spatial({ box, departments }: OpenDataFigures): readonly Node[] {
  const named = departments.map(
    (number): Node => ({
      '@type': 'dct:Location',
      'dct:identifier': { '@value': number },
      'locn:geographicName': french(departmentName(number)),
    }),
  )
  if (!box) return named
  const { west, south, east, north } = box
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const polygon = `POLYGON((${ring.map((point) => point.join(' ')).join(', ')}))`
  return [{ '@type': 'dct:Location', 'dcat:bbox': { '@value': polygon, '@type': WKT } }, ...named]
}

const TYPES: Readonly<Partial<Record<ExportFormat, string>>> = {
  csv: 'CSV',
  json: 'JSON',
  geojson: 'GEOJSON',
  'data-inclusion': 'JSON',
  xlsx: 'XLSX',
}

function distributionOf(site: string, format: ExportFormat): Named {
  const address = exportPaths.file(site, format)
  const isStandard = format === 'csv' || format === 'json'
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': french(formatWords[format].label),
    'dct:license': at(LICENCE.address),
    'dcat:accessURL': at(address),
    'dcat:downloadURL': at(address),
    'dct:format': at(`${FILE_TYPE}${TYPES[format] ?? 'JSON'}`),
    'dcat:mediaType': at(`${MEDIA}${FORMATS[format].type.split(';')[0]}`),
    ...(isStandard && { 'dct:conformsTo': at(STANDARD) }),
  }
}

function apiOf(site: string): Named {
  return {
    '@id': exportPaths.apiPlaces(site),
    '@type': 'dcat:Distribution',
    'dct:title': french('API REST, décrite par OpenAPI 3.1'),
    'dct:license': at(LICENCE.address),
    'dcat:accessURL': at(exportPaths.apiPlaces(site)),
    'dct:format': at(`${FILE_TYPE}JSON`),
    'dcat:accessService': {
      '@type': 'dcat:DataService',
      'dct:title': french('API de l’annuaire'),
      'dcat:endpointURL': at(exportPaths.apiPlaces(site)),
      'dcat:endpointDescription': at(exportPaths.openApi(site)),
    },
  }
}

/** The same record as Turtle. */
export function turtleOf({ '@context': prefixes, '@graph': things }: Catalogue): string {
  const heads = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`)
  const blocks = things.map((thing) => `<${thing['@id'] ?? ''}> ${propertiesOf(thing, '  ')} .`)
  return `${[...heads, '', ...blocks].join('\n')}\n`
}

function propertiesOf(thing: Thing, indent: string): string {
  const lines = Object.entries(thing).flatMap(([property, value]) => {
    if (property === '@id' || value === undefined) return []
    if (property === '@type') return [`a ${String(value)}`]
    const nodes = Array.isArray(value) ? (value as readonly Node[]) : [value as Node]
    return nodes.length > 0 ? [`${property} ${nodes.map((node) => nodeOf(node, indent)).join(', ')}`] : []
  })
  return lines.join(` ;\n${indent}`)
}

function nodeOf(node: Node, indent: string): string {
  if ('@value' in node) {
    const text = JSON.stringify(node['@value'])
    if (typeof node['@language'] === 'string') return `${text}@${node['@language']}`
    const type = node['@type']
    if (typeof type !== 'string') return text
    return `${text}^^${type.startsWith('http') ? `<${type}>` : type}`
  }
  if (!('@type' in node)) return `<${node['@id']}>`
  return `[\n${indent}  ${propertiesOf(node as Thing, `${indent}  `)}\n${indent}]`
}
