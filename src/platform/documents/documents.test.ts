import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../kernel/instant.ts'
import { type DocumentRequest, Documents } from './documents.ts'

const HOSTILE = '#evil[*x*] $x$ \\ @a <b> #import "x.typ": * // fin ~ --- `code` = titre'

function agreement(change: object = {}): DocumentRequest {
  return {
    template: 'src/modules/agreements/documents/sheet.typ',
    createdAt: '2026-06-17T10:00:00.000Z' as Instant,
    standard: 'a-2a',
    data: {
      title: 'Convention de coopération',
      issuer: 'Estuaire connecté',
      intro: '',
      reference: '2026-0001',
      letter: null,
      parts: [
        { kind: 'heading', text: 'Article 1. Objet', anchor: 'art-1' },
        { kind: 'text', blocks: ['L’accord « naît » à Noël.', ['élèves', 'œuvres']] },
        { kind: 'signatures', signatures: [{ party: 'Val de Mer', said: '' }] },
      ],
      ...change,
    },
  }
}

const documents = new Documents()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-pdf-'))
})
afterAll(async () => {
  await documents.stop()
  await rm(folder, { recursive: true })
})

describe('a document', () => {
  it('of the same text and instant is the same to the byte, whichever process makes it', async () => {
    const elsewhere = new Documents()
    const [one, two, three] = await Promise.all([
      documents.pdf(agreement()),
      documents.pdf(agreement()),
      elsewhere.pdf(agreement()),
    ])
    await elsewhere.stop()
    expect(Buffer.from(one).equals(two)).toBe(true)
    expect(Buffer.from(one).equals(three)).toBe(true)
    const changed = await documents.pdf(agreement({ reference: '2026-0002' }))
    expect(Buffer.from(one).equals(changed)).toBe(false)
  })

  it('is set in French typography, whatever spaces were typed', async () => {
    const typed = await documents.pdf(agreement({ intro: 'Où : « là » ?' }))
    const set = await documents.pdf(agreement({ intro: 'Où\u00a0: «\u00a0là\u00a0»\u00a0?' }))
    expect(Buffer.from(typed).equals(set)).toBe(true)
  })

  it('that cannot be made says so, and the next one is made', async () => {
    await expect(documents.pdf({ ...agreement(), template: 'src/none.typ' })).rejects.toThrow()
    await expect(documents.pdf({ ...agreement(), data: {} })).rejects.toThrow()
    expect((await documents.pdf(agreement())).length).toBeGreaterThan(1000)
  })

  it('outlives its worker: what it was making fails, what follows is made', async () => {
    const worker = new Documents()
    const cut = worker.pdf(agreement()).then(
      () => 'made',
      (error: Error) => worker.pdf(agreement()).then((pdf) => `${error.message}, then ${pdf.length > 1000}`),
    )
    await worker.stop()
    expect(await cut).toBe('src/platform/documents/typst-worker.ts stopped, then true')
    await worker.stop()
  })

  it('does not keep pages waiting', async () => {
    await documents.pdf(agreement())
    const before = performance.eventLoopUtilization()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => documents.pdf(agreement({ reference: `2026-${index}` }))),
    )
    // This thread waits: made here, twenty documents would keep it busy all along.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })
})

const TOOLS = ['pdfinfo', 'pdftotext', 'pdffonts', 'qpdf']
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error)

it('finds the programs that read PDF, where nothing may be skipped', () => {
  if (process.env.CI === 'true') expect(missing, 'apt-get install poppler-utils qpdf').toEqual([])
})

describe.skipIf(missing.length > 0)('the agreement, as other programs read it', () => {
  const read = (tool: string, ...args: string[]) => {
    const { stdout, status } = spawnSync(tool, args, { encoding: 'utf8' })
    return { text: stdout, status }
  }
  async function written(request: DocumentRequest): Promise<string> {
    const file = join(folder, `${Math.random()}.pdf`)
    await writeFile(file, await documents.pdf(request))
    return file
  }

  it('is tagged, has a title and a language, and embeds its fonts', async () => {
    const file = await written(agreement())
    const info = read('pdfinfo', file).text
    expect(info).toMatch(/Title:\s+Convention de coopération, 2026-0001/)
    expect(info).toMatch(/Tagged:\s+yes/)
    const fonts = read('pdffonts', file).text.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\syes\s+yes\s+yes\s/)
    expect(read('pdfinfo', '-struct-text', file).text).toMatch(/H1[\s\S]*Convention de coopération/)
    expect(read('qpdf', '--check', file).status).toBe(0)
  })

  it('says which standard it claims: kept for ever, or made for everybody', async () => {
    const metadata = async (standard: DocumentRequest['standard']) =>
      read('pdfinfo', '-meta', await written({ ...agreement(), standard })).text
    const archived = await metadata('a-2a')
    expect(archived).toMatch(/pdfaid:part>2</)
    expect(archived).toMatch(/pdfaid:conformance>A</)
    // Typst itself refuses what PDF/UA forbids (a first heading of level 2, a picture without words).
    expect(await metadata('ua-1')).toMatch(/pdfuaid:part>1</)
  })

  it('prints what was typed, whatever it looks like', async () => {
    const file = await written(
      agreement({
        title: HOSTILE,
        intro: HOSTILE,
        parts: [
          { kind: 'heading', text: HOSTILE, anchor: 'art-1' },
          { kind: 'text', blocks: [HOSTILE, [HOSTILE]] },
          { kind: 'facts', facts: [{ term: 'Terme', value: HOSTILE }] },
          { kind: 'signatures', signatures: [{ party: HOSTILE, said: '12 juin 2026' }] },
        ],
      }),
    )
    const text = read('pdftotext', '-raw', file, '-').text.replace(/[\s\u00a0]+/g, ' ')
    expect(text.split('#evil[*x*] $x$ \\ @a').length - 1).toBe(7)
    expect(text).toContain('`code` = titre')
  })

  it('prints by its number what no font of the product draws: an emoji never makes a document impossible', async () => {
    const file = await written(agreement({ title: 'Fête 🎉 漢', intro: 'مرحبا שלום Ωя' }))
    const { text } = read('pdftotext', '-raw', file, '-')
    expect(text).toContain('Fête [U+1F389] [U+6F22]')
    for (const word of ['مرحبا', 'שלום', 'Ωя']) expect(text).toContain(word)
  })
})
