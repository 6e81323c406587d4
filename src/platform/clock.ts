import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { dayOf, type Instant, PARIS } from '../kernel/instant.ts'

/** The only place that reads the machine's clock. Everything else is given a `Clock`. */
export interface Clock {
  now(): Instant
  /** The civil day in `zone`, Europe/Paris unless told. */
  today(zone?: string): Day
}

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  today: (zone = PARIS) => dayOf(new Date().toISOString() as Instant, zone),
}

/**
 * A clock moved to `start`, whose hours go on turning: for demos (`MAILLAGE_TODAY`). The day then changes at the
 * real midnight.
 */
export function movedClock(start: Day, real: Clock = systemClock): Clock {
  const shift = daysBetween(real.today(), start)
  return {
    now: () => new Date(Date.parse(real.now()) + shift * 86_400_000).toISOString() as Instant,
    today: (zone) => addDays(real.today(zone), shift),
  }
}

/** A clock that stands still until told: for tests. */
export function stoppedClock(at: Instant): Clock & { moveTo(instant: Instant): void } {
  let current = at
  return {
    now: () => current,
    today: (zone = PARIS) => dayOf(current, zone),
    moveTo: (instant) => {
      current = instant
    },
  }
}
