import { describe, expect, it } from 'vitest'
import { importsOf } from '../../../../../tests/imports.ts'
import { read, useApp } from '../../../../../tests/support.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'

const estuary = useApp()
const { runJobs, sent } = importsOf(estuary)
const RELIRE = { acte: 'relire' }
const COLUMNS = { nom: 'c:Intitulé', adresse: 'c:Rue', commune: 'c:Ville' }

type Officer = Awaited<ReturnType<typeof estuary.signIn>>

const rows = ['Intitulé;Rue;Ville', 'Atelier du Bocage;3 quai Nord;Gap', 'Fablab;1 rue Haute;Gap']
const prose = (lines: number) => Array.from({ length: lines }, (_, rank) => `Notice, ligne ${rank + 1}`)
const words = (lines: number) => prose(lines).map((line) => line.replace(',', ''))
const cells = (lines: readonly string[]) => lines.map((line) => line.split(';'))
const csv = (lines: readonly string[], ends = '\n') => new File([lines.join(ends)], 'annuaire.csv')
const json = (value: unknown) => new File([JSON.stringify(value)], 'annuaire.json')
const workbook = async (...sheets: { name: string; rows: string[][] }[]) =>
  new File([await workbookOf(sheets)], 'annuaire.xlsx')

const columnsOf = async (officer: Officer, address: string, fields?: Record<string, string>) =>
  read(await (fields ? officer.post(`${address}/colonnes`, fields) : officer.get(`${address}/colonnes`)))

const headings = (page: Awaited<ReturnType<typeof read>>) =>
  page.texts('main select[name="nom"] option').slice(1, -1)

/** Says how it is read, then what its columns are; the report of that. */
async function readSo(officer: Officer, address: string, reading: Record<string, string>) {
  const page = await columnsOf(officer, address, { ...reading, ...RELIRE })
  expect(page.status).toBe(200)
  const shown = page.document.querySelector('input[name="lecture.montree"]')?.getAttribute('value') ?? ''
  const answer = await officer.post(`${address}/colonnes`, {
    ...{ ...reading, ...COLUMNS },
    'lecture.montree': shown,
  })
  expect(answer.status).toBe(303)
  await runJobs()
  return read(await officer.get(address))
}

describe('a file that is unlike a table is read all the same (DIR-28)', () => {
  it.each<[string, () => File | Promise<File>]>([
    ['its titles after twelve lines of text', () => csv([...prose(12), ...rows])],
    ['UTF-16 without a mark', () => new File([Buffer.from(rows.join('\r\n'), 'utf16le')], 'annuaire.csv')],
    [
      'its list two levels down',
      () => json({ reponse: { fiches: [{ Intitulé: 'Fablab', Rue: '1 rue Haute', Ville: 'Gap' }] } }),
    ],
    [
      'its first sheet a cover',
      () =>
        workbook(
          { name: 'Couverture', rows: [['Annuaire'], ['2026']] },
          { name: 'Lieux', rows: cells(rows) },
        ),
    ],
  ])('%s', async (source, file) => {
    const { officer, address } = await sent(source, await file())
    expect((await read(await officer.get(address))).text).toContain('Vérifier les colonnes')
    expect(headings(await columnsOf(officer, address)).slice(0, 3)).toEqual(['Intitulé', 'Rue', 'Ville'])
  })
})

describe('a file in which no table is found (DIR-28)', () => {
  it.each<[string, () => File | Promise<File>]>([
    ['a text', () => csv([...words(18), '', ...rows])],
    ['a text of an old Mac', () => csv([...words(18), '', ...rows], '\r')],
    ['a workbook', () => workbook({ name: 'Lieux', rows: cells([...words(19), ...rows]) })],
  ])(
    '%s: its first lines are shown, the line of its titles is said, and it goes on',
    async (source, file) => {
      await estuary.database.db.deleteFrom('places.place').execute()
      const { officer, address } = await sent(source, await file())
      const waiting = await read(await officer.get(address))
      expect(waiting.text).toContain('Nous n’avons pas su lire ce fichier')
      expect(waiting.links.find(({ text }) => text === 'Dire comment lire ce fichier')?.href).toBe(
        `${address}/colonnes`,
      )
      const page = await columnsOf(officer, address)
      expect(page.text).toContain('Comment lire ce fichier')
      expect(page.texts('main tbody tr').some((row) => /^20\s*Intitulé/.test(row))).toBe(true)

      const report = await readSo(officer, address, { 'lecture.titres': '20' })
      expect(report.text).toContain('Publier 2 lieux')
    },
  )

  it('the next file of its source is read so at once, and only what it said wrongly is asked (DIR-29)', async () => {
    await estuary.database.db.deleteFrom('places.place').execute()
    const first = await sent('suivie', csv([...words(19), ...rows]))
    await readSo(first.officer, first.address, { 'lecture.titres': '20' })
    await first.officer.post(`${first.address}/abandon`)
    const next = await sent('suivie', csv([...words(19), ...rows, 'Tiers-lieu;2 rue Basse;Gap']))
    expect((await read(await next.officer.get(next.address))).text).toContain('Publier 3 lieux')
    await next.officer.post(`${next.address}/abandon`)
    const shorter = await sent('suivie', csv([...words(5), ...rows]))
    const page = await read(await shorter.officer.get(shorter.address))
    expect(page.text).toContain('La ligne 20 est vide')
    expect(page.text).toContain('Dire comment lire ce fichier')
    expect((await readSo(shorter.officer, shorter.address, { 'lecture.titres': '6' })).text).toContain(
      'Publier 2 lieux',
    )
  })

  it('says why not, with what was typed, and asks again; may be abandoned, and keeps its source until then (DIR-40)', async () => {
    const { officer, address } = await sent('sans table', csv(words(18)))
    for (const [fields, sentence] of [
      [{ 'lecture.titres': '90' }, 'La ligne 90 est vide'],
      [{ 'lecture.encodage': 'utf-16le' }, 'n’est plus du texte lisible'],
      [{}, 'Rien ne dit laquelle de ces colonnes'],
    ] as const) {
      const page = await columnsOf(officer, address, { ...fields, ...RELIRE })
      expect(page.status).toBe(422)
      expect(page.problems.join()).toContain(sentence)
      expect(page.problems.join()).not.toContain('reste lu comme avant')
      expect(page.value('lecture.titres')).toBe('lecture.titres' in fields ? '90' : '')
    }
    const second = await officer.post('/lieux/imports/nouveau', { fichier: csv(rows), source: 'sans table' })
    expect((await read(second)).problems[0]).toContain('attend encore')
    expect((await officer.post(`${address}/abandon`)).status).toBe(303)
    expect((await read(await officer.get('/lieux/imports'))).text).toContain('Abandonné')
  })

  it('is not asked of who only looks', async () => {
    const { address } = await sent('regardée', csv(words(18)))
    const reader = await estuary.signIn('reader')
    expect((await read(await reader.get(address))).text).not.toContain('Dire comment lire ce fichier')
    expect((await reader.get(`${address}/colonnes`)).status).toBe(403)
  })
})

describe('a JSON text of several lists (DIR-28)', () => {
  const said = {
    facettes: [{ nom: 'x', adresse: 'y', commune: 'z' }],
    reponse: {
      fiches: [
        { Intitulé: 'Atelier', Rue: '3 quai Nord', Ville: 'Gap' },
        { Intitulé: 'Fablab', Rue: '1 rue Haute', Ville: 'Gap' },
      ],
    },
  }

  it('the one that holds the places is chosen among those it has, and kept for its next file (DIR-29)', async () => {
    await estuary.database.db.deleteFrom('places.place').execute()
    const { officer, address } = await sent('deux listes', json(said))
    const page = await columnsOf(officer, address)
    expect(page.texts('main select[name="lecture.liste"] option').slice(1)).toEqual([
      'facettes (1 élément)',
      'reponse.fiches (2 éléments)',
    ])
    const report = await readSo(officer, address, { 'lecture.liste': 'reponse.fiches' })
    expect(report.text).toContain('Publier 2 lieux')
    await officer.post(`${address}/abandon`)

    const next = await sent('deux listes', json({ ...said, autres: [{ commune: 'Gap' }] }))
    expect((await read(await next.officer.get(next.address))).text).toContain('Publier 2 lieux')
    await next.officer.post(`${next.address}/abandon`)

    const moved = await sent('deux listes', json({ fiches: said.reponse.fiches }))
    const asked = await read(await moved.officer.get(moved.address))
    expect(asked.text).toMatch(/n’a pas de liste de lieux «\sreponse\.fiches\s»/)
    expect(asked.text).toContain('Dire comment lire ce fichier')
  })
})
