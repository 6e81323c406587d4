import { addDays, type Day, weekday } from '../../../../kernel/day.ts'
import type { WeekMoment } from '../search/asked.ts'
import { type CompiledHours, hoursFrom } from './compile-hours.ts'
import type { DayHours } from './hours-on.ts'
import type { Span } from './rules.ts'

/** When hours are surely open, as one lookup answers it: minutes of the week, and of the dates that differ. DIR-49. */
export interface OpenSchedule {
  /** Minutes since Monday midnight, 0 to 10080. */
  readonly week: readonly Span[]
  /** Minutes since midnight, 0 to 1440: what spills over from the eve is there too. */
  readonly days: readonly { readonly on: Day; readonly spans: readonly Span[] }[]
  readonly moments: readonly WeekMoment[]
}

const MINUTES = 1440
/** Whoever works until six needs half an hour more. */
const EVENING: Span = { start: 1080, end: 1110 }

export function openSchedule(compiled: CompiledHours): OpenSchedule {
  const { week, exceptions } = compiled
  const usual = week.map((hours, number) => within(week[(number + 6) % 7], hours))
  const may = new Set([...exceptions.keys()].flatMap((on) => [on, addDays(on, 1)]))
  const days = [...may].sort().flatMap((on) => {
    const spans = within(hoursFrom(compiled, addDays(on, -1)), hoursFrom(compiled, on))
    return isSame(spans, usual[(weekday(on) + 6) % 7] ?? []) ? [] : [{ on, spans }]
  })
  return {
    week: usual.flatMap((spans, number) =>
      spans.map(({ start, end }) => ({ start: start + number * MINUTES, end: end + number * MINUTES })),
    ),
    days,
    moments: momentsOf(usual),
  }
}

/** What is surely open between one midnight and the next. */
function within(eve: DayHours | undefined, day: DayHours): Span[] {
  const ofEve =
    !eve || eve.isUnsure
      ? []
      : eve.spans.map(({ start, end }) => ({ start: start - MINUTES, end: end - MINUTES }))
  const own = day.isUnsure ? [] : day.spans
  return [...ofEve, ...own]
    .map(({ start, end }) => ({ start: Math.max(start, 0), end: Math.min(end, MINUTES) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start)
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function momentsOf(usual: readonly (readonly Span[])[]): WeekMoment[] {
  const isEvening = usual.some((spans) =>
    spans.some(({ start, end }) => start <= EVENING.end && end >= EVENING.end && end > EVENING.start),
  )
  const all: [WeekMoment, boolean][] = [
    ['evening', isEvening],
    ['saturday', (usual[5]?.length ?? 0) > 0],
    ['sunday', (usual[6]?.length ?? 0) > 0],
  ]
  return all.filter(([, holds]) => holds).map(([moment]) => moment)
}
