import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { recognised } from '../csv.ts'
import { unzip } from '../files/unzip.ts'
import { storedZip } from '../files/zip.ts'
import { readWorkbook, workbookOf } from './workbook.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The parts of a workbook of one sheet. */
async function parts(sheet?: string): Promise<Map<string, Uint8Array>> {
  const files = unzip(await workbookOf([{ name: 'Feuille', rows: [['nom'], ['a']] }]), 1_000_000)
  if (isRefusal(files)) throw new Error(files.refused)
  const found = new Map(files)
  if (sheet !== undefined) found.set('xl/worksheets/sheet1.xml', utf8(sheet))
  return found
}

const sheetOf = (cells: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`

describe('a workbook', () => {
  it('comes back with its sheets, lines and texts, formulas neutralised (STK-84)', async () => {
    const book = await workbookOf([
      {
        name: 'Un',
        rows: [
          ['nom', 'note'],
          ['=1+1', '36750100000001'],
          ['', ''],
          ['007', ' '],
        ],
      },
      { name: 'Deux', rows: [['a']] },
    ])
    expect(await readWorkbook(book)).toEqual([
      {
        name: 'Un',
        rows: [
          { line: 1, cells: ['nom', 'note'] },
          { line: 2, cells: ["'=1+1", '36750100000001'] },
          { line: 4, cells: ['007', ''] },
        ].map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            expect.stringMatching(new RegExp(`^\\s*${cell.replace(/[+=']/g, '\\$&')}\\s*$`)),
          ),
        })),
      },
      { name: 'Deux', rows: [{ line: 1, cells: ['a'] }] },
    ])
  })

  it('says in each line what its merged cells and its links say', async () => {
    const text = (ref: string, said: string) => `<c r="${ref}" t="inlineStr"><is><t>${said}</t></is></c>`
    const line = (row: number, cells: string) => `<row r="${row}">${cells}</row>`
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>
      ${line(1, text('A1', 'Ville') + text('B1', 'Nom') + text('C1', 'Site') + text('D1', 'Mail'))}
      ${line(2, text('A2', 'Valmer') + text('B2', 'Un') + text('C2', 'ici') + text('D2', 'écrire'))}
      ${line(3, text('B3', 'Deux') + text('C3', 'ici') + text('D3', 'écrire'))}
      ${line(6, text('B6', 'Trois') + text('C6', 'Trois') + text('D6', 'écrire'))}
      </sheetData><mergeCells><mergeCell ref="A2:A5"/><mergeCell ref="A2:A9"/><mergeCell ref="B2:D2"/><mergeCell ref="ZZZ1:ZZZ9999999"/></mergeCells>
      <hyperlinks><hyperlink ref="C2" r:id="rId1"/><hyperlink ref="C3" r:id="rId2"/><hyperlink ref="C6" r:id="rId2"/>
      <hyperlink ref="D2" r:id="rId3"/><hyperlink ref="D3" r:id="rId4"/><hyperlink ref="D6" r:id="rId9"/></hyperlinks></worksheet>`
    const link = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="hyperlink" Target="${target}" TargetMode="External"/>`
    const found = await parts(sheet)
    found.set(
      'xl/worksheets/_rels/sheet1.xml.rels',
      utf8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
          link('rId1', 'https://un.example/?a=1&amp;b=2'),
          link('rId2', 'https://deux.example'),
          link('rId3', 'mailto:un@valmer.example'),
          link('rId4', 'mailto:deux@valmer.example'),
        ].join('')}</Relationships>`,
      ),
    )
    const read = await readWorkbook(storedZip(found))
    if (isRefusal(read)) throw new Error(read.refused)
    expect(read[0]?.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'Ville', 'Nom', 'Site', 'Mail'],
      // « Trois » leads somewhere too: the words of this column are its own.
      [2, 'Valmer', 'Un', 'ici', 'un@valmer.example'],
      [3, 'Valmer', 'Deux', 'ici', 'deux@valmer.example'],
      [6, '', 'Trois', 'Trois', 'écrire'],
    ])
  })

  it('says an hour without a day as an hour', async () => {
    const found = await parts(sheetOf('<c r="A1" s="1"><v>0.375</v></c><c r="B1" s="2"><v>46190.375</v></c>'))
    const formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>'
    found.set(
      'xl/styles.xml',
      utf8(
        `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats}</styleSheet>`,
      ),
    )
    expect(await readWorkbook(storedZip(found))).toMatchObject([
      { rows: [{ cells: ['09:00', '2026-06-17 09:00'] }] },
    ])
  })

  it('says numbers as they are written, rounded ones too, and dates as days', async () => {
    const book = storedZip(
      await parts(sheetOf('<c r="A1"><v>3.67501E+13</v></c><c r="B1" t="b"><v>1</v></c>')),
    )
    expect(await readWorkbook(book)).toMatchObject([{ rows: [{ cells: ['3.67501E+13', 'oui'] }] }])
  })

  it('whatever its texts, comes back with what XML can say of them', async () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constant('_x0041_'))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (row) => {
        const read = await readWorkbook(await workbookOf([{ name: 'A', rows: [['x', ...row]] }]))
        if (isRefusal(read)) throw new Error(read.refused)
        const cells = read[0]?.rows[0]?.cells ?? []
        // The library that writes leaves out U+FFFD, which only says that something could not be read.
        const sayable = (text: string) =>
          text
            .toWellFormed()
            .replace(/\p{Cc}|[\ufffd-\uffff]/gu, '')
            .trim()
        expect(row.map((_, at) => sayable(recognised(cells[at + 1] ?? '')))).toEqual(row.map(sayable))
      }),
      { numRuns: 40, examples: [[["'-", "'=1", '=1', "''-"]]] },
    )
  })
})

describe('what is refused before a library reads it', () => {
  it('a bomb: 200 MB behind a few kilobytes', async () => {
    const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 0x20))
    const bomb = Buffer.from(storedZip(new Map([['xl/workbook.xml', new Uint8Array(packed)]])))
    for (const [signature, method] of [
      [0x04034b50, 8],
      [0x02014b50, 10],
    ] as const) {
      const mark = Buffer.alloc(4)
      mark.writeUInt32LE(signature)
      bomb.writeUInt16LE(8, bomb.indexOf(mark) + method)
    }
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await readWorkbook(bomb)).toMatchObject({ refused: 'workbook-too-large' })
  })

  it('a sheet whose one cell is at the end of the world', async () => {
    for (const reference of ['A1048576', 'XFD1']) {
      const book = storedZip(await parts(sheetOf(`<c r="${reference}"><v>1</v></c>`)))
      expect(await readWorkbook(book)).toMatchObject({ refused: 'workbook-too-large' })
    }
  })

  it('an archive of something else, a broken sheet, bytes at random', async () => {
    for (const files of [new Map([['a.csv', utf8('x')]]), await parts('<worksheet><sheetData><row>')])
      expect(await readWorkbook(storedZip(files))).toMatchObject({ refused: 'workbook-unreadable' })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const read = await readWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))
        expect(isRefusal(read)).toBe(true)
      }),
    )
  })
})
