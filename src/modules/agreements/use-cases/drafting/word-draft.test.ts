import { deflateRawSync } from 'node:zlib'
import { Document, Footer, HeadingLevel, Packer, Paragraph } from 'docx'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { unzip } from '../../../../platform/files/unzip.ts'
import { remarksOf } from '../../data/negotiation.store.ts'
import { readWordDraft } from '../../documents/read-word-draft.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { aReadyDraft } from '../../testing.ts'
import { asShared } from '../../testing-negotiation.ts'
import type { WordDraft } from './propose-from-word.ts'

const app = useApp()
let officer: Browser
let id: AgreementId

beforeAll(async () => {
  officer = await app.signIn('officer')
  id = await asShared(app.context(), await aReadyDraft(app.context()))
})

const page = () => `/conventions/${id}/negociation`
const download = async () => new Uint8Array(await (await officer.get(`${page()}/projet.docx`)).arrayBuffer())
const upload = (bytes: Uint8Array, more: Record<string, string> = {}) =>
  officer.post(`${page()}/word`, {
    vu: '0',
    fichier: new File([bytes as Uint8Array<ArrayBuffer>], 'projet.docx'),
    ...more,
  })
const problems = async (response: Response) => {
  const shown = await read(response)
  return [shown.status, shown.problems.join()]
}
const downloaded = async (): Promise<WordDraft> => {
  const draft = await readWordDraft(await download())
  if (isRefusal(draft)) throw new Error(draft.refused)
  return draft
}

/** The draft as a text processor saves it once somebody changed it. */
async function changed({ version, parts }: WordDraft, change: (text: string) => string): Promise<Uint8Array> {
  const line = version ? `Convention, projet, version ${version.match(/.{4}/g)?.join(' ')}` : ''
  const children = parts.flatMap(({ heading, lines }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...lines.map(({ item, text }) => new Paragraph(`${item ? '– ' : ''}${change(text)}`)),
  ])
  const footers = { default: new Footer({ children: [new Paragraph(line)] }) }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ footers, children }] })))
}

/** An archive of one file, which may lie about its size. */
function archive(name: string, content: Uint8Array, { flags = 0, times = 1 } = {}): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const first = Buffer.concat([local, Buffer.from(name), packed])
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(10, 24)
  entry.writeUInt16LE(name.length, 28)
  const entries = Buffer.concat(
    Array.from({ length: times }, () => Buffer.concat([entry, Buffer.from(name)])),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(first.length, 16)
  return new Uint8Array(Buffer.concat([first, entries, end]))
}

describe('a draft in a text processor (AGR-20)', () => {
  it('has real headings, numbers written as text and its version in the footer', async () => {
    const { version, parts } = await downloaded()
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(parts.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['Les parties', 'Article 8. Durée, reconduction et dénonciation']),
    )
    const shown = await read(await officer.get(page()))
    expect(shown.text).toContain(`version ${version?.match(/.{4}/g)?.join(' ')}`)
  })

  it('comes back untouched with no difference, and proposes nothing', async () => {
    expect(await problems(await upload(await download()))).toEqual([
      422,
      expect.stringContaining('il n’y a rien à proposer'),
    ])
    expect(await problems(await upload(await changed(await downloaded(), (text) => text)))).toEqual([
      422,
      expect.stringContaining('il n’y a rien à proposer'),
    ])
  })

  it('comes back changed as a proposal per article, and the draft stays as it was', async () => {
    const file = await changed(await downloaded(), (text) =>
      text
        .replace('faire vivre le réseau Normandie', 'animer le réseau Normandie')
        .replace('remplir, et continuer de remplir, les', 'remplir les'),
    )
    expect((await upload(file)).status).toBe(303)
    const remarks = await remarksOf(app.services.db, id)
    expect(remarks.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['text', 'objet'],
      ['text', 'engagements-cocontractant'],
    ])
    expect(remarks[1]).toMatchObject({ proposed: expect.stringContaining('{{termes.mise_a_jour}}') })
    const thread = await read(await officer.get(`${page()}/articles/objet`))
    expect([thread.texts('ins').join(), thread.texts('del').join()]).toEqual([
      expect.stringContaining('animer'),
      expect.stringContaining('faire vivre'),
    ])
    expect(thread.value('texte')).toContain('faire vivre le réseau Normandie')
  })
})

describe('a file that cannot be proposed', () => {
  it('changes the words of a term: the article is named, and nothing is proposed', async () => {
    const before = (await remarksOf(app.services.db, id)).length
    const file = await changed(await downloaded(), (text) =>
      text.replace('pour trois ans', 'pour deux ans').replace('cherchent d’abord', 'cherchent toujours'),
    )
    expect(await problems(await upload(file))).toEqual([422, expect.stringContaining('(article 8)')])
    expect(await remarksOf(app.services.db, id)).toHaveLength(before)
  })

  it('is of an older version: it says so, and may be proposed all the same', async () => {
    const { parts } = await downloaded()
    const older = await changed({ version: '0123456789abcdef', parts }, (text) =>
      text.replace('solution amiable', 'issue amiable'),
    )
    expect(await problems(await upload(older))).toEqual([
      422,
      expect.stringContaining('version 0123 4567 89ab cdef, plus ancienne'),
    ])
    expect((await upload(older, { ancienne: 'oui' })).status).toBe(303)
    const none = await changed({ version: null, parts }, (text) => text.replace('amiable', 'douce'))
    expect(await problems(await upload(none))).toEqual([422, expect.stringContaining('ne porte plus')])
  })

  it.each([
    ['is missing', new Uint8Array(), 'Choisissez le fichier'],
    ['is no document', new TextEncoder().encode('%PDF-1.7 …'), 'n’est pas un document Word'],
    ['is protected', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'protégé par un mot de passe'],
    [
      'is an archive of something else',
      archive('mimetype', Buffer.from('odt')),
      'n’est pas un document Word',
    ],
    [
      'is an encrypted archive',
      archive('word/document.xml', Buffer.from('<a/>'), { flags: 1 }),
      'mot de passe',
    ],
    ['is too big', new Uint8Array(5 * 1024 * 1024 + 1), 'trop gros'],
    ['swells when it is opened', archive('word/document.xml', Buffer.alloc(40 * 1024 * 1024)), 'trop gros'],
    [
      'swells through one file counted many times',
      archive('word/document.xml', Buffer.alloc(1024 * 1024), { times: 400 }),
      'trop gros',
    ],
    [
      'declares entities of its own',
      archive('word/document.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
      'n’est pas un document Word',
    ],
    ['holds no text', archive('word/document.xml', Buffer.from('<a/>')), 'n’est pas un document Word'],
    ['is cut', archive('word/document.xml', Buffer.from('<a/>')).slice(20), 'n’est pas un document Word'],
  ] as const)('%s', async (_what, bytes, sentence) => {
    expect(await problems(await upload(bytes))).toEqual([422, expect.stringContaining(sentence)])
  })

  it('has none of the draft’s headings', async () => {
    const other = {
      version: null,
      parts: [{ heading: 'Recette', lines: [{ item: false, text: 'Du sel.' }] }],
    }
    expect(await problems(await upload(await changed(other, (text) => text), { ancienne: 'oui' }))).toEqual([
      422,
      expect.stringContaining('Aucun article n’est reconnu'),
    ])
  })
})

describe('an archive', () => {
  it('gives its files by name, under the limit and never above', () => {
    const content = Buffer.from('bonjour')
    const files = unzip(archive('a.txt', content), 7)
    expect(
      isRefusal(files) ? files : [...files].map(([name, file]) => [name, Buffer.from(file).toString()]),
    ).toEqual([['a.txt', 'bonjour']])
    expect(unzip(archive('a.txt', content), 6)).toMatchObject({ refused: 'zip-too-large' })
    expect(unzip(new Uint8Array(30), 6)).toMatchObject({ refused: 'zip-unreadable' })
  })
})
