import { describe, expect, it } from 'vitest'
import { openDocumentOf } from '../../../../platform/tables/testing.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { readListFile } from './read-list-file.ts'

describe('a list of places as a workbook (LAB-19)', () => {
  it.each([
    ['XLSX', workbookOf],
    ['ODS', openDocumentOf],
  ])('%s: says what the same CSV says', async (_format, book) => {
    const rows = [
      ['nom', 'commune', 'siret'],
      ['Atelier du Bocage', 'Valmer', ''],
      ['Fablab', 'Coutances', '36750100000001'],
    ]
    const csv = Buffer.from(rows.map((row) => row.join(';')).join('\n'))
    const lines = await readListFile(await book([{ name: 'Lieux', rows }]))
    expect(lines).toHaveLength(2)
    expect(lines).toEqual(await readListFile(csv))
  })
})
