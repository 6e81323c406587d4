import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromSchemaLieuDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { everything } from '../../src/modules/places/data/search/places.filter.ts'
import type { ExportFormat } from '../../src/modules/places/domain/exports/export-format.ts'
import { standardColumns } from '../../src/modules/places/domain/standard/standard-columns.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { useDirectory } from '../../src/modules/places/testing-import.ts'
import { importFile } from '../../src/modules/places/use-cases/imports/import-file.ts'
import { exportFile } from '../../src/modules/places/web/exports/export-file.ts'
import { plainCsv } from '../../src/platform/csv.ts'
import { root } from '../../src/platform/root.ts'
import { schemaFaults } from './standard-schema.ts'

const data = join(root, '../shared/data/places')
const national = join(data, 'national-consolide-standard-1.0.2.csv')
const absent = !existsSync(national) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${data}) : ces tests sont sautés.`)

const LONG = 180_000
/** Rows sent to another network and back: enough to meet every column. */
const SENT = 2000

type Directory = ReturnType<typeof useDirectory>
type Row = Record<(typeof standardColumns)[number], string>

async function written(directory: Directory, format: ExportFormat): Promise<string> {
  const context = directory.context()
  const filter = everything(context.network.id, context.today)
  const pieces: Uint8Array[] = []
  for await (const piece of exportFile(context, {
    format,
    filter,
    addressOf: (slug) => `https://reseau.example/lieux/${slug}`,
  }))
    pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

async function bring(directory: Directory, file: string, source: string) {
  const outcome = await importFile(directory, directory.context(), file, source)
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}

/** As the reference library wants it: no empty cell, numbers as numbers. DIR-16. */
function forLibrary(row: Row) {
  const told = Object.entries(row).filter(([, cell]) => cell !== '')
  const numbers = told.map(([name, cell]) => [
    name,
    name === 'latitude' || name === 'longitude' ? Number(cell) : cell,
  ])
  return Object.fromEntries(numbers) as Parameters<typeof fromSchemaLieuDeMediationNumerique>[0]
}

describe.skipIf(absent)('the whole directory as the national standard writes it', () => {
  const home = useDirectory()
  const elsewhere = useDirectory()

  it(
    'has no fault against the official schema, leaves out what cannot be a row and says why, and comes back without a change (DIR-82, DIR-16, scenario 31)',
    async () => {
      await bring(home, national, 'national')
      await addPlace(home.database.db, home.context().network.id, { name: 'Bus numérique', commune: 'Gap' })
      const file = await written(home, 'csv')
      const rows = parse(file, { columns: true }) as Row[]
      expect(file.split('\r\n', 1)).toEqual([standardColumns.join(',')])
      expect(schemaFaults(rows)).toEqual([])

      const leftOut = parse(await written(home, 'non-exportables'), { columns: true }) as Record<
        string,
        string
      >[]
      const places = await home.places()
      expect(rows.length + leftOut.length).toBe(places.length)
      expect(leftOut).toMatchObject([
        { nom: 'Bus numérique', manque: 'un code postal à cinq chiffres, l’adresse' },
      ])

      const refused = rows.flatMap((row) => {
        try {
          fromSchemaLieuDeMediationNumerique(forLibrary(row))
          return []
        } catch (error) {
          return [{ error: String(error), nom: row.nom, labels: row.formations_labels }]
        }
      })
      // It alone wants a space in « Étapes numériques (La Poste) », and knows no sign but letters in a commune.
      const others = refused.filter(
        ({ error, labels }) => !/commune/i.test(error) && !labels.includes('Étapes numériques(La Poste)'),
      )
      expect(others).toEqual([])

      const folder = await mkdtemp(join(tmpdir(), 'maillage-export-'))
      const sent = join(folder, 'standard.csv')
      const part = rows.filter(({ code_insee }) => code_insee !== '').slice(0, SENT)
      await writeFile(
        sent,
        plainCsv([standardColumns, ...part.map((row) => standardColumns.map((name) => row[name]))]),
      )
      expect(await bring(elsewhere, sent, 'reseau')).toMatchObject({ rejected: 0, created: SENT })
      expect(await bring(elsewhere, sent, 'reseau')).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: SENT,
      })
      const sentOn = parse(await written(elsewhere, 'csv'), { columns: true }) as Row[]
      const bare = (all: Row[]) => all.map(({ id: _id, ...row }) => JSON.stringify(row)).sort()
      expect(bare(sentOn)).toEqual(bare(part))
      expect(await bring(home, sent, 'reseau')).toMatchObject({ created: 0, updated: 0 })
      await rm(folder, { recursive: true })
    },
    LONG,
  )

  it(
    'is the same set of places in JSON, and those that have a point in GeoJSON (DIR-82)',
    async () => {
      const rows = parse(await written(home, 'csv'), { columns: true }) as Row[]
      const json = JSON.parse(await written(home, 'json')) as { id: string }[]
      expect(json.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      const map = JSON.parse(await written(home, 'geojson')) as { features: { id: string }[] }
      const located = rows.filter(({ latitude }) => latitude !== '').map(({ id }) => id)
      expect(map.features.map(({ id }) => id)).toEqual(located)
    },
    LONG,
  )

  it(
    'follows schema v1 of data.inclusion, its digital themes and no other (DIR-82)',
    async () => {
      const { structures, services } = JSON.parse(await written(home, 'data-inclusion')) as Record<
        'structures' | 'services',
        Record<string, unknown>[]
      >
      const names = structures.map(({ nom }) => String(nom))
      expect(names.filter((nom) => nom.length < 3 || nom.length > 150 || nom.endsWith('.'))).toEqual([])
      const texts = [...structures, ...services].map(({ description }) => String(description))
      expect(texts.filter((text) => text.length < 50 || text.length > 2000)).toEqual([])
      expect(structures.filter(({ siret }) => siret && !/^\d{14}$/.test(String(siret)))).toEqual([])
      const themes = new Set(services.flatMap(({ thematiques }) => thematiques as string[]))
      expect([...themes].sort()).toEqual([
        'numerique--acceder-a-des-services-en-ligne',
        'numerique--acceder-a-une-connexion-internet',
        'numerique--acquerir-un-equipement',
        'numerique--maitriser-les-fondamentaux-du-numerique',
      ])
      const known = new Set(structures.map(({ id }) => id))
      expect(services.filter(({ structure_id }) => !known.has(structure_id))).toEqual([])
    },
    LONG,
  )
})

it.skipIf(absent)('the schema itself refuses what an unanchored pattern lets through (DIR-14)', () => {
  const [row] = parse(readFileSync(join(data, 'exemple-valide-standard-1.0.2.csv')), {
    columns: true,
    relax_quotes: true,
    bom: true,
  }) as Row[]
  if (!row) throw new Error('no example')
  expect(schemaFaults([{ ...row, frais_a_charge: 'n’importe quoi|Gratuit' }])).toHaveLength(1)
})
