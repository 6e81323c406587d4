import { expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { readWorkbook } from './workbook.ts'
import { workbookStream } from './workbook-stream.ts'

async function* rowsOf(count: number) {
  yield ['nom', 'note']
  for (let row = 1; row <= count; row += 1) yield [`Lieu ${row} & « fils »`, row === 1 ? '=1+1' : `<${row}>`]
}

it('a workbook written row by row is read back, formulas neutralised (STK-84, DIR-82)', async () => {
  const pieces: Uint8Array[] = []
  for await (const piece of workbookStream('Lieux', rowsOf(2000))) pieces.push(piece)
  const read = await readWorkbook(new Uint8Array(Buffer.concat(pieces)))
  if (isRefusal(read)) throw new Error(read.refused)
  expect(read[0]?.name).toBe('Lieux')
  expect(read[0]?.rows).toHaveLength(2001)
  expect(read[0]?.rows[1]?.cells).toEqual(['Lieu 1 & « fils »', "'=1+1"])
  expect(read[0]?.rows[2000]?.cells).toEqual(['Lieu 2000 & « fils »', '<2000>'])
})

it('an error while it is made reaches whoever reads it', async () => {
  async function* broken() {
    yield ['nom']
    throw new Error('the database went away')
  }
  const read = async () => {
    for await (const _piece of workbookStream('Lieux', broken()));
  }
  await expect(read()).rejects.toThrow('the database went away')
})
