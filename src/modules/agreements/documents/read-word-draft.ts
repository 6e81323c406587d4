import mammoth from 'mammoth'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { unzip } from '../../../platform/files/unzip.ts'
import type { TextLine } from '../domain/text-lines.ts'
import type { WordDraft } from '../use-cases/drafting/propose-from-word.ts'

export type WordRefusal = 'word-missing' | 'word-unreadable' | 'word-encrypted' | 'word-too-large'

/** A convention is a few pages: beyond, it is something else. */
export const WORD_LIMIT = 5 * 1024 * 1024
const UNZIPPED_LIMIT = 30 * 1024 * 1024
/** How a protected document begins: it is no archive any more. */
const PROTECTED = [0xd0, 0xcf, 0x11, 0xe0]

/** What somebody wrote in a text processor: a part per heading, and the version in its footer. Nothing is trusted. */
export async function readWordDraft(content: Uint8Array): Promise<WordDraft | Refusal<WordRefusal>> {
  if (content.length === 0) return refuse('word-missing')
  if (content.length > WORD_LIMIT) return refuse('word-too-large')
  if (PROTECTED.every((byte, at) => content[at] === byte)) return refuse('word-encrypted')
  const files = unzip(content, UNZIPPED_LIMIT)
  if (isRefusal(files)) {
    if (files.refused === 'zip-too-large') return refuse('word-too-large')
    return refuse(files.refused === 'zip-encrypted' ? 'word-encrypted' : 'word-unreadable')
  }
  const body = files.get('word/document.xml')
  // Entities of one's own are never in such a file: they serve to swell it when it is read.
  if (!body || [...files].some(([name, file]) => name.endsWith('.xml') && declaresEntities(file))) {
    return refuse('word-unreadable')
  }
  const html = await htmlOf(content)
  return html === null ? refuse('word-unreadable') : { version: versionIn(files), ...partsOf(html) }
}

async function htmlOf(content: Uint8Array): Promise<string | null> {
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) }
    return (await mammoth.convertToHtml({ buffer: Buffer.from(content) }, options)).value
  } catch {
    // The library throws whatever it meets on a document that is not one.
    return null
  }
}

function declaresEntities(file: Uint8Array): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(Buffer.from(file.subarray(0, 4096)).toString('latin1'))
}

/** Written by four, as it is read: « version 1a2b 3c4d 5e6f 7081 ». */
function versionIn(files: ReadonlyMap<string, Uint8Array>): string | null {
  const footers = [...files].filter(([name]) => /^word\/footer\d*\.xml$/.test(name))
  const words = footers.map(([, file]) =>
    Buffer.from(file)
      .toString('utf8')
      .replace(/<[^>]*>/g, ''),
  )
  const found = words.map((text) => text.match(/version ((?:[0-9a-f]{4}\s?){4})/)?.[1])
  return found.find((version) => version !== undefined)?.replace(/\s/g, '') ?? null
}

const TAGS = /<(\/?)(h[1-6]|p|li|ul|ol|table|tr|td|th|br)\b[^>]*>/g

/** The lines under each heading of the second level; what stands before the first is the file's own heading. */
function partsOf(html: string): Pick<WordDraft, 'parts'> {
  const parts: { heading: string; lines: TextLine[] }[] = []
  let [kind, from] = ['', 0]
  for (const tag of html.matchAll(TAGS)) {
    const text = wordsOf(html.slice(from, tag.index))
    from = tag.index + tag[0].length
    if (text !== '') {
      if (kind === 'h2') parts.push({ heading: text, lines: [] })
      else if (kind !== 'h1') parts.at(-1)?.lines.push(lineOf(text, kind === 'li'))
    }
    kind = tag[1] === '/' ? '' : (tag[2] ?? '')
  }
  return { parts }
}

/** An item is a bullet of the text processor, or a line that begins with a dash. */
function lineOf(text: string, isItem: boolean): TextLine {
  const dash = text.match(/^[-–—•]\s+/)
  return dash ? { item: true, text: text.slice(dash[0].length) } : { item: isItem, text }
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}
