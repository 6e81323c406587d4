/** One part of a loan, as it left and as it came back: never as it is elsewhere today. EQP-105. */
export interface Part {
  /** Null: a label with a count (six cables), that has no code of its own. */
  readonly unitId: string | null
  readonly label: string
  readonly isCritical: boolean
  readonly left: number
  /** Null: not back yet, or not counted. */
  readonly back: number | null
}

export interface Completion {
  /** Serialised parts still in the borrower's hands: their custody stays open. */
  readonly stillOut: readonly Part[]
  /** Counted back, and fewer than left: an incident each. */
  readonly missing: readonly Part[]
  /** The kit is not lent while a critical part is out or missing. EQP-808. */
  readonly lacksCritical: boolean
  readonly state: 'partially_returned' | 'returned'
}

/** What a return leaves open, computed from the parts of this loan alone. EQP-105, EQP-808, L17. */
export function completionOf(parts: readonly Part[]): Completion {
  const stillOut = parts.filter(({ unitId, back }) => unitId !== null && (back === null || back === 0))
  const missing = parts.filter(({ unitId, left, back }) => unitId === null && (back ?? left) < left)
  return {
    stillOut,
    missing,
    lacksCritical: [...stillOut, ...missing].some(({ isCritical }) => isCritical),
    state: stillOut.length > 0 ? 'partially_returned' : 'returned',
  }
}
