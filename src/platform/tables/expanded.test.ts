import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedZip } from '../files/zip.ts'
import { expanded, UnreadableArchive } from './expanded.ts'
import { bytesOf, sourceOfBytes } from './file-source.ts'
import { workbookOf } from './workbook.ts'

const TABLE = 'nom;ville\nFablab;Gap\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const zip = (files: Record<string, string>) =>
  storedZip(new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])))

const heldBy = async (content: Uint8Array) => bytesOf(await expanded(sourceOfBytes(content)))
const textOf = async (content: Uint8Array) => new TextDecoder().decode(await heldBy(content))

describe('a compressed file is what it holds', () => {
  it.each<[string, Uint8Array]>([
    ['gzip', gzipSync(TABLE)],
    ['ZIP', zip({ 'lieux.csv': TABLE })],
    ['ZIP in a folder', zip({ 'export/Lieux 2026.CSV': TABLE })],
    ['ZIP made on a Mac', zip({ 'lieux.csv': TABLE, '__MACOSX/._lieux.csv': 'x', '.DS_Store': 'x' })],
    ['ZIP with a notice', zip({ 'LISEZMOI.txt': 'Bonjour', 'notice.pdf': '%PDF', 'lieux.csv': TABLE })],
    ['ZIP of one text', zip({ 'lieux.txt': TABLE })],
  ])('%s', async (_case, content) => expect(await textOf(content)).toBe(TABLE))

  it('and any other file as it is: a text, a workbook, an archive without a table', async () => {
    for (const content of [
      bytes(TABLE),
      new Uint8Array(),
      await workbookOf([{ name: 'Lieux', rows: [['nom']] }]),
      zip({ 'lieux.shp': 'x', 'lieux.dbf': 'x' }),
    ])
      expect(Buffer.from(content).equals(await heldBy(content))).toBe(true)
  })
})

describe('what cannot be read', () => {
  const refusal = (content: Uint8Array) =>
    heldBy(content).then(
      () => null,
      (error) => (error instanceof UnreadableArchive ? error.refusal : error),
    )

  it('several tables are named', async () => {
    expect(await refusal(zip({ 'lieux.csv': TABLE, 'services.json': '[]', 'a.txt': '' }))).toEqual({
      refused: 'archive-of-several',
      details: { names: 'lieux.csv, services.json' },
    })
  })

  it('a trap: far larger than it looks', async () => {
    expect(await refusal(gzipSync(Buffer.alloc(64 * 1024 * 1024)))).toMatchObject({
      refused: 'gzip-unreadable',
    })
  })

  it('one spoilt anywhere: read, or refused, never another error', async () => {
    const whole = [gzipSync(TABLE.repeat(50)), zip({ 'lieux.csv': TABLE })]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.nat(300),
        async (content, changes, cut) => {
          const spoilt = Buffer.from(content).subarray(0, Math.max(1, content.length - cut))
          for (const [at, byte] of changes) spoilt[at % spoilt.length] = byte
          const found = await refusal(spoilt)
          expect(found === null || 'refused' in found, String(found)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
