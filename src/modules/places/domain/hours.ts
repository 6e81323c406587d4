/** Minutes since midnight, end excluded. `end` goes beyond 1440 when a place closes after midnight. */
export interface Span {
  start: number
  end: number
}

/** Seven days from Monday; an empty list is a closed day. */
export interface Week {
  days: readonly (readonly Span[])[]
  /** What the text says of public holidays; null when it does not. */
  holidays: 'open' | 'closed' | null
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const DAY_NAMES = new RegExp(`^(?:(?:PH|${DAYS.join('|')})(?:-(?:${DAYS.join('|')}))?,?)+`)
const SPAN = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/
const WHOLE_DAY: Span = { start: 0, end: 1440 }

/**
 * Reads the common grammar of OSM opening_hours: lists and ranges of days, several spans, spans past midnight,
 * `24/7`, `off`, `PH`. A later rule replaces the earlier ones of the same day (DIR-49). Null for anything else
 * (months, weeks, comments…): such hours are shown as their place wrote them, never guessed.
 */
export function readWeek(text: string): Week | null {
  const days: Span[][] = [[], [], [], [], [], [], []]
  let holidays: Week['holidays'] = null
  for (const rule of rulesOf(text)) {
    const read = readRule(rule)
    if (!read) return null
    for (const index of read.days) days[index] = read.spans
    if (read.holidays) holidays = read.spans.length > 0 ? 'open' : 'closed'
  }
  return days.some((spans) => spans.length > 0) ? { days, holidays } : null
}

function rulesOf(text: string): string[] {
  return text
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
}

interface Rule {
  days: number[]
  holidays: boolean
  spans: Span[]
}

function readRule(rule: string): Rule | null {
  if (rule === '24/7') return { days: [0, 1, 2, 3, 4, 5, 6], holidays: false, spans: [WHOLE_DAY] }
  const compact = rule.replace(/\s*,\s*/g, ',')
  const named = DAY_NAMES.exec(compact)?.[0] ?? ''
  const spans = readSpans(compact.slice(named.length).trim())
  if (!spans) return null
  const names = named.split(',').filter((name) => name !== '')
  const days =
    names.length === 0 ? [0, 1, 2, 3, 4, 5, 6] : names.filter((name) => name !== 'PH').flatMap(daysOf)
  return { days, holidays: names.includes('PH'), spans }
}

/** `Fr-Mo` goes round the end of the week. */
function daysOf(name: string): number[] {
  const [from = '', to = from] = name.split('-')
  const first = DAYS.indexOf(from)
  const length = ((DAYS.indexOf(to) - first + 7) % 7) + 1
  return Array.from({ length }, (_, step) => (first + step) % 7)
}

function readSpans(text: string): Span[] | null {
  if (text === 'off' || text === 'closed') return []
  const spans = text.split(',').map(readSpan)
  return spans.every((span) => span !== null) ? spans.sort((one, other) => one.start - other.start) : null
}

function readSpan(text: string): Span | null {
  const [, startHour, startMinute, endHour, endMinute] = SPAN.exec(text) ?? []
  const start = Number(startHour) * 60 + Number(startMinute)
  const end = Number(endHour) * 60 + Number(endMinute)
  if (
    Number.isNaN(start) ||
    start >= 1440 ||
    end > 2880 ||
    Number(startMinute) > 59 ||
    Number(endMinute) > 59
  )
    return null
  return { start, end: end > start ? end : end + 1440 }
}
