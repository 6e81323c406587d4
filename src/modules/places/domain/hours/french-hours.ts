import { hoursOfDays } from '../mapping/day-hours.ts'

const WEEK = 7
/** Days as people write them, and as OpenStreetMap does; index from Monday. */
const DAY_NAMES = [
  'lundis?|lun|lu|mo',
  'mardis?|mar|ma|tu',
  'mercredis?|mer|me|we',
  'jeudis?|jeu|je|th',
  'vendredis?|ven|ve|fr',
  'samedis?|sam|sa',
  'dimanches?|dim|di|su',
]
const DAY = new RegExp(`^(?:${DAY_NAMES.map((names) => `(${names})`).join('|')})\\.?(?![a-z])`)
const TIME =
  /^(\d{1,2})\s*(?:(?:h(?:eures?)?|:)\s*(?:(\d{2})(?!\s*h))?|(?=\s*(?:-|a)\s*\d{1,2}(?:\s*[h:]|(?!\d))))(?!\d)/
const LAST_TIME = /^(\d{1,2})(?![\d:h])/
const UNTIL = /^(?:[-–—]|(?:au?|jusqu'?\s*au?)(?![a-z]))/
const AND = /^(?:[,;/|&+]|(?:et|puis)(?![a-z]))/
const CLOSED = /^(?:fermee?s?|ferme)(?![a-z])/
const SAYS_NOTHING =
  /^(?:du|le|les|de|des|l'|la|a partir de|ouvert(?:ure)?|horaires?|matin(?:ee)?s?|apres[\s-]?midi|:|\.|\(|\)|\n|tous les jours)/

/** « 9h/12h » says from one to the other, when no dash says it: « 9h-12h / 14h-17h ». */
const SLASHED = /(\d\s*h\s*\d{0,2})\s*\/\s*(?=\d{1,2}\s*h)/gi
const DASHED = /\d\s*h?\s*\d{0,2}\s*(?:[-–—]|au?|à)\s*\d/i

type Token =
  | { kind: 'day'; day: number }
  | { kind: 'time'; text: string }
  | { kind: 'until' | 'and' | 'closed' }

/**
 * « Du lundi au vendredi de 9h à 12h et de 14h à 17h » as OSM opening hours; null when one word of it is not understood, when
 * nothing says an hour, or when it speaks of more than a week (« 1er mardi du mois », « sur rendez-vous »). DIR-25.
 */
export function frenchHours(text: string): string | null {
  if (text.length > 400) return null
  const tokens = tokensOf(DASHED.test(text) ? text : text.replace(SLASHED, '$1-'))
  return tokens === null ? null : weekOf(tokens)
}

function tokensOf(text: string): Token[] | null {
  let rest = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").trim()
  const tokens: Token[] = []
  while (rest !== '') {
    const [length, token] = nextOf(rest, tokens.at(-1))
    if (length === 0) return null
    if (token) tokens.push(token)
    rest = rest.slice(length).trimStart()
  }
  return tokens
}

/** How long the next word is, and what it says, if it says something. */
function nextOf(rest: string, last: Token | undefined): [length: number, token: Token | null] {
  const time = TIME.exec(rest) ?? (last?.kind === 'until' ? LAST_TIME.exec(rest) : null)
  if (time) {
    const [whole, hours = '', minutes = '00'] = time
    return Number(hours) <= 24 && Number(minutes) < 60
      ? [whole.length, { kind: 'time', text: `${hours.padStart(2, '0')}:${minutes}` }]
      : [0, null]
  }
  const day = DAY.exec(rest)
  if (day) return [day[0].length, { kind: 'day', day: day.slice(1).findIndex((name) => name !== undefined) }]
  for (const [pattern, kind] of WORDS) {
    const found = pattern.exec(rest)
    if (found) return [found[0].length, kind === null ? null : { kind }]
  }
  return [0, null]
}

const WORDS: readonly [pattern: RegExp, kind: 'until' | 'and' | 'closed' | null][] = [
  [CLOSED, 'closed'],
  [UNTIL, 'until'],
  [AND, 'and'],
  [SAYS_NOTHING, null],
]

/** Days, then their hours, again and again; hours alone are those of the days said after them, or of every day. */
function weekOf(tokens: readonly Token[]): string | null {
  const week: string[][] = Array.from({ length: WEEK }, () => [])
  const early: string[] = []
  let days: number[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.kind === 'day') {
      const [read, next] = daysFrom(tokens, at)
      days = read
      at = next
    } else if (token?.kind === 'time') {
      const [until, end] = [tokens[at + 1], tokens[at + 2]]
      if (until?.kind !== 'until' || end?.kind !== 'time' || end.text <= token.text) return null
      const span = `${token.text}-${end.text}`
      if (days.length === 0) early.push(span)
      // Of two hours of one day that overlap, the last said is meant.
      for (const day of days) week[day] = [...(week[day] ?? []).filter((one) => !overlap(one, span)), span]
      at += 3
    } else if (token?.kind === 'until') return null
    else at += 1
  }
  if (early.length > 0) {
    if (week.some((spans) => spans.length > 0)) return null
    if (days.length === 0) return early.join(',')
    for (const day of days) week[day] = early
  }
  const hours = hoursOfDays(week.map((spans) => spans.join(' / ')))
  return hours === '' ? null : hours
}

/** `09:00-12:00` and `11:00-13:00`. */
function overlap(one: string, other: string): boolean {
  return one.slice(0, 5) < other.slice(6) && other.slice(0, 5) < one.slice(6)
}

/** « Lundi au vendredi », « lundi, mardi et jeudi », « lundi-mercredi-vendredi »: the days, and where what follows begins. */
function daysFrom(tokens: readonly Token[], start: number): [days: number[], next: number] {
  const named: number[] = []
  const joints: Token['kind'][] = []
  let at = start
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.kind === 'day') named.push(token.day)
    else if (tokens[at + 1]?.kind === 'day' && (token?.kind === 'until' || token?.kind === 'and'))
      joints.push(token.kind)
    else break
    at += 1
  }
  const [first = 0, last = 0] = named
  const isRange = named.length === 2 && joints[0] === 'until'
  const length = ((last - first + WEEK) % WEEK) + 1
  return [isRange ? Array.from({ length }, (_, rank) => (first + rank) % WEEK) : named, at]
}
