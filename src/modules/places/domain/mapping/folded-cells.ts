import { hoursText, isHours, isWeek, weekText } from './folded-hours.ts'
import { isHeadingOf } from './known-headings.ts'

/** A table whose cells hold lists and objects, read with a column for each of their fields. */
export interface Unfolding {
  readonly header: readonly string[]
  cells(row: readonly string[]): string[]
}

/**
 * Portals write what has parts in one cell, in JSON: the address, the telephones, the hours of a service of the State. A list
 * of texts is told by `|`, hours in the grammar of OpenStreetMap, an object by its path (`adresse.code_postal`): of several
 * objects, the first. Null when no column is written so. `rows`: a few of the first. DIR-28.
 */
export function unfolding(header: readonly string[], rows: readonly (readonly string[])[]): Unfolding | null {
  const columns = header.map((name, at) => {
    const cells = rows.map((row) => row[at] ?? '')
    return columnOf(name, cells)
  })
  if (columns.every(({ isFolded }) => !isFolded)) return null
  return {
    header: columns.flatMap(({ names }) => names),
    cells: (row) => columns.flatMap(({ read }, at) => read(row[at] ?? '')),
  }
}

interface Column {
  isFolded: boolean
  names: readonly string[]
  read(cell: string): readonly string[]
}

/** More fields than this is a document, not a part of a place. */
const MOST_FIELDS = 40

function columnOf(name: string, cells: readonly string[]): Column {
  const values = cells.filter((cell) => cell.trim() !== '').map(parsed)
  const things = values.flatMap((value) => recordsIn(value ?? []))
  const fields = [...new Set(things.flatMap((thing) => Object.keys(flat(thing))))]
  const areTold =
    things.every((thing) => isValue(thing) || isHours(thing)) || values.every((value) => isWeek(value ?? []))
  // A geometry is read by `pointIn`, whole; hours that nobody understands are better left whole than told by the first alone.
  const isCut = isHeadingOf('horaires', name) && values.some((value) => recordsIn(value ?? []).length > 1)
  const isApart =
    fields.some((field) => /(^|\.)coordinates$/.test(field)) || fields.length > MOST_FIELDS || isCut
  if (values.length === 0 || values.includes(null) || (isApart && !areTold))
    return { isFolded: false, names: [name], read: (cell) => [cell] }
  if (areTold) return { isFolded: true, names: [name], read: (cell) => [textOf(parsed(cell) ?? cell)] }
  return {
    isFolded: true,
    names: fields.map((field) => `${name}.${field}`),
    read: (cell) => {
      const value = parsed(cell)
      // A cell written otherwise further down is kept, in the first of them.
      if (!value) return fields.map((_, rank) => (rank === 0 ? cell : ''))
      const [thing] = recordsIn(value)
      const said = flat(thing ?? {})
      return fields.map((field) => textOf(said[field]))
    },
  }
}

type Thing = Readonly<Record<string, unknown>>

/** The list of a cell, its one object as a list; null when it is a text. */
function parsed(cell: string): readonly unknown[] | null {
  if (!/^\s*(?:\{.*\}|\[.*\])\s*$/s.test(cell)) return null
  try {
    return [JSON.parse(cell)].flat()
  } catch {
    return null
  }
}

function recordsIn(values: readonly unknown[]): Thing[] {
  return values.filter((one): one is Thing => one !== null && typeof one === 'object' && !Array.isArray(one))
}

/** The fields of the objects within, by their paths: `Address.Street`. */
function flat(thing: Thing, path = '', depth = 0): Thing {
  const entries = Object.entries(thing).flatMap(([name, value]): [string, unknown][] => {
    const [inner] = recordsIn([value])
    const isWhole = !inner || isValue(inner) || isHours(inner) || depth === MOST_DEEP
    return isWhole ? [[path + name, value]] : Object.entries(flat(inner, `${path}${name}.`, depth + 1))
  })
  return Object.fromEntries(entries)
}

const MOST_DEEP = 3

/** What has parts of its own stays as it is written. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    const things = recordsIn(value)
    if (isWeek(value)) return weekText(value)
    if (things.length > 0 && things.every(isHours)) return hoursText(things)
    if (!things.every(isValue)) return JSON.stringify(value)
    return [...new Set(value.map(textOf).filter((text) => text !== ''))].join('|')
  }
  if (typeof value !== 'object') return String(value)
  const [thing] = recordsIn([value])
  return thing && isValue(thing)
    ? textOf([...VALUES, ...NAMES].map((name) => thing[name]).find(isSaid))
    : JSON.stringify(value)
}

const VALUES = ['valeur', 'value', 'url', 'href']
const NAMES = ['nom', 'name', 'libelle', 'label', 'title']
const CODES = ['id', '_id', 'code', 'slug', 'type']

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

/** What is said, with a caption at most: `{"valeur": "01 99 00 00 00", "description": "accueil"}`, `{"id": 3, "nom": "Wifi"}`. */
function isValue(thing: Thing): boolean {
  const keys = Object.keys(thing)
  if (keys.length <= 3 && VALUES.some((name) => keys.includes(name))) return true
  const [only, ...others] = keys.filter((key) => !CODES.includes(key))
  return only !== undefined && others.length === 0 && NAMES.includes(only)
}
