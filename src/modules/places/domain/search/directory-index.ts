import type { PlaceId } from '../place.ts'
import { CodedColumn } from './coded-column.ts'
import { FACET_NAMES, type Facet } from './facets.ts'
import { RowSet } from './row-set.ts'

/** The lists of values that a filter chooses from. */
export const LISTS = [...FACET_NAMES, 'typologies'] as const
export type ListName = Facet | 'typologies'

/** What the filters ask of a published place. Texts are empty when nobody said. */
export interface IndexedPlace {
  readonly id: PlaceId
  /** In the order of `LISTS`. */
  readonly lists: readonly (readonly string[])[]
  readonly source: string
  readonly insee: string
  readonly postal: string
  /** The key of its hours. */
  readonly hours: string
  /** The name of its commune as the database folds it, of a place without an INSEE code. */
  readonly commune: string
  readonly hasBooking: boolean
  readonly hasAccessibility: boolean
  /** Where it is drawn; null: nowhere. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  /** Days since 1970; null: unknown. */
  readonly updated: number | null
  /** Another number when the name is another. */
  readonly nameDigest: number
}

/** What an ordinary week of some hours offers; false when nobody reads them. */
export interface IndexedHours {
  readonly isRead: boolean
  readonly moments: readonly string[]
}

/**
 * The published places of a network by what filters ask of them, each place on a row of its own: about 60 bytes. A row is
 * never given to another place, so a set of rows goes on meaning the same while the index follows the directory.
 */
export class DirectoryIndex {
  readonly all = new RowSet()
  readonly lists = new Map<ListName, Map<string, RowSet>>(LISTS.map((name) => [name, new Map()]))
  readonly booking = new RowSet()
  readonly accessibility = new RowSet()
  readonly sources = new CodedColumn()
  readonly insee = new CodedColumn()
  readonly postal = new CodedColumn()
  readonly communes = new CodedColumn()
  readonly hours = new CodedColumn()
  latitude = new Float64Array(0)
  longitude = new Float64Array(0)
  /** The place of each row in the French alphabet. */
  rank = new Uint32Array(0)
  #hoursOf = new Map<string, IndexedHours>()
  #moments: ReadonlyMap<string, RowSet> | null = null
  readonly #rows = new Map<PlaceId, number>()
  readonly #ids: PlaceId[] = []
  #byId: Uint32Array | null = null
  #names = new Int32Array(0)
  #updated = new Int32Array(0)

  /** How many rows were ever given. */
  get rows(): number {
    return this.#ids.length
  }

  /** True when the order of the names is another from now on. */
  put(place: IndexedPlace): boolean {
    const known = this.#rows.get(place.id)
    const row = known ?? this.#newRow(place.id)
    const isRenamed = known === undefined || this.#names[row] !== place.nameDigest
    this.#names[row] = place.nameDigest
    this.all.add(row)
    LISTS.forEach((name, at) => {
      if (known !== undefined) this.#clearList(row, name)
      this.#putList(row, name, place.lists[at] ?? [])
    })
    mark(this.booking, row, place.hasBooking)
    mark(this.accessibility, row, place.hasAccessibility)
    this.sources.put(row, place.source)
    this.insee.put(row, place.insee)
    this.postal.put(row, place.postal)
    this.communes.put(row, place.commune)
    this.hours.put(row, place.hours)
    this.latitude[row] = place.point?.latitude ?? Number.NaN
    this.longitude[row] = place.point?.longitude ?? Number.NaN
    this.#updated[row] = place.updated ?? NEVER
    this.#moments = null
    return isRenamed
  }

  /** A place that the public no longer sees. */
  drop(id: PlaceId): void {
    const row = this.#rows.get(id)
    if (row === undefined) return
    this.#rows.delete(id)
    this.all.delete(row)
  }

  putHours(key: string, hours: IndexedHours): void {
    this.#hoursOf.set(key, hours)
    this.#moments = null
  }

  /** All the published places, in the order of the French alphabet. */
  putOrder(ids: readonly PlaceId[]): void {
    this.rank = new Uint32Array(this.latitude.length)
    for (const [rank, id] of ids.entries()) {
      const row = this.#rows.get(id)
      if (row !== undefined) this.rank[row] = rank
    }
  }

  /** The less, the more lately it changed; `Infinity`: nobody knows. */
  ageOf(row: number): number {
    const day = this.#updated[row] ?? NEVER
    return day === NEVER ? Number.POSITIVE_INFINITY : -day
  }

  rowOf(id: PlaceId): number | undefined {
    return this.#rows.get(id)
  }

  rowsOf(ids: readonly PlaceId[]): RowSet {
    const rows = new RowSet(this.rows)
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (row !== undefined) rows.add(row)
    }
    return rows
  }

  idsOf(rows: Iterable<number>): PlaceId[] {
    return [...rows].flatMap((row) => this.#ids[row] ?? [])
  }

  /** The places of these rows in the order of their ids: `limit` at most, after that one. */
  idsAfter(rows: RowSet, after: PlaceId | null, limit: number): PlaceId[] {
    this.#byId ??= Uint32Array.from(
      [...this.#rows].sort(([one], [other]) => (one < other ? -1 : 1)),
      ([, row]) => row,
    )
    const ids: PlaceId[] = []
    for (let at = after === null ? 0 : this.#firstAfter(this.#byId, after); ids.length < limit; at += 1) {
      const row = this.#byId[at]
      if (row === undefined) break
      const id = this.#ids[row]
      if (id !== undefined && rows.has(row)) ids.push(id)
    }
    return ids
  }

  /** The rows that have any of the values. */
  offering(name: ListName, values: readonly string[]): RowSet {
    const sets = values.map((value) => this.lists.get(name)?.get(value) ?? new RowSet())
    return sets.reduce((all, one) => all.or(one), new RowSet())
  }

  /** The rows whose hours one can read. */
  withHours(): RowSet {
    return this.hours.rowsWhere((key) => this.#hoursOf.get(key)?.isRead === true)
  }

  /** By what an ordinary week may offer, the rows that do. */
  moments(): ReadonlyMap<string, RowSet> {
    const named = new Set([...this.#hoursOf.values()].flatMap(({ moments }) => moments))
    this.#moments ??= new Map(
      [...named].map((moment) => [
        moment,
        this.hours.rowsWhere((key) => this.#hoursOf.get(key)?.moments.includes(moment) === true),
      ]),
    )
    return this.#moments
  }

  /** Where the ids greater than that one begin. */
  #firstAfter(byId: Uint32Array, after: PlaceId): number {
    let [low, high] = [0, byId.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#ids[byId[middle] ?? 0] ?? '') <= after) low = middle + 1
      else high = middle
    }
    return low
  }

  #newRow(id: PlaceId): number {
    this.#byId = null
    const row = this.#ids.push(id) - 1
    this.#rows.set(id, row)
    if (row >= this.latitude.length) this.#widen(Math.max(1024, row * 2))
    return row
  }

  #widen(rows: number): void {
    const [latitude, longitude, updated] = [this.latitude, this.longitude, this.#updated]
    const [rank, names] = [this.rank, this.#names]
    this.latitude = new Float64Array(rows)
    this.longitude = new Float64Array(rows)
    this.#updated = new Int32Array(rows)
    this.rank = new Uint32Array(rows)
    this.#names = new Int32Array(rows)
    this.latitude.set(latitude)
    this.longitude.set(longitude)
    this.#updated.set(updated)
    this.rank.set(rank)
    this.#names.set(names)
  }

  #clearList(row: number, name: ListName): void {
    for (const rows of this.lists.get(name)?.values() ?? []) rows.delete(row)
  }

  #putList(row: number, name: ListName, values: readonly string[]): void {
    const byValue = this.lists.get(name)
    for (const value of values) {
      const rows = byValue?.get(value) ?? new RowSet()
      rows.add(row)
      byValue?.set(value, rows)
    }
  }
}

/** Before any day: a place whose last change nobody knows comes last. */
const NEVER = -2_147_483_648

function mark(rows: RowSet, row: number, isIn: boolean): void {
  if (isIn) rows.add(row)
  else rows.delete(row)
}
