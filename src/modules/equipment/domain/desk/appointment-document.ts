import { isAway, type LineState } from '../line.ts'
import type { Direction } from './condition.ts'

interface LineOfAppointment {
  readonly state: LineState
  /** Both parties answered its report. */
  readonly isFrozen: boolean
}

/** Its report may still come, at this very appointment. */
function isAwaited({ state, isFrozen }: LineOfAppointment, direction: Direction): boolean {
  if (isFrozen) return false
  return direction === 'out' ? isOnShelf(state) : isAway(state) || state === 'returned'
}

/** It is over at the desk for this appointment: the paper is due. */
function hasPassed({ state }: LineOfAppointment, direction: Direction): boolean {
  return direction === 'out' ? !isOnShelf(state) : !isAway(state) && state !== 'returned'
}

const isOnShelf = (state: LineState) => state === 'approved' || state === 'prepared'

/**
 * Is the document of an appointment written now? Once every report it can hold is answered; or as soon as one of its loans
 * has passed, and again, more complete, when the others follow. EQP-805.
 */
export function isDocumentDue(lines: readonly LineOfAppointment[], direction: Direction): boolean {
  const frozen = lines.filter(({ isFrozen }) => isFrozen)
  if (frozen.length === 0) return false
  return (
    lines.every((line) => !isAwaited(line, direction)) || frozen.some((line) => hasPassed(line, direction))
  )
}
