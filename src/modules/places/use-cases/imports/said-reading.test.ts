import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { sentenceOf } from '../../domain/imports/refused-file.ts'
import { readMappingText } from '../../domain/mapping/mapping.schema.ts'
import type { Reading } from '../../domain/mapping/reading.ts'
import { recognisePlaces } from './read-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Buffer.from(text, 'latin1')

async function readAs(bytes: Uint8Array, reading: Reading) {
  const table = await recognisePlaces(sourceOfBytes(bytes), 1_000_000, reading)
  if (isRefusal(table)) return sentenceOf(table)
  const rows: string[] = []
  for await (const { line, cells } of table.read()) rows.push(`${line}:${cells.join('/')}`)
  return [table.header.join('/'), ...rows]
}

const SEMICOLONS = 'nom;adresse\nGué;3, quai Nord\n'
const TITLED = 'nom;adresse\nà remplir;\nnom du lieu;rue\nGué;3 quai\n'
const text = 'nom,commune\nGué,Valmer\n'
const workbook = await workbookOf([
  { name: 'Notice', rows: [['Nom', 'Commune', 'Adresse', 'Téléphone'], ['ce qu’il faut y écrire']] },
  {
    name: 'Lieux 2026',
    rows: [
      ['Nos lieux', 'au 17 juin'],
      ['Qui', 'Ville'],
      ['Gué', 'Valmer'],
    ],
  },
])

describe('a file is read as a person says (DIR-28)', () => {
  it.each<[string, Uint8Array, Reading, string[]]>([
    ['as recognised when nothing is said', utf8(SEMICOLONS), {}, ['nom/adresse', '2:Gué/3, quai Nord']],
    [
      'by commas, its titles being on its first line',
      utf8(SEMICOLONS),
      { separator: ',', headingLine: 1 },
      // The cell that only the rows have has a name of its own.
      ['nom;adresse/Colonne 2', '2:Gué;3/ quai Nord'],
    ],
    [
      'with the headings of another line',
      utf8(TITLED),
      { headingLine: 3 },
      ['nom du lieu/rue', '4:Gué/3 quai'],
    ],
    [
      'with the letters of Windows',
      utf8(text),
      { encoding: 'windows-1252' },
      ['nom/commune', '2:GuÃ©/Valmer'],
    ],
    ['with those of a Mac', latin(text), { encoding: 'macintosh' }, ['nom/commune', '2:GuÈ/Valmer']],
    [
      'from another sheet, with the titles of its second line',
      workbook,
      { sheet: 'Lieux 2026', headingLine: 2 },
      ['Qui/Ville', '3:Gué/Valmer'],
    ],
    [
      'passing over what means nothing for its format',
      workbook,
      { separator: ';', encoding: 'macintosh', sheet: 'Notice' },
      ['Nom/Commune/Adresse/Téléphone', '2:ce qu’il faut y écrire'],
    ],
    [
      'a list of objects has nothing to say',
      utf8('[{"nom":"Gué","commune":"Valmer"}]'),
      { separator: ';', headingLine: 4, sheet: 'x' },
      ['nom/commune', '1:Gué/Valmer'],
    ],
  ])('%s', async (_case, bytes, reading, expected) => {
    const read = await readAs(bytes, reading)
    expect(Array.isArray(read) ? read.map((row) => row.replace(/\/+$/, '')) : read).toEqual(expected)
  })

  it.each<[string, Uint8Array, Reading, string]>([
    ['a sheet that it has not', workbook, { sheet: 'Lieux 2025' }, 'Ce classeur n’a pas de feuille'],
    ['a line after its end', utf8(text), { headingLine: 40 }, 'La ligne 40 est vide, ou le fichier s’arrête'],
    ['a line that is blank', utf8('nom,ville\n\nGué,Valmer\n'), { headingLine: 2 }, 'La ligne 2 est vide'],
    ['a line after the end of a sheet', workbook, { headingLine: 40 }, 'La ligne 40 est vide'],
    ['UTF-8 where it is not', latin(text), { encoding: 'utf-8' }, 'n’est plus du texte lisible'],
    ['letters of two bytes', utf8(text), { encoding: 'utf-16le' }, 'n’est plus du texte lisible'],
  ])('says why not: %s', async (_case, bytes, reading, sentence) => {
    expect(await readAs(bytes, reading)).toContain(sentence)
  })

  it('is said in the file of --mapping too, and nothing else than what can be (DIR-29)', () => {
    const mapping = { columns: {}, isGrouped: false, reading: { separator: ',', headingLine: 3 } }
    expect(readMappingText(JSON.stringify(mapping))).toEqual(mapping)
    expect(readMappingText(JSON.stringify({ ...mapping, reading: { separator: 'x' } }))).toBeNull()
  })
})
