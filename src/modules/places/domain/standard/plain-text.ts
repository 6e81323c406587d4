import type { Findings } from '../imports/finding.ts'
import type { StandardColumn } from './standard-columns.ts'

// Zero-width and other invisible characters: they travel with copy and paste, and break searches.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const MARKUP = /<\/?[a-z!][^<>]*>/gi
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi
// UTF-8 read as windows-1252: « Ã© » for « é », « â€™ » for « ’ ».
const MOJIBAKE = /Ã[\u0080-\u00bf©¨ªà«´®§¢‰€]|â€[™œ“”¦]|Â[°»« ]/

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  euml: 'ë',
  oelig: 'œ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  deg: '°',
}

const OUT_OF_THE_ORDINARY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are part of what is looked for
  /[\u0000-\u001f\u007f\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\ufffd<&ÃÂ]|â€| {2}/

/** One line, of words and single spaces: most cells. Nothing of what cleans a text would change such a one, but its ends. */
export function isOrdinary(text: string): boolean {
  return !OUT_OF_THE_ORDINARY.test(text)
}

/** The text of a cell without what is not text: markup, invisible characters, accents read in a wrong encoding. */
export function plainText(raw: string, column: StandardColumn, findings: Findings): string {
  const visible = raw.replace(INVISIBLE, '').replace(CONTROL, '')
  if (visible.includes('\ufffd')) {
    findings.remark(
      column,
      raw,
      'character-lost',
      'Un caractère n’a pas pu être lu : enregistrez le fichier en UTF-8, ou corrigez ce texte.',
    )
  }
  if (MOJIBAKE.test(visible)) {
    findings.remark(
      column,
      raw,
      'accents-garbled',
      'Les accents semblent abîmés par un changement d’encodage : voyez la proposition.',
      ungarbled(visible),
    )
  }
  const text = withoutMarkup(visible)
  if (text !== visible) {
    findings.correct(
      column,
      raw,
      'markup-removed',
      'Le texte contenait du code HTML : seul le texte est gardé.',
      text.trim(),
    )
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
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null
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
