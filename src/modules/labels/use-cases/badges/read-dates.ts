import { compareInstants, type Instant, parseInstant } from '../../../../kernel/instant.ts'
import type { DatesLine } from './verification.ts'

/** Where a moment falls between the dates a document gives itself; without dates, it is current. */
export function datesOf(
  { validFrom, validUntil }: { validFrom?: unknown; validUntil?: unknown },
  now: Instant,
): DatesLine {
  const [from, until] = [validFrom, validUntil].map((told) =>
    told === undefined ? undefined : parseInstant(told),
  )
  if (from === null || until === null) return 'unreadable'
  if (from && compareInstants(from, now) > 0) return 'not-yet'
  return until && compareInstants(until, now) < 0 ? 'expired' : 'current'
}
