import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { storedZip } from '../files/zip.ts'
import { openDocumentContent as contentOf, openDocumentFile as fileOf } from './testing.ts'
import { readWorkbook } from './workbook.ts'

const sheetsOf = (sheets: string) => readWorkbook(fileOf(contentOf(sheets)))
const sheet = (rows: string, name = 'Lieux') => `<table:table table:name="${name}">${rows}</table:table>`
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const cell = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`
const valued = (type: string, value: string, shown: string) =>
  `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`

/** The only row of the only sheet. */
async function cellsOf(cells: string): Promise<readonly string[]> {
  const read = await sheetsOf(sheet(row(cells)))
  if (isRefusal(read)) throw new Error(read.refused)
  return read[0]?.rows[0]?.cells ?? []
}

describe('an OpenDocument workbook', () => {
  it('says in each line what its cells merged downwards say', async () => {
    const covered = '<table:covered-table-cell/>'
    const read = await sheetsOf(
      sheet(
        [
          row(cell('Valmer', 'table:number-rows-spanned="3"') + cell('Un')),
          row(covered + cell('Deux')),
          row(covered),
          row(cell('') + cell('Trois')),
        ].join(''),
      ) + sheet(row(covered + cell('a')), 'Autre'),
    )
    expect(read).toEqual([
      {
        name: 'Lieux',
        rows: [
          { line: 1, cells: ['Valmer', 'Un'] },
          { line: 2, cells: ['Valmer', 'Deux'] },
          { line: 4, cells: ['', 'Trois'] },
        ],
      },
      { name: 'Autre', rows: [{ line: 1, cells: ['', 'a'] }] },
    ])
  })

  it('comes back with its sheets, each row at its line, blank ones left out', async () => {
    const read = await sheetsOf(
      `${sheet(
        `<table:table-header-rows>${row(cell('nom') + cell('note'))}</table:table-header-rows>
         ${row(`<table:table-cell table:number-columns-repeated="16384"/>`, 'table:number-rows-repeated="3"')}
         ${row(`<table:table-cell table:number-columns-repeated="2"/>${cell('c', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/>`)}
         ${row(cell('b'), 'table:number-rows-repeated="2"')}
         ${row('<table:table-cell/>', 'table:number-rows-repeated="1048569"')}`,
        'Un &amp; deux',
      )}${sheet(row(cell('a')), 'Autre')}`,
    )
    expect(read).toEqual([
      {
        name: 'Un & deux',
        rows: [
          { line: 1, cells: ['nom', 'note'] },
          { line: 5, cells: ['', '', 'c', 'c'] },
          { line: 6, cells: ['b'] },
          { line: 7, cells: ['b'] },
        ],
      },
      { name: 'Autre', rows: [{ line: 1, cells: ['a'] }] },
    ])
  })

  it.each([
    [
      'a number, whatever is shown',
      valued('float', 'office:value="36750100000001"', '3,68E+13'),
      '36750100000001',
    ],
    ['a postal code', valued('float', 'office:value="1000"', '01000'), '01000'],
    ['a telephone', valued('float', 'office:value="492000000"', '04 92 00 00 00'), '04 92 00 00 00'],
    ['a rounded number', valued('float', 'office:value="0.25"', '0,3'), '0.25'],
    ['a share', valued('percentage', 'office:value="0.5"', '50 %'), '0.5'],
    ['a price', valued('currency', 'office:value="2" office:currency="EUR"', '2 €'), '2'],
    ['a day', valued('date', 'office:date-value="2026-06-17"', '17/06/26'), '2026-06-17'],
    ['a moment', valued('date', 'office:date-value="2026-06-17T14:30:00"', '17/06'), '2026-06-17 14:30'],
    ['midnight', valued('date', 'office:date-value="2026-06-17T00:00:00"', '17/06'), '2026-06-17'],
    ['an hour', valued('time', 'office:time-value="PT09H30M00S"', '9:30'), '09:30'],
    ['yes', valued('boolean', 'office:boolean-value="true"', 'VRAI'), 'oui'],
    ['no', valued('boolean', 'office:boolean-value="false"', 'FAUX'), 'non'],
    ['what a formula gave', cell('3', 'table:formula="of:=1+2"'), '3'],
    ['paragraphs', cell('a</text:p><text:p>b'), 'a\nb'],
    ['spaces and lines', cell('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), 'a  b c\nd'],
    ['a link and bold words', cell('<text:a>site</text:a> <text:span>web</text:span>'), 'site web'],
    ['what XML codes', cell('L&apos;atelier &amp; &#233;t&#xE9; &lt;3'), "L'atelier & été <3"],
    ['as characters', cell('<![CDATA[a & b]]>'), 'a & b'],
    [
      'a text that is not shown',
      '<table:table-cell office:value-type="string" office:string-value="a &amp; b"/>',
      'a & b',
    ],
    [
      'without its note nor its picture',
      `<table:table-cell office:value-type="string"><office:annotation><text:p>À revoir</text:p></office:annotation>
         <draw:frame><draw:text-box><text:p>Image</text:p></draw:text-box></draw:frame><text:p>a</text:p></table:table-cell>`,
      'a',
    ],
    [
      'one that another covers',
      '<table:covered-table-cell office:value-type="string"><text:p>a</text:p></table:covered-table-cell>',
      'a',
    ],
  ])('says %s', async (_case, drawn, text) => {
    expect(await cellsOf(drawn)).toEqual([text])
  })

  it('leaves aside what changed, and pictures put on a sheet', async () => {
    const read = await readWorkbook(
      fileOf(
        contentOf(
          `<table:tracked-changes><table:cell-content-change>${row(cell('avant'))}</table:cell-content-change></table:tracked-changes>${sheet(
            `<table:shapes><draw:frame><text:p>Logo</text:p></draw:frame></table:shapes>${row(cell('a'))}`,
          )}`,
        ),
      ),
    )
    expect(read).toEqual([{ name: 'Lieux', rows: [{ line: 1, cells: ['a'] }] }])
  })

  it('is told by its namespaces, whatever their prefixes', async () => {
    const other = contentOf(sheet(row(cell('a'))))
      .replaceAll(/(?<=[< /])table:/g, 't:')
      .replaceAll('xmlns:table=', 'xmlns:t=')
    expect(await readWorkbook(fileOf(other))).toMatchObject([{ rows: [{ cells: ['a'] }] }])
  })
})

describe('what is refused', () => {
  it.each([
    [
      'a cell at the end of a row of a million',
      row(`<table:table-cell table:number-columns-repeated="999999"/>${cell('a')}`),
    ],
    ['a cell repeated as often', row(cell('a', 'table:number-columns-repeated="999999"'))],
    ['a row repeated as often', row(cell('a'), 'table:number-rows-repeated="999999"')],
    ['a row after as many', row('', 'table:number-rows-repeated="999999"') + row(cell('a'))],
  ])('%s', async (_case, rows) => {
    expect(await sheetsOf(sheet(rows))).toMatchObject({ refused: 'workbook-too-large' })
  })

  it('many sheets of many rows each written once', async () => {
    const many = sheet(row(cell('a'), 'table:number-rows-repeated="60000"'))
    expect(await sheetsOf(many + many)).toMatchObject({ refused: 'workbook-too-large' })
  })

  it('one behind a password, as LibreOffice makes them before and since 24.2', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    for (const file of [
      fileOf('\x80 of no use', { 'META-INF/manifest.xml': manifest }),
      storedZip(new Map([['encrypted-package', new Uint8Array([0x80])]])),
    ])
      expect(await readWorkbook(file)).toMatchObject({ refused: 'workbook-locked' })
  })

  it('a letter, XML that does not close, anything at random', async () => {
    const letter = contentOf(sheet(row(cell('a'))), 'text')
    const whole = contentOf(sheet(row(cell('a'))))
    for (const content of [letter, whole.slice(0, -120), '', 'office:spreadsheet'])
      expect(await readWorkbook(fileOf(content)), content).toMatchObject({ refused: 'workbook-unreadable' })
    const pieces = fc.constantFrom(
      row(cell('a')),
      '<table:table',
      '</table:table>',
      '<text:p>',
      ' & ',
      '<![CDATA[',
      '>',
      '"',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (parts) => {
        const read = await sheetsOf(sheet(parts.join('')))
        expect(isRefusal(read) || Array.isArray(read)).toBe(true)
      }),
    )
  })
})
