import { neutralised } from '../csv.ts'
import { zipStream } from '../files/zip-stream.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What XML 1.0 has no way to say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to leave out
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const LONGEST_CELL = 32_767

/**
 * A workbook of one sheet written row by row: it holds one row at a time, however many there are. Every cell is a text:
 * no number is rounded, no formula is computed. For a few rows, `workbookOf` is enough.
 */
export function workbookStream(
  name: string,
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array> {
  return zipStream([
    file(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    ),
    file(
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', content: sheet(rows) },
  ])
}

function file(name: string, xml: string) {
  return { name, content: [HEAD, xml] }
}

async function* sheet(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  let line = 0
  for await (const cells of rows) {
    line += 1
    yield `<row r="${line}">${cells.map((text, at) => cell(text, `${columnOf(at)}${line}`)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function cell(text: string, reference: string): string {
  if (text === '') return ''
  const shown = escaped(neutralised(text).slice(0, LONGEST_CELL))
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`
}

/** A, B… Z, AA, AB… */
function columnOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnOf(Math.floor(at / 26) - 1)}${letter}`
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSAYABLE, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
