import type { Period } from '../../../../kernel/period.ts'

/** A correction of the public holidays the product knows: a day more, or one that is worked. DIR-51. */
export interface HolidayRule {
  /** `67`, `974`…; null: everywhere. */
  readonly department: string | null
  readonly month: number
  readonly day: number
  readonly isOff: boolean
  readonly fromYear: number | null
  readonly untilYear: number | null
}

/** What a network loaded and corrected of the days off. */
export interface HolidayBook {
  /** By zone, in order; a zone without any is not known. DIR-52. */
  readonly school: ReadonlyMap<string, readonly Period[]>
  readonly rules: readonly HolidayRule[]
}

export const emptyBook: HolidayBook = { school: new Map(), rules: [] }
