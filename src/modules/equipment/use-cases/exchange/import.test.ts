import { beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { createDatabase } from '../../../../platform/db/database.ts'
import { openDocumentOf } from '../../../../platform/tables/testing.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { addOrganisation } from '../../../identity/index.ts'
import { custodyOf } from '../../data/desk/returns.store.ts'
import { listFindings } from '../../data/exchange/imports.store.ts'
import { loansToExchange } from '../../data/exchange/loans.queries.ts'
import { unitsToExchange } from '../../data/exchange/stock.queries.ts'
import { storyOf } from '../../data/telling/queue.queries.ts'
import { stepOf } from '../../domain/exchange/import.ts'
import { sentenceOf } from '../../domain/exchange/refused-file.ts'
import { anInventory, type Lent } from '../../testing.ts'
import { asManager, checkedImport, importedFile } from '../../testing-exchange.ts'
import type { Workplace } from '../workplace.ts'
import { applyImport } from './apply-import.ts'
import { confirmImport } from './decide-import.ts'
import { readImportFile } from './read-import-file.ts'

const app = useApp()
let lent: Lent
let place: Workplace
let names = 0

beforeEach(async () => {
  names += 1
  lent = await anInventory(app.context(), { name: `Matériel ${names}` })
  place = await asManager(app.context(), lent.inventoryId)
})

const files = () => app.services.files
const units = async () =>
  (await unitsToExchange(app.database.db, lent.inventoryId)).map(({ values }) => values)
const findings = (id: Awaited<ReturnType<typeof checkedImport>>['id']) =>
  listFindings(app.database.db, id, { limit: 100, offset: 0 })

const KITS = `numero;modele;malle;partie_de;indispensable;guichet
CASQUE-2;Casque VR;non;MALLE-1;oui;
MALLE-1;Malle image;oui;;;Guichet
CASQUE-1;Casque VR;non;MALLE-1;oui;Guichet
`

describe('a file of models, units and kits (EQP-1404)', () => {
  it('adds models with their accessories, then units and the parts of a kit in one file, in any order', async () => {
    const models = `nom;categorie;fabricant;valeur_euros;accessoires
Malle image;Image;Méridien;"1 449,90 €";2 × Câble | Chargeur (indispensable)
`
    expect((await importedFile(place, files(), models)).counts?.modeles).toMatchObject({
      created: 1,
      wrong: 0,
    })
    const run = await importedFile(place, files(), KITS)
    expect(run.counts?.exemplaires).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, wrong: 0 })
    const kit = (await units()).filter(({ kit }) => kit === 'MALLE-1')
    expect(kit.map(({ assetNumber, isCritical }) => [assetNumber, isCritical]).sort()).toEqual([
      ['CASQUE-1', true],
      ['CASQUE-2', true],
    ])
  })

  it('reads UTF-8 and Windows-1252, semicolons, commas and tabs', async () => {
    const text = 'numero;modele;notes\nN-1;Casque VR;reçu d’été\n'
    const latin = Buffer.from(text.replace('’', "'"), 'latin1')
    await importedFile(place, files(), latin)
    await importedFile(place, files(), text.replaceAll(';', ',').replace('N-1', 'N-2'))
    await importedFile(place, files(), `\ufeff${text.replaceAll(';', '\t').replace('N-1', 'N-3')}`)
    const notes = new Map((await units()).map(({ assetNumber, notes }) => [assetNumber, notes]))
    expect([notes.get('N-1'), notes.get('N-2'), notes.get('N-3')]).toEqual([
      "reçu d'été",
      'reçu d’été',
      'reçu d’été',
    ])
  })

  it('knows a unit by its number: sent again it updates, and a third time it changes nothing', async () => {
    const again = 'numero;modele;notes\nVR-1;Casque VR;batterie changée\n'
    expect((await importedFile(place, files(), again)).counts?.exemplaires).toMatchObject({
      updated: 1,
      created: 0,
    })
    const third = await importedFile(place, files(), again)
    expect(third.counts?.exemplaires).toMatchObject({ unchanged: 1, updated: 0 })
    expect(third.decision).toBeNull()
    expect((await units()).filter(({ assetNumber }) => assetNumber === 'VR-1')).toHaveLength(1)
  })

  it('leaves as it is what the file has no column for', async () => {
    await importedFile(place, files(), 'numero;notes;financement\nVR-1;à garder;Région\n')
    await importedFile(place, files(), 'numero;financement\nVR-1;\n')
    expect((await units()).find(({ assetNumber }) => assetNumber === 'VR-1')).toMatchObject({
      notes: 'à garder',
      funding: '',
    })
  })

  it('run twice, the job writes once', async () => {
    const run = await checkedImport(place, files(), 'numero;modele\nN-1;Casque VR\n')
    await confirmImport(place, run.id, 'all')
    const bytes = await files().get(run.fileSha256)
    await Promise.all([applyImport(place, run, bytes), applyImport(place, run, bytes)])
    expect(await units()).toHaveLength(3)
  })
})

describe('the report says, line by line,', () => {
  it('all that is wrong in a line, with what is awaited', async () => {
    const run = await checkedImport(
      place,
      files(),
      'numero;modele;guichet;malle;achete_le;prix_euros\nN-1;Inconnu;Ailleurs;peut-être;31/02/2026;cher\nN-2;Casque VR;;;;\n',
    )
    const found = await findings(run.id)
    expect(found.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'malle', 'peut-être'],
      [2, 'achete_le', '31/02/2026'],
      [2, 'prix_euros', 'cher'],
      [2, 'modele', 'Inconnu'],
      [2, 'guichet', 'Ailleurs'],
    ])
    expect(found.every(({ expected }) => /[.?]$/.test(expected))).toBe(true)
    expect(run.counts?.exemplaires).toMatchObject({ wrong: 1, created: 1 })
    expect(await units()).toHaveLength(2)
  })

  it('a number that a spreadsheet rounded, which is never guessed (STK-84)', async () => {
    const run = await checkedImport(
      place,
      files(),
      'numero;modele;numero_serie\n"1,23E+11";Casque VR;3.67501E+13\n',
    )
    expect(
      (await findings(run.id)).map(({ column, expected }) => `${column} ${expected.slice(0, 22)}`),
    ).toEqual(['numero Ce nombre est arrondi ', 'numero_serie Ce nombre est arrondi '])
  })

  it('what another line of the file, or another unit, already has', async () => {
    await importedFile(place, files(), 'numero;numero_serie\nVR-1;S-1\n')
    const run = await checkedImport(
      place,
      files(),
      'numero;modele;numero_serie;partie_de;etat\nN-1;Casque VR;S-1;;\nN-1;Casque VR;S-2;;\nN-3;Casque VR;;VR-2;\nVR-2;Casque VR;;;perdu\n',
    )
    expect((await findings(run.id)).map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 numero_serie',
      '3 numero',
      '4 partie_de',
      '5 etat',
    ])
  })
})

describe('everything or nothing, or the lines that are right', () => {
  const MIXED = 'numero;modele\nN-1;Casque VR\nN-2;Inconnu\n'

  it('writes nothing while a line is wrong, unless told to leave it aside', async () => {
    const run = await checkedImport(place, files(), MIXED)
    expect(await confirmImport(place, run.id, 'all')).toMatchObject({ refused: 'wrong-lines' })
    expect(await units()).toHaveLength(2)
    expect((await importedFile(place, files(), MIXED, 'valid')).counts?.exemplaires).toMatchObject({
      created: 1,
      wrong: 1,
    })
    expect((await units()).map(({ assetNumber }) => assetNumber)).toEqual(['VR-1', 'VR-2', 'N-1'])
  })

  it('judges again when it writes: what became wrong since the report writes nothing', async () => {
    const run = await checkedImport(
      place,
      files(),
      'numero;modele;numero_serie\nN-1;Casque VR;S-1\nN-2;Casque VR;\n',
    )
    await confirmImport(place, run.id, 'all')
    await importedFile(place, files(), 'numero;numero_serie\nVR-1;S-1\n')
    const outcome = await applyImport(place, run, await files().get(run.fileSha256))
    expect(isRefusal(outcome) && sentenceOf(outcome)).toContain('rien n’a été écrit')
    expect(await units()).toHaveLength(2)
  })

  it('sent by two people at once, each thing is written once: the database decides', async () => {
    const lines = Array.from({ length: 40 }, (_, rank) => `N-${rank};Casque VR`).join('\n')
    const runs = await Promise.all(
      [1, 2, 3].map(() => importedFile(place, files(), `numero;modele\n${lines}\n`)),
    )
    expect(runs.map(stepOf)).not.toContain('refused')
    expect(await units()).toHaveLength(42)
  })
})

describe('past loans (EQP-1404)', () => {
  const SIRET = '21500500000017'
  const borrower = (name: string, siret: string | null = null) =>
    addOrganisation(
      app.database.db,
      app.networks.estuaire,
      { name, kind: 'commune', siret, commune: 'Valmer' },
      app.clock.now(),
    )

  it('are closed lines with their custody, whose story says they come from a file', async () => {
    await borrower('Commune de Valmer')
    const file = `exemplaire;emprunteur_nom;sorti_le;rendu_le;usage;objet
VR-1;Commune de Valmer;10/03/2025;21/03/2025;atelier;Trois ateliers
VR-1;Commune de Valmer;2025-03-21 14:00;2025-03-28 10:30;;
`
    const run = await importedFile(place, files(), file)
    expect(run.counts?.prets).toMatchObject({ created: 2, wrong: 0 })
    const loans = await loansToExchange(app.database.db, lent.inventoryId, {})
    const byDate = loans.toSorted((one, other) => (one.outAt ?? '').localeCompare(other.outAt ?? ''))
    expect(byDate.map(({ state, unit, outAt, backAt }) => [state, unit, outAt, backAt])).toEqual([
      ['closed', 'VR-1', '2025-03-10T11:00:00.000Z', '2025-03-21T11:00:00.000Z'],
      ['closed', 'VR-1', '2025-03-21T13:00:00.000Z', '2025-03-28T09:30:00.000Z'],
    ])
    const [first] = byDate
    if (!first) throw new Error('no loan')
    expect(await custodyOf(app.database.db, first.id)).toMatchObject([{ unitId: lent.units[0] }])
    const story = await storyOf(app.database.db, first.id)
    expect(story.map(({ act }) => act)).toEqual(['imported', 'handed_over', 'taken_back', 'closed'])
    expect(story[0]?.reason).toBe('essai.csv')
    expect((await importedFile(place, files(), file)).counts?.prets).toMatchObject({
      unchanged: 2,
      created: 0,
    })
  })

  it('name their borrower by SIRET or exact name, and are refused otherwise with every reason', async () => {
    await borrower('Ville homonyme', SIRET)
    await borrower('Ville homonyme')
    const run = await checkedImport(
      place,
      files(),
      `exemplaire;emprunteur_siret;emprunteur_nom;sorti_le;rendu_le
VR-1;${SIRET};;2025-01-06;2025-01-08
VR-1;;Ville homonyme;2025-01-08;2025-01-09
VR-1;3.67501E+13;;2025-02-01;2025-02-02
VR-9;;Personne;2027-01-01;2026-12-01
VR-1;${SIRET};;2025-01-07;2025-01-09
VR-2;${SIRET};;2025-03-30 02:30;2025-04-02
`,
    )
    expect((await findings(run.id)).map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 emprunteur_siret',
      '4 emprunteur_siret',
      '5 exemplaire',
      '5 emprunteur_nom',
      '5 rendu_le',
      '6 sorti_le',
      '7 sorti_le',
    ])
    expect(run.counts?.prets).toMatchObject({ created: 1, wrong: 5 })
  })
})

describe('a workbook (EQP-1404)', () => {
  it.each([
    ['XLSX', workbookOf],
    ['ODS', openDocumentOf],
  ])('%s: says what the same CSV says', async (_format, book) => {
    const rows = [
      ['numero', 'modele'],
      ['PC-1', 'Ordinateur portable'],
    ]
    const csv = Buffer.from(rows.map((row) => row.join(';')).join('\n'))
    const tables = await readImportFile(await book([{ name: 'Exemplaires', rows }]))
    expect(isRefusal(tables)).toBe(false)
    expect(tables).toEqual(await readImportFile(csv))
  })
})

describe('a file of another kind is refused with its sentence', () => {
  it.each([
    ['an empty file', '', 'vide'],
    ['titles only', 'numero;modele\n', 'que ses titres'],
    ['other columns', 'a;b\n1;2\n', 'colonnes attendues'],
    ['a picture', '\x89PNG\r\n', 'une image (PNG)'],
    ['a PDF', '%PDF-1.7', 'document PDF'],
    ['an archive', 'PK\x03\x04lieux.csv', 'archive ZIP'],
    ['a broken workbook', 'PK\x03\x04xl/workbook.xml', 'abîmé'],
    ['an open quote', 'numero;modele\nN-1;"a\n', 'à la ligne 2'],
    ['too much', `numero;modele\n${'N-1;Casque VR et plus\n'.repeat(600_000)}`, '10 Mo'],
  ])('%s', async (_case, text, sentence) => {
    const outcome = await readImportFile(Buffer.from(text, 'latin1'))
    expect(isRefusal(outcome) && sentenceOf(outcome)).toContain(sentence)
  })
})

describe('many lines (EQP-1804)', () => {
  it('cost as many statements for 60 as for 900', async () => {
    let statements = 0
    const db = createDatabase(app.database.pool, () => {
      statements += 1
    })
    const counted = async (count: number) => {
      const counting = { ...place, context: { ...place.context, db } }
      const lines = Array.from({ length: count }, (_, rank) => `L${count}-${rank};Casque VR`).join('\n')
      statements = 0
      await importedFile(counting, files(), `numero;modele\n${lines}\n`)
      return statements
    }
    const few = await counted(60)
    expect(few).toBeLessThan(60)
    expect(await counted(900)).toBe(few)
  })
})
