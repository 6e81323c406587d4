import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { openDocumentOf } from '../../../../platform/tables/testing.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { sentenceOf } from '../../domain/imports/refused-file.ts'
import { recognisePlaces } from './read-file.ts'

const HEADER = 'id,nom,commune,code_postal,adresse'
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Small pieces, so that every character and every line end is cut somewhere. */
function source(bytes: Uint8Array, size = 7): FileSource {
  return {
    async *open() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
    },
  }
}

async function readAll(bytes: Uint8Array, limit = 1_000_000) {
  const table = await recognisePlaces(source(bytes), limit)
  if (isRefusal(table)) return table
  const rows: string[] = []
  for await (const { line, cells } of table.read()) rows.push(`${line}:${cells.join('/')}`)
  return rows
}

describe('what has parts in one cell, as open data portals write it (DIR-28)', () => {
  const place = {
    nom: 'A',
    adresse: [{ voie: '5 rue Haute', code_postal: '50999' }],
    telephone: [{ valeur: '01 99' }],
  }
  const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`
  it.each([
    ['in JSON', JSON.stringify({ service: [place] }), '1:A/5 rue Haute/50999/01 99'],
    [
      'in CSV',
      `nom,adresse,telephone\nA,${cell(place.adresse)},${cell(place.telephone)}\n`,
      '2:A/5 rue Haute/50999/01 99',
    ],
  ])('is told apart %s', async (_format, text, row) => {
    const table = await recognisePlaces(source(utf8(text)), 1_000_000)
    if (isRefusal(table)) throw new Error(table.refused)
    expect(table.header).toEqual(['nom', 'adresse.voie', 'adresse.code_postal', 'telephone'])
    expect(await readAll(utf8(text))).toEqual([row])
  })
})

describe('encodings and separators (DIR-28)', () => {
  const rows = ['2:1/é/b/c/d']
  it.each([
    ['UTF-8', utf8(`${HEADER}\n1,é,b,c,d\n`)],
    ['UTF-8 with its mark', utf8(`\ufeff${HEADER}\r\n1,é,b,c,d`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${HEADER}\n1,é,b,c,d\n`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(`${HEADER}\n1,é,b,c,d\n`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\ufeff${HEADER}\n1,é,b,c,d\n`, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(`${HEADER}\n1,é,b,c,d\n`, 'latin1')],
    ['semicolons', utf8(`${HEADER.replaceAll(',', ';')}\n1;é;b;c;d\n`)],
    ['tabulations', utf8(`${HEADER.replaceAll(',', '\t')}\n1\té\tb\tc\td\n`)],
    ['two marks', utf8(`\ufeff\ufeff${HEADER}\n1,é,b,c,d\n`)],
    [
      'letters of old Macs',
      Buffer.concat([Buffer.from(`${HEADER}\r1,`), Buffer.from([0x8e]), Buffer.from(',b,c,d\r')]),
    ],
    [
      'the separator told on the first line',
      utf8(`sep=;\r\n${HEADER.replaceAll(',', ';')}\r\n1;é;b;c;d\r\n`),
      3,
    ],
    [
      'a title, a date and a blank line',
      utf8(`Nos lieux,,,,\nau 17 juin,,,,\n,,,,\n${HEADER}\n1,é,b,c,d\n`),
      5,
    ],
    ['a title without separators', utf8(`Nos lieux au 17 juin\n${HEADER}\n1,é,b,c,d\n`), 3],
    ['line ends of old Macs', utf8(`${HEADER}\r1,é,b,c,d\r`)],
  ] as [string, Uint8Array, number?][])('reads %s', async (_case, bytes, line = 2) => {
    expect(await readAll(bytes)).toEqual(rows.map((row) => row.replace('2:', `${line}:`)))
  })

  it('finds windows-1252 even when the first accent comes late', async () => {
    const plain = `${HEADER}\n${'1,a,b,c,d\n'.repeat(20_000)}`
    const bytes = Buffer.concat([Buffer.from(plain), Buffer.from('2,é,b,c,d\n', 'latin1')])
    const read = await readAll(bytes, 10_000_000)
    expect(isRefusal(read) || read.at(-1)).toBe('20002:2/é/b/c/d')
  })
})

describe('lines (DIR-17)', () => {
  it('counts physical lines: cells may span several, blank ones are passed', async () => {
    const text = `${HEADER}\n1,a,b,c,d\n2,"x\ny\nz",b,c,d\n\n3,a,b,c,d\n`
    expect(await readAll(utf8(text))).toEqual(['2:1/a/b/c/d', '3:2/x\ny\nz/b/c/d', '7:3/a/b/c/d'])
  })

  it('takes rows too short or too long, and quotes in the middle of a cell', async () => {
    expect(await readAll(utf8(`${HEADER}\n1,a "b" c\n2,a,b,c,d,e,f\n`))).toEqual([
      '2:1/a "b" c',
      '3:2/a/b/c/d/e/f',
    ])
  })

  it('says on which line a quote was left open', async () => {
    const broken = readAll(utf8(`${HEADER}\n1,a,b,c,d\n2,"a,b,c,d\n3,a,b,c,d\n`))
    await expect(broken).rejects.toThrow(UnreadableRow)
    const error: unknown = await broken.catch((thrown) => thrown)
    expect(error instanceof UnreadableRow && sentenceOf(error.refusal)).toContain('à la ligne 3')
  })
})

describe('names of columns (DIR-30)', () => {
  const headerOf = async (text: string) => {
    const table = await recognisePlaces(source(utf8(text)), 1_000_000)
    return isRefusal(table) ? table : table.header
  }

  it('each has its own, so that no cell is lost: the same twice, none at all, or only cells', async () => {
    expect(await headerOf('Nom,Tél,Tél,,Ville,\nA,01,06,note,Valmer,,de trop\n')).toEqual([
      ...['Nom', 'Tél', 'Tél (2)', 'Colonne 4', 'Ville', '', 'Colonne 7'],
    ])
  })

  it('a word of a row is not taken for the header', async () => {
    expect(await headerOf('Lieu,Nature,Ville\nA,Commune,Valmer\nB,Structure,Valmer\n')).toEqual([
      ...['Lieu', 'Nature', 'Ville'],
    ])
  })
})

describe('what is not a table of places', () => {
  it.each([
    ['an empty file', utf8(''), 'empty'],
    ['blank lines', utf8('\n \n'), 'empty'],
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'picture'],
    ['a JPEG picture', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'picture'],
    ['a PDF', utf8('%PDF-1.7\n'), 'document'],
    [
      'an Excel workbook',
      Buffer.from('PK\x03\x04____[Content_Types].xml____xl/workbook.xml', 'latin1'),
      'workbook-unreadable',
    ],
    ['an old Excel workbook', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'), 'spreadsheet'],
    [
      'a LibreOffice sheet',
      Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'latin1'),
      'workbook-unreadable',
    ],
    [
      'a LibreOffice letter',
      Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text', 'latin1'),
      'document',
    ],
    ['a ZIP archive', Buffer.from('PK\x03\x04lieux.csv', 'latin1'), 'archive'],
    ['a broken gzip file', Buffer.from('\x1f\x8b\x08', 'latin1'), 'gzip-unreadable'],
    ['a web page', utf8('<!DOCTYPE html><html>'), 'web-page'],
    ['a map', utf8('<?xml version="1.0"?><kml><Placemark/></kml>'), 'xml'],
    ['JSON without a list', utf8('{"nom": "x"}'), 'json-no-list'],
    ['JSON cut short', utf8('[{"nom": "x"'), 'json-broken'],
    ['a text that is no table', utf8('Bonjour\nvoici nos lieux\n'), 'other-columns'],
    ['bytes at random', Buffer.from('a\0\x01\x02b\0', 'latin1'), 'binary'],
    ['too much', utf8(`${HEADER}\n${'1,a,b,c,d\n'.repeat(200_000)}`), 'too-large'],
  ])('refuses %s, in French', async (_case, bytes, refused) => {
    const outcome = await readAll(bytes)
    expect(outcome).toMatchObject({ refused })
    if (isRefusal(outcome)) expect(sentenceOf(outcome as never)).toMatch(/\.$/)
  })

  it('names the columns that were read', async () => {
    const outcome = await readAll(utf8('lieux\n1\n'))
    expect(isRefusal(outcome) && sentenceOf(outcome as never)).toContain('le nom des lieux : lieux')
  })
})

describe('other kinds of files (DIR-27)', () => {
  it('a list of JSON objects has the names of all its fields for a header', async () => {
    expect(await readAll(utf8('[{"nom":"é","ville":"b"},{"nom":"c","cp":50999}]'))).toEqual([
      '1:é/b/',
      '2:c//50999',
    ])
  })

  it.each([
    ['an object a line', '{"nom":"A","ville":"B"}\n{"nom":"C","ville":"D"}\n'],
    ['an object per key', '{"12":{"nom":"A","ville":"B"},"13":{"nom":"C","ville":"D"}}'],
    [
      'the list that is known best',
      '{"facets":[{"name":"x"}],"results":[{"nom":"A","ville":"B"},{"nom":"C","ville":"D"}]}',
    ],
  ])('JSON: %s (DIR-28)', async (_case, text) => {
    expect(await readAll(utf8(text))).toEqual(['1:A/B', '2:C/D'])
  })

  it.each([
    ['an XLSX', workbookOf],
    ['an ODS', openDocumentOf],
  ])(
    '%s workbook is read from the sheet and the line whose headings are known (DIR-28)',
    async (_format, book) => {
      const rows = [['Liste au 17 juin'], ['Nom du lieu', 'Ville'], ['A', 'Valmer']]
      const workbook = await book([
        { name: 'Notice', rows: [['lisez-moi']] },
        { name: 'Lieux', rows },
      ])
      expect(await readAll(workbook)).toEqual(['3:A/Valmer'])
    },
  )
})

describe('any bytes (DIR-27)', () => {
  it('end in rows or in a refusal, never in another error', async () => {
    const withHeader = fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => Buffer.concat([Buffer.from(`${HEADER}\n`), bytes]))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), withHeader), async (bytes) => {
        await readAll(bytes).catch((error) => {
          if (!(error instanceof UnreadableRow)) throw error
        })
      }),
      { numRuns: 300 },
    )
  })
})
