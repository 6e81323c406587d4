import type { UnitId } from '../equipment.ts'

/** How a part was found. EQP-802. */
export const CONDITIONS = ['good', 'worn', 'damaged', 'missing', 'not_checked'] as const

export type Condition = (typeof CONDITIONS)[number]

export type Direction = 'out' | 'in'

/** One thing to look at: a unit with its own code, or a label with a count (six cables). */
export interface PartToCheck {
  readonly rank: number
  readonly unitId: UnitId | null
  readonly label: string
  readonly expected: number
  readonly isCritical: boolean
  /** Copied from the log of updates. */
  readonly software: string
}

/** The same, as it was found. */
export interface PartFound extends PartToCheck {
  readonly found: number
  readonly condition: Condition
  readonly remark: string
  /** Null: not tried, or nothing to switch on. */
  readonly powersOn: boolean | null
  /** 0 to 100; null: not read. */
  readonly charge: number | null
}

export type Party = 'owner' | 'collector'

export interface Signature {
  readonly party: Party
  readonly manner: 'drawn' | 'typed' | 'account' | 'refused'
  readonly reservations: string
  readonly refusalReason: string
}

/** The units that are back, by what was counted: those found among the open ones. EQP-808. */
export function unitsBack(parts: readonly PartFound[], open: readonly UnitId[]): UnitId[] {
  return open.filter((unit) =>
    parts.some((part) => part.unitId === unit && part.found > 0 && part.condition !== 'missing'),
  )
}

/** Worse than it left: what the return says beside the departure. */
export function isWorse(out: Condition, back: Condition): boolean {
  const order: readonly Condition[] = ['good', 'worn', 'damaged', 'missing']
  return out !== 'not_checked' && back !== 'not_checked' && order.indexOf(back) > order.indexOf(out)
}

/** The same facts always give the same text: keys in their order, whatever the order they were read in. EQP-804. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonicalText(one)}`)
  return `{${members.join(',')}}`
}
