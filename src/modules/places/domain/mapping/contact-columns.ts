import type { StandardColumn } from '../standard/standard-columns.ts'
import { type CellsOf, SOMEBODY } from './heading-guesses.ts'
import { headingWords } from './known-headings.ts'
import type { Mapping, Origin } from './mapping.ts'

const MAIL_WITHIN = /\S@\S/
const PHONE_WITHIN = /(?:\+|\b0)\d(?:[\s.-]?\d){8}/
/** From this share of its cells on, a column of the ones holds the others too. */
const LEAST = 0.3

/**
 * « contact@relais.example / 01 99 00 00 00 » in one cell, when only one of the two is found, or none and a column is named
 * for both: each reads its own.
 */
export function mixedContacts(
  { courriels, telephone }: Mapping['columns'],
  free: readonly string[],
  cellsOf: CellsOf,
): Partial<Record<StandardColumn, Origin>> {
  const holds = (origin: Origin, within: RegExp) => {
    const cells = origin.kind === 'column' ? cellsOf(origin.from[0] ?? '') : []
    return cells.length > 0 && cells.filter((cell) => within.test(cell)).length >= cells.length * LEAST
  }
  if (courriels && !telephone && holds(courriels, PHONE_WITHIN)) return { telephone: courriels }
  if (telephone && !courriels && holds(telephone, MAIL_WITHIN)) return { courriels: telephone }
  const named = free.find((heading) => {
    const words = headingWords(heading)
    return /\b(contacts?|joindre|coordonnees)\b/.test(words) && !SOMEBODY.test(words)
  })
  if (courriels || telephone || named === undefined) return {}
  const origin: Origin = { kind: 'column', from: [named] }
  return {
    ...(holds(origin, MAIL_WITHIN) && { courriels: origin }),
    ...(holds(origin, PHONE_WITHIN) && { telephone: origin }),
  }
}
