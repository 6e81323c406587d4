import type { DeskId, UnitId } from '../equipment.ts'

/** Why a unit that was seen is not where, or what, it should be. EQP-1306. */
export type Difference = 'other_desk' | 'out_on_loan' | 'out_of_stock'

/** A unit as the inventory knows it on the day of the session. */
export interface KnownUnit {
  readonly id: UnitId
  readonly homeDeskId: DeskId
  readonly isOutOnLoan: boolean
  /** Lost, stolen or retired: nobody expects it. */
  readonly isOutOfStock: boolean
}

export interface Finding {
  readonly finding: 'seen' | 'misplaced'
  readonly because: Difference | null
}

/** What a unit that is in front of the agent says. `desk` null: the session is of the whole inventory. */
export function findingOf(unit: KnownUnit, desk: DeskId | null): Finding {
  const because = unit.isOutOfStock
    ? 'out_of_stock'
    : unit.isOutOnLoan
      ? 'out_on_loan'
      : desk !== null && unit.homeDeskId !== desk
        ? 'other_desk'
        : null
  return { finding: because === null ? 'seen' : 'misplaced', because }
}

/** The units that ought to have been there and were not read. Those out on loan are told apart: nobody misses them. */
export function unseenOf<Unit extends KnownUnit>(
  known: readonly Unit[],
  read: ReadonlySet<UnitId>,
  desk: DeskId | null,
): { missing: Unit[]; outOnLoan: Unit[] } {
  const unread = known.filter(
    (unit) => !read.has(unit.id) && !unit.isOutOfStock && (desk === null || unit.homeDeskId === desk),
  )
  return {
    missing: unread.filter((unit) => !unit.isOutOnLoan),
    outOnLoan: unread.filter((unit) => unit.isOutOnLoan),
  }
}

/** One code a line, as they were typed or scanned; the same one twice counts once. */
export function codesIn(text: string): string[] {
  const codes = text.split(/[\n\r;,\t]+/).map((code) => code.trim())
  return [...new Map(codes.filter((code) => code !== '').map((code) => [code.toLowerCase(), code])).values()]
}
