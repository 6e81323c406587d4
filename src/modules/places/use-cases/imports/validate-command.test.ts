import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { plainCsv } from '../../../../platform/csv.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { runValidateCommand } from './validate-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-validate-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function validated(content: string) {
  const [path, report] = [join(folder, 'lieux.csv'), join(folder, 'constats.csv')]
  await writeFile(path, content)
  const [sentences, answers] = [[] as string[], [] as string[]]
  const code = await runValidateCommand(
    { path, report, mapping: null, today: day('2026-06-17') },
    { tell: (sentence) => sentences.push(sentence), answer: (json) => answers.push(json) },
  )
  const told = await readFile(report, 'utf8')
  return { code, sentences, answer: JSON.parse(answers[0] ?? 'null'), told }
}

const csv = (rows: readonly StandardRow[]) =>
  plainCsv([standardColumns, ...rows.map((row) => standardColumns.map((column) => row[column]))])

describe('npm run validate (DIR-27)', () => {
  it('ends with 0 when every row can be a place', async () => {
    const { code, answer, told } = await validated(csv([aGoodRow({ id: 'a' }), aGoodRow({ id: 'b' })]))
    expect([code, answer]).toEqual([
      0,
      { read: 2, accepted: 2, rejected: 0, warnings: 0, corrected: 0, remarks: 0 },
    ])
    expect(told).toBe('ligne,id_source,colonne,valeur,code,gravite,message,proposition\n')
  })

  it('goes on after the first fault, ends with 3 when a row is refused, and reports one line per finding (DIR-17, DIR-32)', async () => {
    const faulty = aGoodRow({
      id: 'a',
      code_postal: '5000',
      telephone: '04 92 00 00 00',
      services: 'Jardinage',
    })
    const { code, answer, told } = await validated(csv([faulty, aGoodRow({ id: 'b', nom: '' }), faulty]))
    expect(code).toBe(3)
    expect(answer).toMatchObject({ read: 3, accepted: 2, rejected: 1, warnings: 2, corrected: 4 })
    const lines = parse(told, { columns: true }) as Record<string, string>[]
    expect(lines.map(({ ligne, colonne, gravite }) => `${ligne} ${colonne} ${gravite}`)).toEqual([
      '2 code_postal correction',
      '2 telephone correction',
      '2 services avertissement',
      '3 nom rejet',
      '4 code_postal correction',
      '4 telephone correction',
      '4 services avertissement',
    ])
    expect(lines[0]).toMatchObject({ id_source: 'a', valeur: '5000', proposition: '05000' })
  })

  it.each([
    ['nothing at all', ''],
    ['a picture', '\x89PNG\r\n\x1a\n'],
    ['a quote left open in a file of the standard', `${standardColumns.join(',')}\nx,"never closed`],
    ['a quote left open in any other file', 'Nom du lieu,Ville\n"never closed'],
  ])('ends with 1 and a sentence for %s', async (_case, content) => {
    const { code, sentences, answer } = await validated(content)
    expect([code, answer]).toEqual([1, null])
    expect(sentences.at(-1)).toMatch(/[.]$/)
  })
})
