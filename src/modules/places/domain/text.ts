import type { Findings } from './imports/finding.ts'
import { isOrdinary, plainText } from './standard/plain-text.ts'
import { type StandardColumn, type StandardRow, standardColumns } from './standard/standard-columns.ts'

const LONGEST_LINE = 300
const LONGEST_PROSE = 20_000
export const LONGEST_SUMMARY = 280

/** One line of plain text, or null when nothing is left: name, commune, address. */
export function checkLine(row: StandardRow, column: StandardColumn, findings: Findings): string | null {
  const raw = row[column]
  if (raw === '') return null
  const line = isOrdinary(raw) ? raw.trim() : plainText(raw, column, findings).replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_LINE) return line || null
  findings.warn(
    column,
    raw,
    'text-too-long',
    `Ce texte dépasse ${LONGEST_LINE} signes : seul le début est gardé.`,
  )
  return cut(line, LONGEST_LINE)
}

/** Plain text with its paragraphs. */
export function checkProse(row: StandardRow, column: StandardColumn, findings: Findings): string | null {
  const raw = row[column]
  if (raw === '') return null
  const prose = isOrdinary(raw) ? raw.trim() : inParagraphs(plainText(raw, column, findings))
  if (prose.length <= LONGEST_PROSE) return prose || null
  findings.warn(column, raw, 'text-too-long', 'Ce texte dépasse 20 000 signes : seul le début est gardé.')
  return cut(prose, LONGEST_PROSE)
}

function inParagraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const PROSE: readonly StandardColumn[] = ['horaires', 'presentation_resume', 'presentation_detail']
const LONGEST_CELL = 2000
const LONGEST_PROSE_CELL = 30_000

/** The row without monstrous cells: no check after this one meets a text that could hold it up. */
export function withinReason(row: StandardRow, findings: Findings): StandardRow {
  const huge: StandardColumn[] = []
  for (const column of standardColumns) {
    const { length } = row[column]
    if (length > LONGEST_CELL && length > longest(column)) huge.push(column)
  }
  if (huge.length === 0) return row
  for (const column of huge) {
    findings.warn(column, row[column], 'cell-too-long', 'Cette case est démesurée : seul son début est lu.')
  }
  return { ...row, ...Object.fromEntries(huge.map((column) => [column, cut(row[column], longest(column))])) }
}

function longest(column: StandardColumn): number {
  return PROSE.includes(column) ? LONGEST_PROSE_CELL : LONGEST_CELL
}

/** The short and the long presentation: what the short one cannot hold opens the long one (DIR-26). */
export function checkPresentation(
  row: StandardRow,
  findings: Findings,
): { summary: string | null; detail: string | null } {
  const summary = checkProse(row, 'presentation_resume', findings)
  const detail = checkProse(row, 'presentation_detail', findings)
  if (summary === null || summary.length <= LONGEST_SUMMARY) return { summary, detail }
  const short = atSentence(summary, LONGEST_SUMMARY)
  findings.correct(
    'presentation_resume',
    row.presentation_resume,
    'summary-too-long',
    `Le résumé dépasse ${LONGEST_SUMMARY} signes : il est coupé à une phrase, et le texte entier va dans la présentation détaillée.`,
    short,
  )
  return {
    summary: short,
    detail: detail === null || summary.includes(detail) ? summary : `${summary}\n\n${detail}`,
  }
}

/** The beginning of a text, without half a character at its end. */
export function cut(text: string, longest: number): string {
  const head = text.length > longest ? text.slice(0, longest) : text
  return (isHalf(head.charCodeAt(head.length - 1)) ? head.slice(0, -1) : head).trim()
}

/** The first of the two units of a character beyond the common ones; not so of the NaN of an empty text. */
function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Cut after the last sentence that fits, else after the last word. */
function atSentence(text: string, longest: number): string {
  const head = cut(text, longest)
  const sentence = Math.max(
    head.lastIndexOf('. '),
    head.lastIndexOf('! '),
    head.lastIndexOf('? '),
    head.lastIndexOf('.\n'),
  )
  if (sentence > longest / 3) return head.slice(0, sentence + 1).trim()
  return `${cut(head, longest - 1)
    .replace(/\s+\S*$/, '')
    .trim()}…`
}
