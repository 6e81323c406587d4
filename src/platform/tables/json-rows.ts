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

/**
 * The objects of the first list of a JSON text: the list itself, or one that an object holds (`{"features": […]}`), read one
 * after the other without ever holding the whole.
 */
export async function* readJsonRows(source: FileSource): AsyncGenerator<JsonRow> {
  let line = 0
  for await (const text of elements(source)) {
    line += 1
    const value = parsed(text, line)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue
    yield { line, cells: cellsOf(value as Record<string, unknown>) }
  }
}

/** The names of all the fields, in the order in which they are first met. */
export async function jsonHeader(source: FileSource): Promise<string[]> {
  const names = new Set<string>()
  for await (const { cells } of readJsonRows(source)) for (const name of cells.keys()) names.add(name)
  return [...names]
}

/** The text of each object that stands directly in the first list. */
async function* elements(source: FileSource): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let depth = 0
  let listDepth = -1
  let isInText = false
  let isEscaped = false
  let held = ''
  let startDepth = -1
  const step = function* (text: string): Generator<string> {
    let from = startDepth >= 0 ? 0 : -1
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at)
      if (isInText) {
        if (isEscaped) isEscaped = false
        else if (sign === BACKSLASH) isEscaped = true
        else if (sign === QUOTE) isInText = false
        continue
      }
      if (sign === QUOTE) isInText = true
      else if (sign === OPEN_LIST) {
        if (listDepth < 0 && startDepth < 0) listDepth = depth
        depth += 1
      } else if (sign === OPEN_OBJECT) {
        const isRow = startDepth < 0 && listDepth >= 0 && depth === listDepth + 1
        if (isRow) {
          startDepth = depth
          from = at
        }
        depth += 1
      } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
        depth -= 1
        if (startDepth === depth && sign === CLOSE_OBJECT) {
          yield held + text.slice(from, at + 1)
          held = ''
          startDepth = -1
          from = -1
        }
        // The list is over: what follows it is of no interest.
        if (sign === CLOSE_LIST && depth === listDepth && startDepth < 0) listDepth = Number.MAX_SAFE_INTEGER
      }
    }
    if (from >= 0) held += text.slice(from)
    if (held.length > LONGEST_ELEMENT) throw new UnreadableJson(refuse('json-broken'))
  }
  for await (const chunk of source.open())
    yield* step(decoder.decode(chunk, { stream: true }).replaceAll('\0', ''))
  yield* step(decoder.decode())
  if (startDepth >= 0) throw new UnreadableJson(refuse('json-broken'))
}

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

/** Objects within are told by their path (`adresse.commune`), lists by `|`; a point of GeoJSON gives a latitude and a longitude. */
function cellsOf(element: Record<string, unknown>): Map<string, string> {
  const cells = new Map<string, string>()
  const point = pointOf(element.geometry)
  const fields =
    element.type === 'Feature' ? ((element.properties ?? {}) as Record<string, unknown>) : element
  put(cells, '', fields, 0)
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
    for (const [name, inner] of Object.entries(value))
      put(cells, path === '' ? name : `${path}.${name}`, inner, depth + 1)
  } else cells.set(path, String(value))
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

function pointOf(geometry: unknown): [number, number] | null {
  if (geometry === null || typeof geometry !== 'object' || !('coordinates' in geometry)) return null
  const { coordinates } = geometry as { coordinates: unknown }
  if (!Array.isArray(coordinates)) return null
  const [longitude, latitude] = coordinates
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null
}
