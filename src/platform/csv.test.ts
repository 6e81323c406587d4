import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, neutralised, plainCsv, recognised } from './csv.ts'

describe('a table as CSV (STK-84)', () => {
  it('is read by a spreadsheet: mark, semicolons, CRLF, quotes where they are needed', () => {
    expect(csvOf(['lieu', 'note'], [['Le « Phare »', 'a;b "c"']])).toBe(
      '\ufefflieu;note\r\nLe « Phare »;"a;b ""c"""\r\n',
    )
  })

  it.each(['=1+1', '+33 2', '-1', '@nom', '\tx', '\rx', '\uff1d1'])('never lets %j be a formula', (cell) => {
    const [, line] = csvOf(['a'], [[cell]]).split(/(?<=a)\r\n/)
    expect(line).toMatch(/^"?'/)
    expect(line).toContain(cell)
  })
})

describe('a table for programs', () => {
  it('quotes what would part cells or lines, even a line break alone, and changes nothing else', () => {
    expect(plainCsv([['=1+1', 'a, b', 'un\ndeux', 'dit "oui"', '']])).toBe(
      '=1+1,"a, b","un\ndeux","dit ""oui""",\r\n',
    )
  })
})

describe('a neutralised cell', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[a-z;"\n]{0,5}$/))

  it('is recognised when it comes back, whatever it said', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(recognised(neutralised(text))).toBe(text)
      }),
    )
  })

  it('comes back whole through a file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(csvOf(['a', 'b'], rows), { delimiter: ';', bom: true }) as string[][]
        expect(read.slice(1).map((row) => row.map(recognised))).toEqual(rows)
      }),
    )
  })
})
