/** Minutes since midnight, end excluded. `end` goes beyond 1440 when a place closes after midnight. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A month, maybe a day in it, maybe a year. */
export interface DatePoint {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
}

/** Which dates a rule is about. An empty list says nothing of that kind: every date. */
export interface DateSelector {
  readonly years: readonly { readonly from: number; readonly to: number }[]
  readonly dates: readonly { readonly from: DatePoint; readonly to: DatePoint }[]
  readonly weeks: readonly { readonly from: number; readonly to: number; readonly step: number }[]
}

/** Days from Monday, 0, and which of the month: first is 1, last is -1; an empty list is all of them. */
export interface WeekdayRange {
  readonly days: readonly number[]
  readonly nths: readonly number[]
}

export interface HoursRule {
  readonly during: DateSelector
  /** Every day when there is no range, no public holiday and no school holiday. */
  readonly weekdays: readonly WeekdayRange[]
  readonly isPublicHoliday: boolean
  /** `only`: the weekdays of school holidays; `also`: whatever the weekday. */
  readonly schoolHoliday: 'no' | 'only' | 'also'
  /** None: the whole day. */
  readonly spans: readonly Span[]
  readonly state: 'open' | 'off' | 'unknown'
  readonly comment: string
  /** `then` replaces what was said of the date, `also` adds to it, `else` is for dates of which nothing was said. */
  readonly joins: 'then' | 'also' | 'else'
}

const WEEKDAYS: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS: readonly string[] = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
const NO_DATES: DateSelector = { years: [], dates: [], weeks: [] }
const WHOLE_DAY: Span = { start: 0, end: 1440 }

/** `12:00` at most once round the clock after midnight. */
const LAST_MINUTE = 2880

/**
 * Reads OSM opening_hours: lists and ranges of days, of dates, of weeks, days of the month (`Mo[1]`), several spans, spans
 * past midnight, `24/7`, `off`, `unknown`, `PH`, `SH` and comments. Null for anything else (sunrise, Easter, an end left
 * open…): such hours are shown as their place wrote them, never guessed. DIR-49.
 */
export function readRules(text: string): HoursRule[] | null {
  const rules: HoursRule[] = []
  for (const { words, joins } of partsOf(text)) {
    const rule = readRule(new Scanner(words), joins)
    if (!rule) return null
    rules.push(rule)
  }
  return rules.length > 0 ? rules : null
}

/** The rules of a text, cut where a new one begins, never inside a comment. */
function partsOf(text: string): { words: string; joins: HoursRule['joins'] }[] {
  const parts: { words: string; joins: HoursRule['joins'] }[] = []
  let joins: HoursRule['joins'] = 'then'
  for (const piece of text.match(/"[^"]*"|\|\||;|[^";|]+|./gs) ?? []) {
    if (piece === ';' || piece === '||') {
      joins = piece === ';' ? 'then' : 'else'
      parts.push({ words: '', joins })
    } else {
      const last = parts.at(-1)
      if (last) last.words += piece
      else parts.push({ words: piece, joins: 'then' })
    }
  }
  return parts.filter(({ words }) => words.trim() !== '').flatMap(({ words, joins }) => added(words, joins))
}

const BEGINS_ANOTHER = new RegExp(
  `(?<=[\\d"]|off|closed)\\s*,\\s*(?=(?:${[...WEEKDAYS, ...MONTHS, 'PH', 'SH', 'week'].join('|')})\\b[^"]*\\d{1,2}:\\d{2})`,
)

/** `Mo 9:00-12:00, Tu 10:00-12:00`: the second adds to the first. */
function added(words: string, joins: HoursRule['joins']) {
  const pieces = words.split(BEGINS_ANOTHER)
  // A list of days before any time is one rule: `Jan 1, May 1 off`, `Mo[1], Tu 9:00-10:00`.
  const joined = pieces.reduce<string[]>((done, piece) => {
    const last = done.at(-1)
    if (last === undefined || /\d:\d|off|closed|"/.test(last)) done.push(piece)
    else done[done.length - 1] = `${last},${piece}`
    return done
  }, [])
  return joined.map((piece, rank) => ({ words: piece, joins: rank === 0 ? joins : ('also' as const) }))
}

function readRule(scan: Scanner, joins: HoursRule['joins']): HoursRule | null {
  const everyDay = { weekdays: [], isPublicHoliday: false, schoolHoliday: 'no' as const }
  if (scan.take(/24\/7/y)) {
    const always = { during: NO_DATES, ...everyDay, spans: [WHOLE_DAY], joins }
    const end = readEnd(scan, true)
    return end && { ...always, ...end }
  }
  const during = readDates(scan)
  if (!during) return null
  scan.take(/:/y)
  const days = readDays(scan) ?? everyDay
  const spans = readSpans(scan)
  if (!spans) return null
  const end = readEnd(scan, spans.length > 0)
  return end && { during, ...days, spans, ...end, joins }
}

/** The state and the comment that end a rule, and nothing after them. */
function readEnd(scan: Scanner, hasSpans: boolean): Pick<HoursRule, 'state' | 'comment'> | null {
  const word = scan.take(/open|off|closed|unknown/y)?.[0]
  const comment = scan.take(/"([^"]*)"/y)?.[1] ?? ''
  if (!scan.isOver || (word === undefined && !hasSpans && comment === '')) return null
  if (word === 'off' || word === 'closed') return { state: 'off', comment }
  // A comment alone says that one has to ask.
  return { state: word === 'unknown' || (word === undefined && !hasSpans) ? 'unknown' : 'open', comment }
}

function readDates(scan: Scanner): DateSelector | null {
  const years: DateSelector['years'][number][] = []
  const dates: DateSelector['dates'][number][] = []
  const weeks: DateSelector['weeks'][number][] = []
  do {
    const range = readDateRange(scan)
    if (range) dates.push(range)
    else {
      const [, from, to] = scan.take(/(\d{4})(?:-(\d{4}))?(?![\d:])/y) ?? []
      if (!from) break
      years.push({ from: Number(from), to: Number(to ?? from) })
    }
  } while (scan.take(/,(?!\s*(?:week|PH|SH|Mo|Tu|We|Th|Fr|Sa|Su)\b)/y))
  if (scan.take(/week\s/y)) {
    do {
      const [, from, to, step] = scan.take(/(\d{1,2})(?:\s*-\s*(\d{1,2}))?(?:\/(\d{1,2}))?(?!\d|:)/y) ?? []
      if (!from) return null
      weeks.push({ from: Number(from), to: Number(to ?? from), step: Math.max(1, Number(step ?? 1)) })
    } while (scan.take(/,(?=\s*\d{1,2}(?!\d|:))/y))
  }
  return { years, dates, weeks }
}

const POINT = new RegExp(`(?:(\\d{4})\\s+)?(${MONTHS.join('|')})(?:\\s+(\\d{1,2})(?!\\d|:\\d))?`, 'y')
const POINT_END = new RegExp(
  `\\s*-\\s*(?:(?:(\\d{4})\\s+)?(${MONTHS.join('|')})(?:\\s+(\\d{1,2})(?!\\d|:\\d))?|(\\d{1,2})(?!\\d|:\\d))`,
  'y',
)

function readDateRange(scan: Scanner): DateSelector['dates'][number] | null {
  const first = scan.take(POINT)
  if (!first) return null
  const from = pointOf(first[1], first[2], first[3])
  const last = scan.take(POINT_END)
  if (!last) return { from, to: from }
  // `Apr 15-30` ends in the same month.
  if (last[4]) return { from, to: { ...from, day: Number(last[4]) } }
  return { from, to: { ...pointOf(last[1], last[2], last[3]), year: last[1] ? Number(last[1]) : from.year } }
}

function pointOf(year: string | undefined, month: string | undefined, day: string | undefined): DatePoint {
  return {
    year: year ? Number(year) : null,
    month: MONTHS.indexOf(month ?? '') + 1,
    day: day ? Number(day) : null,
  }
}

type Days = Pick<HoursRule, 'weekdays' | 'isPublicHoliday' | 'schoolHoliday'>

function readDays(scan: Scanner): Days | null {
  const weekdays: WeekdayRange[] = []
  let isPublicHoliday = false
  let schoolHoliday: HoursRule['schoolHoliday'] = 'no'
  let found = false
  let goesOn = true
  while (goesOn) {
    const named = scan.take(/PH|SH/y)?.[0]
    if (named === 'PH') isPublicHoliday = true
    else if (named === 'SH') schoolHoliday = 'also'
    else {
      const range = readWeekdays(scan)
      if (!range) break
      // `SH Mo-Fr`: those days of the school holidays.
      weekdays.push(range)
    }
    found = true
    const narrows = named === 'SH' && scan.sees(/Mo|Tu|We|Th|Fr|Sa|Su/y)
    if (narrows) schoolHoliday = 'only'
    goesOn = narrows || scan.take(/,(?=\s*(?:PH|SH|Mo|Tu|We|Th|Fr|Sa|Su))/y) !== null
  }
  return found ? { weekdays, isPublicHoliday, schoolHoliday } : null
}

/** `Fr-Mo` goes round the end of the week. */
function readWeekdays(scan: Scanner): WeekdayRange | null {
  const found = scan.take(/(Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*-\s*(Mo|Tu|We|Th|Fr|Sa|Su))?/y)
  if (!found) return null
  const first = WEEKDAYS.indexOf(found[1] ?? '')
  const last = found[2] ? WEEKDAYS.indexOf(found[2] ?? '') : first
  const days = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7)
  const nths = scan.take(/\[(-?[1-5](?:,-?[1-5])*)\]/y)?.[1]
  return { days, nths: nths ? nths.split(',').map(Number) : [] }
}

/** Null when one of them is no span; empty when no time is said. */
function readSpans(scan: Scanner): Span[] | null {
  const spans: Span[] = []
  do {
    const found = scan.take(/(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})(?![\d+-]|\s*-)/y)
    if (!found) return spans.length === 0 && !scan.sees(/\d/y) ? [] : null
    const span = spanOf(found.slice(1).map(Number))
    if (!span) return null
    spans.push(span)
  } while (scan.take(/,/y))
  return spans.sort((one, other) => one.start - other.start)
}

function spanOf([startHour = 0, startMinute = 0, endHour = 0, endMinute = 0]: number[]): Span | null {
  const start = startHour * 60 + startMinute
  const end = endHour * 60 + endMinute
  if (startMinute > 59 || endMinute > 59 || start >= 1440 || end > LAST_MINUTE) return null
  return { start, end: end > start ? end : end + 1440 }
}

/** Walks a text from left to right. */
class Scanner {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
    this.skip()
  }

  get isOver(): boolean {
    return this.at >= this.text.length
  }

  sees(what: RegExp): boolean {
    what.lastIndex = this.at
    return what.test(this.text)
  }

  take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at
    const found = what.exec(this.text)
    if (!found) return null
    this.at += found[0].length
    this.skip()
    return found
  }

  private skip(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\u00a0') this.at += 1
  }
}
