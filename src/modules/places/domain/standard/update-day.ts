import { type Day, fromCivil, fromEpochDay, isDay, parseDay, toEpochDay } from '../../../../kernel/day.ts'
import { FRENCH_MONTHS } from '../../../../kernel/french-months.ts'
import { oncePerText } from '../../../../kernel/once-per-text.ts'
import { folded } from '../fold.ts'
import type { Findings } from '../imports/finding.ts'
import type { StandardRow } from './standard-columns.ts'

const SPREADSHEET_EPOCH = toEpochDay(fromCivil(1899, 12, 30))

/** The day the source last changed its row; null when it does not say, or cannot be right (DIR-24). */
export function checkUpdateDay(row: StandardRow, today: Day, findings: Findings): Day | null {
  const raw = row.date_maj.trim()
  if (raw === '') return null
  const read = readDay(raw)
  if (read === null) {
    findings.warn(
      'date_maj',
      raw,
      'date-unreadable',
      'Cette date n’existe pas ou est ambiguë : écrivez-la ainsi, 2026-06-17.',
    )
    return null
  }
  if (read === '1970-01-01') {
    findings.remark(
      'date_maj',
      raw,
      'date-default',
      'Le 1er janvier 1970 est une valeur par défaut : la date est tenue pour inconnue.',
    )
    return null
  }
  if (read > today) {
    findings.remark('date_maj', raw, 'date-to-come', 'Cette date est à venir : elle est tenue pour inconnue.')
    return null
  }
  if (read !== raw)
    findings.correct('date_maj', raw, 'date-rewritten', 'La date est écrite année-mois-jour.', read)
  return read
}

const ENGLISH_MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]
const MONTHS = FRENCH_MONTHS.map((name, at) => [folded(name), ENGLISH_MONTHS[at] ?? ''])
const IN_WORDS =
  /^(?:(?<day>\d{1,2})(?:er)? (?<month>[a-z]+)|(?<before>[a-z]+) (?<after>\d{1,2})) (?<year>\d{4})(?: |$)/

/** « 1er mars 2025 », `March 1, 2025 10:11 AM`. */
function inWords(raw: string): Day | null {
  const found = IN_WORDS.exec(folded(raw))?.groups
  const name = found?.month ?? found?.before ?? ''
  const month = MONTHS.findIndex((names) => names.includes(name)) + 1
  const written = [found?.year, month, found?.day ?? found?.after].map((part) =>
    String(part).padStart(2, '0'),
  )
  return month > 0 ? parseDay(written.join('-')) : null
}

/** ISO with or without an hour, `17/06/2026`, in words, or the number of days of a spreadsheet. */
const readDay = oncePerText((raw: string): Day | null => {
  if (isDay(raw)) return raw
  if (/^[2-6]\d{4}([.,]\d+)?$/.test(raw)) return fromEpochDay(SPREADSHEET_EPOCH + Number(raw.slice(0, 5)))
  return parseDay(raw.replace(/[T ]\d{2}:\d{2}.*$/, '')) ?? inWords(raw)
})
