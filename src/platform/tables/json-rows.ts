import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { FileSource } from './file-source.ts'

/** One object of a JSON list. `line`: its rank, the first is 1. */
export interface JsonRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** The text breaks, or an element is none: carries why. */
export class UnreadableJson extends Error {
  readonly refusal: Refusal<'json-broken' | 'json-too-deep'>
  constructor(refusal: Refusal<'json-broken' | 'json-too-deep'>) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** One element longer than this is no row. */
const LONGEST_ELEMENT = 2 * 1024 * 1024
/** A list of lists of lists is no table. */
const DEEPEST = 6

/** One list of objects of a JSON text. */
export interface JsonList {
  /** Names of all the fields, in the order in which they are first met. */
  readonly header: readonly string[]
  readonly rows: number
  /** The keys that lead to it: « reponse.lieux »; empty: it is the whole text. */
  readonly path: string
}

/** Where the objects are: in a list (the rank tells which), one a line, or each the value of a key (`{"12": {…}}`). */
export type JsonShape = number | 'lines' | 'values'

/** The objects of one list of a JSON text, read one after the other without ever holding the whole. */
export async function* readJsonRows(source: FileSource, shape: JsonShape = 0): AsyncGenerator<JsonRow> {
  let line = 0
  for await (const { text, list } of elements(source, shape)) {
    if (typeof shape === 'number' && list !== shape) continue
    line += 1
    const value = parsed(text, line)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue
    yield { line, cells: cellsOf(value as Record<string, unknown>) }
  }
}

/** Every list of objects of a JSON text, by rank: `{"facets": […], "results": […]}` has two. */
export async function jsonLists(source: FileSource, shape: JsonShape = 0): Promise<Map<number, JsonList>> {
  const found = new Map<number, { names: Set<string>; rows: number; path: string }>()
  for await (const { text, list, path } of elements(source, shape)) {
    const known = found.get(list) ?? { names: new Set<string>(), rows: 0, path }
    found.set(list, known)
    known.rows += 1
    const value = parsed(text, known.rows)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue
    for (const name of cellsOf(value as Record<string, unknown>).keys()) known.names.add(name)
  }
  return new Map(
    [...found].map(([list, { names, rows, path }]) => [list, { header: [...names], rows, path }]),
  )
}

/** Is there an object on the first line, whole, and another after it? */
export function isJsonLines(head: string): boolean {
  const text = head.trimStart()
  const end = text.search(/[\r\n]/)
  if (end < 0 || !text.slice(end).trimStart().startsWith('{')) return false
  try {
    JSON.parse(text.slice(0, end))
    return text.startsWith('{')
  } catch {
    return false
  }
}

interface Element {
  text: string
  /** Rank of its list among those of the text. */
  list: number
  path: string
}

/** The depth of the list being read: its objects are one deeper. Lines are the objects of a list that nobody opened. */
const DEPTH_OF_ROWS = { lines: -1, values: 0 } as const
const NO_LIST = -2

/** The text of each object that stands directly in a list. */
async function* elements(source: FileSource, shape: JsonShape): AsyncGenerator<Element> {
  const decoder = new TextDecoder()
  const isFixed = typeof shape === 'string'
  let depth = 0
  let listDepth: number = isFixed ? DEPTH_OF_ROWS[shape] : NO_LIST
  let list = 0
  let isInText = false
  let isEscaped = false
  let held = ''
  let startDepth = -1
  const keys: string[] = []
  let path = ''
  let said = ''
  let saidBefore = ''
  // Outside the rows only: within them, nothing is named.
  const open = (depth: number) => {
    keys[depth] = keyOf(said)
    said = ''
  }
  const step = function* (text: string): Generator<Element> {
    let from = startDepth >= 0 ? 0 : -1
    let saidFrom = 0
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at)
      if (isInText) {
        if (isEscaped) isEscaped = false
        else if (sign === BACKSLASH) isEscaped = true
        else if (sign === QUOTE) {
          isInText = false
          if (startDepth < 0) said = saidBefore + text.slice(saidFrom, at)
          saidBefore = ''
        }
        continue
      }
      if (sign === QUOTE) {
        isInText = true
        saidFrom = at + 1
      } else if (sign === OPEN_LIST) {
        if (startDepth < 0) open(depth)
        if (listDepth === NO_LIST && startDepth < 0) {
          listDepth = depth
          path = keys
            .slice(0, depth + 1)
            .filter((key) => key !== '')
            .join('.')
        }
        depth += 1
      } else if (sign === OPEN_OBJECT) {
        if (startDepth < 0) open(depth)
        const isRow = startDepth < 0 && listDepth !== NO_LIST && depth === listDepth + 1
        if (isRow) {
          startDepth = depth
          from = at
        }
        depth += 1
      } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
        depth -= 1
        if (startDepth === depth && sign === CLOSE_OBJECT) {
          yield { text: held + text.slice(from, at + 1), list, path }
          held = ''
          startDepth = -1
          from = -1
        }
        // The list is over: another may follow.
        if (!isFixed && sign === CLOSE_LIST && depth === listDepth && startDepth < 0) {
          listDepth = NO_LIST
          list += 1
        }
      } else if (sign === COMMA && startDepth < 0) said = ''
    }
    if (isInText && startDepth < 0 && saidBefore.length < LONGEST_KEY) saidBefore += text.slice(saidFrom)
    if (from >= 0) held += text.slice(from)
    if (held.length > LONGEST_ELEMENT) throw new UnreadableJson(refuse('json-broken'))
  }
  for await (const chunk of source.open())
    yield* step(decoder.decode(chunk, { stream: true }).replaceAll('\0', ''))
  yield* step(decoder.decode())
  if (startDepth >= 0) throw new UnreadableJson(refuse('json-broken'))
}

/** A name as it is written in the text. */
function keyOf(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`))
      .replaceAll('\0', '')
      .slice(0, LONGEST_KEY)
  } catch {
    return ''
  }
}

const LONGEST_KEY = 200
const COMMA = 44
const QUOTE = 34
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableJson(refuse('json-broken', { line: String(line) }))
  }
}

/** What holds the fields of a row, in GeoJSON, in the open data portals, in shared tables and in OpenStreetMap. */
const WRAPPERS = ['properties', 'fields', 'attributes', 'tags']

/**
 * Objects within are told by their path (`adresse.commune`), lists by `|`; a point of GeoJSON gives a latitude and a longitude. What
 * only wraps the fields is put aside: `fields.nom` is `nom`.
 */
function cellsOf(element: Record<string, unknown>): Map<string, string> {
  const cells = new Map<string, string>()
  const wrapper = WRAPPERS.find((name) => isRecord(element[name]))
  if (wrapper !== undefined) put(cells, '', element[wrapper], 0)
  const point = pointOf(element.geometry)
  for (const [name, value] of Object.entries(element)) {
    const isSaid = name === wrapper || (name === 'geometry' && point !== null)
    const isKind = name === 'type' && element.type === 'Feature'
    if (!isSaid && !isKind && !cells.has(name)) put(cells, name, value, 1)
  }
  if (point) {
    if (!cells.has('longitude')) cells.set('longitude', String(point[0]))
    if (!cells.has('latitude')) cells.set('latitude', String(point[1]))
  }
  return cells
}

function put(cells: Map<string, string>, path: string, value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new UnreadableJson(refuse('json-too-deep'))
  if (value === null || value === undefined) {
    if (path !== '') cells.set(path, '')
  } else if (Array.isArray(value)) {
    cells.set(
      path,
      value.every(isPlain) ? value.map((one) => String(one ?? '')).join('|') : JSON.stringify(value),
    )
  } else if (typeof value === 'object') {
    const point = depth > 0 && 'type' in value && value.type === 'Point' ? pointOf(value) : null
    if (point) {
      cells.set(`${path}.longitude`, String(point[0]))
      cells.set(`${path}.latitude`, String(point[1]))
      return
    }
    for (const [name, inner] of Object.entries(value))
      put(cells, path === '' ? name : `${path}.${name}`, inner, depth + 1)
  } else cells.set(path, String(value))
}

function isRecord(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

/** Longitude and latitude of a point; of a polygon (a building), the middle of its outline. */
function pointOf(geometry: unknown): [number, number] | null {
  if (geometry === null || typeof geometry !== 'object' || !('coordinates' in geometry)) return null
  const { coordinates, type } = geometry as { coordinates: unknown; type?: unknown }
  if (!Array.isArray(coordinates)) return null
  if (type === 'Polygon') return middleOf(coordinates[0])
  if (type === 'MultiPolygon') return middleOf(Array.isArray(coordinates[0]) ? coordinates[0][0] : null)
  return isPair(coordinates) ? [coordinates[0], coordinates[1]] : null
}

function middleOf(outline: unknown): [number, number] | null {
  const points = Array.isArray(outline) ? outline.filter(isPair) : []
  if (points.length === 0) return null
  const middle = (rank: 0 | 1) => {
    const values = points.map((point) => point[rank])
    return Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e6) / 1e6
  }
  return [middle(0), middle(1)]
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
}
