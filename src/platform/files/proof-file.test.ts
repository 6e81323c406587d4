import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { workbookOf } from '../tables/workbook.ts'
import { DOCUMENT_LIMIT } from './kept-files.ts'
import { readProof } from './proof-file.ts'
import { storedZip } from './zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const ODT = 'application/vnd.oasis.opendocument.text'
const zipOf = (files: Record<string, string>) =>
  storedZip(new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])))

async function photo(format: 'jpeg' | 'png') {
  const side = { width: 30, height: 20, channels: 3, background: '#3366aa' } as const
  const drawn = sharp({ create: side }).withExif({
    IFD0: { Make: 'Appareil' },
    IFD3: { GPSLatitude: '49/1 25/1 0/1' },
  })
  return new Uint8Array(await drawn[format]().toBuffer())
}

describe('a proof', () => {
  it.each([
    ['lettre.pdf', bytes('%PDF-1.7 …'), 'application/pdf', 'lettre.pdf'],
    ['a/projet.odt', zipOf({ mimetype: ODT, 'content.xml': '<x/>' }), ODT, 'projet.odt'],
    [
      'note.zip',
      zipOf({ 'word/document.xml': '<x/>' }),
      expect.stringContaining('wordprocessingml'),
      'note.docx',
    ],
  ])('is known by its content: %s (LAB-9)', async (name, content, mediaType, called) => {
    expect(await readProof(name, content)).toMatchObject({ mediaType, name: called })
  })

  it('may be a workbook (LAB-9)', async () => {
    const content = await workbookOf([{ name: 'A', rows: [['budget']] }])
    expect(await readProof('budget.xlsx', content)).toMatchObject({ name: 'budget.xlsx' })
  })

  it.each(['jpeg', 'png'] as const)(
    'is drawn again without where it was taken: %s (LAB-9)',
    async (format) => {
      const taken = await photo(format)
      expect((await sharp(taken).metadata()).exif).toBeDefined()
      const read = await readProof(`salle.${format}`, taken)
      if (isRefusal(read)) throw new Error(read.refused)
      const { exif, width } = await sharp(read.content).metadata()
      expect({ exif, width }).toEqual({ exif: undefined, width: 30 })
    },
  )
})

describe('a proof is refused', () => {
  it.each([
    ['too large', 'a.pdf', new Uint8Array(DOCUMENT_LIMIT + 1), 'document-too-large'],
    ['a program under another name', 'statuts.pdf', bytes('MZ\x90 This program'), 'document-unreadable'],
    ['under a password', 'statuts.pdf', bytes('%PDF-1.7 trailer << /Encrypt 5 0 R >>'), 'document-locked'],
    ['an archive of anything', 'a.docx', zipOf({ 'a.exe': 'MZ' }), 'document-unreadable'],
    [
      'with macros',
      'a.docx',
      zipOf({ 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
      'document-unreadable',
    ],
    [
      'an encrypted text',
      'a.odt',
      zipOf({ mimetype: ODT, 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      'document-locked',
    ],
    ['an encrypted workbook', 'a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'document-locked'],
    [
      'an image that is none',
      'a.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]),
      'document-unreadable',
    ],
  ])('when it is %s (LAB-9, LAB-52)', async (_why, name, content, refused) => {
    expect(await readProof(name, content)).toMatchObject({ refused })
  })
})
