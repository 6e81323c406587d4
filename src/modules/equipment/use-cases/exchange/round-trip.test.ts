import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { csvOf } from '../../../../platform/csv.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { addOrganisation } from '../../../identity/index.ts'
import { unitsToExchange } from '../../data/exchange/stock.queries.ts'
import { insertModels, insertUnits } from '../../data/exchange/write-stock.store.ts'
import { stepOf } from '../../domain/exchange/import.ts'
import { sumOf } from '../../domain/exchange/judge.ts'
import { columnsOf, type ModelValues, TABLES, type UnitValues } from '../../domain/exchange/tables.ts'
import { anInventory } from '../../testing.ts'
import { asManager, checkedImport, importedFile } from '../../testing-exchange.ts'
import type { Workplace } from '../workplace.ts'
import { csvPieces, type Exporting, workbookOfStock } from './export-stock.ts'

const app = useApp()
let inventories = 0

async function aPlace(): Promise<Exporting> {
  inventories += 1
  const lent = await anInventory(app.context(), { name: `Parc ${inventories}`, units: 1 })
  return {
    ...(await asManager(app.context(), lent.inventoryId)),
    stateWord: (state) => (state === 'closed' ? 'terminé' : state),
  }
}

const files = () => app.services.files

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** What people write, and what spreadsheets, XML and CSV would misread. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    "'=x",
    '-12',
    '+33',
    '@a',
    'a;b"c',
    'a,b\tc',
    'ligne\nautre',
    'a\r\nb',
    '_x0041_',
    '<b>&',
  ),
  fc.constantFrom('3.67501E+13', '007', 'a | b', '2 × c (indispensable)', '|', 'été', '\uff1d1'),
  fc.string({ maxLength: 30 }).filter((text) => !text.includes('\0')),
)
const accessories = fc.array(
  fc.record({
    label: words.map((text) => `c${text}`),
    expected: fc.integer({ min: 1, max: 900 }),
    isCritical: fc.boolean(),
  }),
  { maxLength: 3 },
)

function aModel(name: string): fc.Arbitrary<ModelValues> {
  return fc.record({
    name: fc.constant(name),
    maker: words,
    category: words.map((text) => `k${text}`),
    description: words,
    prerequisites: words,
    software: fc.array(words, { maxLength: 2 }),
    caseWeight: fc.option(fc.integer({ min: 1, max: 90_000 })),
    caseVolume: fc.option(fc.integer({ min: 1, max: 900 })),
    replacementCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
    prepMinutes: fc.integer({ min: 0, max: 43_200 }),
    turnaroundMinutes: fc.integer({ min: 30, max: 43_200 }),
    accessories,
  })
}

function aUnit(assetNumber: string, part: Partial<UnitValues>): fc.Arbitrary<UnitValues> {
  return fc
    .record({
      funding: words,
      notes: words,
      isCritical: fc.boolean(),
      lentAlone: fc.boolean(),
      isAnonymous: fc.boolean(),
      acquiredOn: fc.option(fc.constantFrom('2024-02-29', '2026-06-17')),
      acquisitionCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      lifecycle: fc.constantFrom('in_service' as const, 'retired' as const, 'quarantine' as const),
    })
    .map((some) => ({
      ...{ assetNumber, model: 'Modèle', serialNumber: `S${assetNumber}`, desk: 'Guichet' },
      ...{ isKit: false, kit: '', accessories: [] },
      ...some,
      ...part,
    }))
}

const stock = fc.record({
  model: aModel('Modèle'),
  units: fc.tuple(
    aUnit('=MALLE', { isKit: true, accessories: [{ label: 'Câble', expected: 2, isCritical: true }] }),
    aUnit('3E12', { kit: '=MALLE' }),
    aUnit('@7', {}),
  ),
})

async function aStock(
  place: Workplace,
  { model, units: [kit, ...parts] }: { model: ModelValues; units: UnitValues[] },
) {
  const { db, now } = place.context
  const recorded = { at: now, by: null }
  await insertModels(db, place.inventory.id, [model], now)
  if (kit) await insertUnits(db, place.inventory.id, [kit], recorded, 'Essai')
  await insertUnits(db, place.inventory.id, parts, recorded, 'Essai')
}

async function aPastLoan({ inventory, context }: Workplace, place: Workplace) {
  const name = `Emprunteur ${inventories}`
  await addOrganisation(
    context.db,
    inventory.networkId,
    { name, kind: 'commune', siret: null, commune: 'Valmer' },
    context.now,
  )
  const file = `exemplaire;emprunteur_nom;sorti_le;rendu_le;objet\nVR-1;${name};2024-10-26 14:00;2024-11-02 10:30;=ateliers\n`
  expect((await importedFile(place, files(), file)).counts?.prets?.created).toBe(1)
}

describe('an export re-imports to the same state (EQP-1404)', () => {
  it('in CSV and in XLSX: nothing is new, nothing changes, nothing is wrong', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(stock, async (made) => {
        const place = await aPlace()
        await aStock(place, made)
        await aPastLoan(place, place)
        const book = await checkedImport(place, files(), await workbookOfStock(place))
        const [models, units, loans] = TABLES.map((table) => book.counts?.[table])
        expect([models?.unchanged, units?.unchanged, loans?.unchanged]).toEqual([2, 4, 1])
        expect(sumOf(book.counts ?? {}, 'read')).toBe(7)
        for (const table of TABLES) {
          const run = await checkedImport(place, files(), await textOf(csvPieces(place, table)))
          expect(run.counts?.[table]).toMatchObject({ created: 0, updated: 0, wrong: 0 })
        }
      }),
      { numRuns: 5 },
    )
  })

  it('fills another inventory as the first is', async () => {
    const [place, other] = [await aPlace(), await aPlace()]
    const [made] = fc.sample(
      stock.filter(({ model }) => JSON.stringify(model).indexOf('|') < 0),
      { numRuns: 1, seed: 7 },
    )
    if (!made) throw new Error('nothing made')
    await aStock(place, made)
    await aPastLoan(place, place)
    const run = await importedFile(other, files(), await workbookOfStock(place))
    expect(run.counts).toMatchObject({
      exemplaires: { wrong: 0 },
      modeles: { wrong: 0 },
      prets: { created: 1 },
    })
    const told = async (of: Exporting) => (await textOf(csvPieces(of, 'exemplaires'))).split('\r\n').sort()
    expect(await told(other)).toEqual(await told(place))
  })
})

describe('rows changed at random', () => {
  const cell = fc.oneof(
    words,
    fc.constantFrom(
      'VR-1',
      'N-1',
      'N-2',
      'Casque VR',
      'Guichet',
      'oui',
      'non',
      '17/06/2026',
      '12',
      '449,90',
      '1e400',
    ),
    fc.constantFrom(
      '2025-01-01',
      '2025-01-02 10:00',
      'Emprunteur',
      'perdu',
      '999999999999999999',
      '2 × | 0 × a',
    ),
  )
  const table = fc.constantFrom(...TABLES).chain((name) =>
    fc.record({
      name: fc.constant(name),
      rows: fc.array(
        fc.array(cell, { minLength: columnsOf(name).length, maxLength: columnsOf(name).length + 1 }),
        { minLength: 1, maxLength: 6 },
      ),
      isBook: fc.boolean(),
      order: fc.shuffledSubarray(columnsOf(name).map((column) => column.name)),
    }),
  )

  it('end in a report, and write all the right lines or none: never an error, never a half', {
    timeout: 120_000,
  }, async () => {
    const place = await aPlace()
    const count = async () => (await unitsToExchange(app.database.db, place.inventory.id)).length
    await fc.assert(
      fc.asyncProperty(table, async ({ name, rows, isBook, order }) => {
        const key = { modeles: 'nom', exemplaires: 'numero', prets: 'exemplaire' }[name]
        const header = [key, ...order.filter((column) => column !== key)]
        // A line of blanks is no line.
        const filled = rows.map((row, rank) => [row[0] || `N-${rank}`, ...row.slice(1)])
        const content = isBook
          ? await workbookOf([{ name: 'Feuille', rows: [header, ...filled] }])
          : csvOf(header, filled)
        const before = await count()
        const run = await importedFile(place, files(), content, 'valid')
        const isWritten = stepOf(run) === 'applied'
        expect(run.refusal).toBeNull()
        expect(await count()).toBe(before + (isWritten ? (run.counts?.exemplaires?.created ?? 0) : 0))
      }),
      { numRuns: 25 },
    )
  })
})
