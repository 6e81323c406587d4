const NO_BREAK = '\u00a0'

/**
 * A space before « : ; ? ! », and guillemets with theirs if any. Before a sign nothing is added, so that `14:30` and
 * `https://` stay whole; guillemets also get the space that was forgotten.
 */
const LOOSE = /[ \u202f](?=[:;?!»])|«[ \u202f\u00a0]?|(?<![\s«])»|n° /.source

/** Elements whose text belongs to programs, or comes back as it stands: an option without a value sends its text. */
const VERBATIM = 'script|style|textarea|pre|code|kbd|samp|option'

const IN_TEXT = new RegExp(LOOSE, 'g')
/** In a page `<` and `>` are those of tags only, since texts and attributes are escaped: `>` first means inside a tag. */
const IN_HTML = new RegExp(`<(${VERBATIM})(?=[\\s>])[^]*?</\\1>|(?:${LOOSE})(?![^<>]*>)`, 'g')

/**
 * French typography, where a text leaves for people (page, mail, document): no line begins with « : » or « ? ».
 * Sentences are written with plain spaces, and kept as typed. U+00A0 everywhere: many fonts lack the narrow U+202F.
 */
export function typography(text: string): string {
  return text.replace(IN_TEXT, glued)
}

/** The same for a page, in its texts only: tags, attributes and verbatim elements stay as they are. */
export function typographyOfHtml(html: string): string {
  return html.replace(IN_HTML, glued)
}

/** The same for all the texts of a document. */
export function typographyOfData<T>(data: T): T
export function typographyOfData(data: unknown): unknown {
  if (typeof data === 'string') return typography(data)
  if (Array.isArray(data)) return data.map((one) => typographyOfData(one))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, one]) => [name, typographyOfData(one)]))
}

function glued(found: string): string {
  switch (found[0]) {
    case '<':
      return found
    case '«':
      return `«${NO_BREAK}`
    case '»':
      return `${NO_BREAK}»`
    case 'n':
      return `n°${NO_BREAK}`
    default:
      return NO_BREAK
  }
}
