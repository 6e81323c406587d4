import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table as CSV (STK-84)', () => {
  it('is read by a spreadsheet: mark, semicolons, CRLF, quotes where they are needed', () => {
    expect(csvOf(['lieu', 'note'], [['Le « Phare »', 'a;b "c"']])).toBe(
      '\ufefflieu;note\r\nLe « Phare »;"a;b ""c"""\r\n',
    )
  })

  it.each(['=1+1', '+33 2', '-1', '@nom', '\tx', '\rx'])('never lets %j be a formula', (cell) => {
    const [, line] = csvOf(['a'], [[cell]]).split(/(?<=a)\r\n/)
    expect(line).toMatch(/^"?'/)
    expect(line).toContain(cell)
  })
})
