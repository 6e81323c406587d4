import type { Findings } from './finding.ts'
import type { StandardColumn, StandardRow } from './standard-columns.ts'

const LONGEST_LINE = 300
const LONGEST_PROSE = 20_000
export const LONGEST_SUMMARY = 280

// Zero-width and other invisible characters: they travel with copy and paste, and break searches.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const MARKUP = /<\/?[a-z!][^<>]*>/gi
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi
// UTF-8 read as windows-1252: « Ã© » for « é », « â€™ » for « ’ ».
const MOJIBAKE = /Ã[\u0080-\u00bf©¨ªà«´®§¢‰€]|â€[™œ“”¦]|Â[°»«\u00a0]/

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', eacute: 'é', egrave: 'è', ecirc: 'ê',
  agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ucirc: 'û', ugrave: 'ù', icirc: 'î', iuml: 'ï', euml: 'ë',
  oelig: 'œ', rsquo: '’', lsquo: '‘', laquo: '«', raquo: '»', ndash: '–', mdash: '—', hellip: '…', euro: '€', deg: '°',
}

/** One line of plain text, or null when nothing is left: name, commune, address. */
export function checkLine(row: StandardRow, column: StandardColumn, findings: Findings): string | null {
  const raw = row[column]
  if (raw === '') return null
  const line = plain(raw, column, findings).replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_LINE) return line || null
  findings.warn(column, raw, 'text-too-long', `Ce texte dépasse ${LONGEST_LINE} signes : seul le début est gardé.`)
  return cut(line, LONGEST_LINE)
}

/** Plain text with its paragraphs. */
export function checkProse(row: StandardRow, column: StandardColumn, findings: Findings): string | null {
  const raw = row[column]
  if (raw === '') return null
  const prose = plain(raw, column, findings)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (prose.length <= LONGEST_PROSE) return prose || null
  findings.warn(column, raw, 'text-too-long', 'Ce texte dépasse 20 000 signes : seul le début est gardé.')
  return cut(prose, LONGEST_PROSE)
}

/** The short and the long presentation: what the short one cannot hold opens the long one (DIR-26). */
export function checkPresentation(row: StandardRow, findings: Findings): { summary: string | null; detail: string | null } {
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
  return { summary: short, detail: detail === null || summary.includes(detail) ? summary : `${summary}\n\n${detail}` }
}

/** The beginning of a text, without half a character at its end. */
export function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '').trim()
}

function plain(raw: string, column: StandardColumn, findings: Findings): string {
  const visible = raw.replace(INVISIBLE, '').replace(CONTROL, '')
  if (visible.includes('\ufffd')) {
    findings.remark(column, raw, 'character-lost', 'Un caractère n’a pas pu être lu : enregistrez le fichier en UTF-8, ou corrigez ce texte.')
  }
  if (MOJIBAKE.test(visible)) {
    findings.remark(column, raw, 'accents-garbled', 'Les accents semblent abîmés par un changement d’encodage : voyez la proposition.', ungarbled(visible))
  }
  const text = withoutMarkup(visible)
  if (text !== visible) {
    findings.correct(column, raw, 'markup-removed', 'Le texte contenait du code HTML : seul le texte est gardé.', text.trim())
  }
  return text
}

function withoutMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text
  return text
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<(br|\/p|\/div|\/h[1-6]|\/ul|\/ol)\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(MARKUP, '')
    .replace(ENTITY, (whole, name: string) => decoded(name) ?? whole)
}

function decoded(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null
}

/** Read again as UTF-8; null when that does not make sense either. */
function ungarbled(text: string): string | null {
  const bytes = [...text].map((letter) => WINDOWS_1252.get(letter) ?? letter.codePointAt(0) ?? 0)
  if (bytes.some((byte) => byte > 255)) return null
  const again = new TextDecoder().decode(Uint8Array.from(bytes))
  return again.includes('\ufffd') ? null : again
}

const WINDOWS_1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 128 + index))].map(
    (letter, index) => [letter, 128 + index] as const,
  ),
)

/** Cut after the last sentence that fits, else after the last word. */
function atSentence(text: string, longest: number): string {
  const head = cut(text, longest)
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '), head.lastIndexOf('.\n'))
  if (sentence > longest / 3) return head.slice(0, sentence + 1).trim()
  return `${cut(head, longest - 1).replace(/\s+\S*$/, '').trim()}…`
}
