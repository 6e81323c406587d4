import sharp from 'sharp'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { DOCUMENT_LIMIT, type Document, type DocumentRefusal, readDocument } from './kept-files.ts'
import { unzip } from './unzip.ts'

/** Inflated, in bytes: twenty-five megabytes of photos in a text document do not reach it. */
const INFLATED_LIMIT = 150 * 1024 * 1024
/** A file of a few bytes may promise a picture that fills the memory. */
const MOST_PIXELS = 100_000_000

const ODT = 'application/vnd.oasis.opendocument.text'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const EXTENSIONS: Readonly<Record<string, string>> = {
  [ODT]: 'odt',
  [DOCX]: 'docx',
  [XLSX]: 'xlsx',
}

/** A Word or Excel file under a password is wrapped in an older kind of file, which begins so. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * A proof as its bytes tell it, never its name: a PDF, PNG or JPEG, or an ODT, DOCX or XLSX without macros that anybody
 * opens. An image is drawn again, upright, without what it told of the place and the camera. LAB-9.
 */
export async function readProof(
  name: string,
  content: Uint8Array,
): Promise<Document | Refusal<DocumentRefusal>> {
  if (content.length > DOCUMENT_LIMIT) return refuse('document-too-large')
  if (begins(content, OLD_OFFICE) && /\.(docx|xlsx)$/i.test(name)) return refuse('document-locked')
  if (begins(content, [0x50, 0x4b, 0x03, 0x04])) return readOffice(name, content)
  const document = readDocument(name, content)
  if (isRefusal(document) || !document.mediaType.startsWith('image/')) return document
  return drawnAgain(document)
}

function begins(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => content[at] === byte)
}

function readOffice(name: string, content: Uint8Array): Document | Refusal<DocumentRefusal> {
  const files = unzip(content, INFLATED_LIMIT)
  if (isRefusal(files))
    return refuse(files.refused === 'zip-encrypted' ? 'document-locked' : 'document-unreadable')
  const text = (part: string) => Buffer.from(files.get(part) ?? []).toString('utf8')
  const mediaType =
    text('mimetype').trim() === ODT
      ? ODT
      : files.has('word/document.xml')
        ? DOCX
        : files.has('xl/workbook.xml')
          ? XLSX
          : null
  const holdsMacros = [...files.keys()].some((part) => /vbaProject\.bin$|^Basic\//i.test(part))
  if (!mediaType || holdsMacros) return refuse('document-unreadable')
  if (text('META-INF/manifest.xml').includes('encryption-data')) return refuse('document-locked')
  const title = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .slice(0, 190)
  return { name: `${title || 'document'}.${EXTENSIONS[mediaType]}`, mediaType, content }
}

async function drawnAgain(image: Document): Promise<Document | Refusal<DocumentRefusal>> {
  try {
    const picture = sharp(image.content, { limitInputPixels: MOST_PIXELS }).rotate()
    const drawn = image.mediaType === 'image/png' ? picture.png() : picture.jpeg({ quality: 88 })
    return { ...image, content: new Uint8Array(await drawn.toBuffer()) }
  } catch {
    return refuse('document-unreadable')
  }
}
