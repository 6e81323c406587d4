import type { StandardColumn } from '../standard/standard-columns.ts'
import type { Reading } from './reading.ts'

/** A row as its file names it: heading → cell. */
export type SourceRow = Readonly<Record<string, string>>

/** Where one column of the standard comes from. DIR-29. */
export type Origin =
  /** The first of these columns that says something. */
  | { readonly kind: 'column'; readonly from: readonly string[] }
  /** What they say, one after the other: « 12 » and « rue Haute ». */
  | { readonly kind: 'join'; readonly from: readonly string[]; readonly with: string }
  /** A part of an address or of a point written in one cell: « 8 rue Haute - 50999 Valmer », « 48.85, 2.35 ». */
  | { readonly kind: 'part'; readonly from: string; readonly part: CellPart }
  /** The same for every row. */
  | { readonly kind: 'constant'; readonly value: string }
  /**
   * Words brought to those of the standard. `values`: what this source writes (folded) and the standard's word for it; '' for none,
   * several joined by `|`. `ticks`: columns to tick, each with the word that a « x » or a « oui » stands for.
   */
  | {
      readonly kind: 'terms'
      readonly from: readonly string[]
      readonly values: Readonly<Record<string, string>>
      readonly ticks?: Readonly<Record<string, string>>
    }
  /** One column per day, from Monday, or several (morning, afternoon); null: the file has none for that day. */
  | { readonly kind: 'days'; readonly from: readonly DayColumns[] }

export type DayColumns = string | readonly string[] | null
export type AddressPart = 'street' | 'postal-code' | 'commune'
export type CellPart = AddressPart | 'latitude' | 'longitude'

/** How the rows of one source become rows of the standard. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<StandardColumn, Origin>>>
  /** Rows of one name, address and postal code are one place: the file has a row per service. */
  readonly isGrouped: boolean
  /** How its file is read, where a person corrected what was recognised. DIR-28. */
  readonly reading?: Reading | undefined
}

/** Headings that a mapping reads. */
export function columnsRead({ columns }: Mapping): Set<string> {
  return new Set(Object.values(columns).flatMap(headingsOf))
}

export function headingsOf(origin: Origin): readonly string[] {
  switch (origin.kind) {
    case 'column':
    case 'join':
      return origin.from
    case 'terms':
      return origin.ticks ? [...origin.from, ...Object.keys(origin.ticks)] : origin.from
    case 'part':
      return [origin.from]
    case 'days':
      return origin.from.flatMap((heading) => heading ?? [])
    case 'constant':
      return []
  }
}
