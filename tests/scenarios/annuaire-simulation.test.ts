import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type StandardRow,
  standardColumns,
} from '../../src/modules/places/domain/standard/standard-columns.ts'
import { aGoodRow } from '../../src/modules/places/domain/testing.ts'
import { runImportCommand } from '../../src/modules/places/use-cases/imports/import-command.ts'
import { importsOf } from '../imports.ts'
import { read, useApp } from '../support.ts'

// Une simulation se lit sans rien changer, et dit d’avance ce que l’import fera.

const app = useApp()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-simulation-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (number: number, more: Partial<StandardRow> = {}) =>
  aGoodRow({
    id: `s${number}`,
    nom: `Espace ${'abcdefghij'[number]}`,
    adresse: `${number} rue du Port`,
    ...more,
  })

const FIRST = [at(1), at(2), at(3), at(4)]
/** One of each fate: unchanged, changed, lost, new, corrected, doubtful, refused, of a known id, like a known place. */
const SECOND = [
  at(1),
  at(2, { telephone: '04 92 00 00 00' }),
  at(3, { nom: 'Espace rebaptisé' }),
  at(5),
  at(6, { frais_a_charge: 'Selon les jours', pivot: '36750100000000' }),
  at(7, { nom: '' }),
  at(5, { nom: 'Un autre de même numéro' }),
  at(1, { id: 's99' }),
]

function csv(rows: readonly StandardRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    standardColumns.join(','),
    ...rows.map((row) => standardColumns.map((column) => quoted(row[column])).join(',')),
  ].join('\n')
}

/** As `npm run import` does; what it answers to programs, but how long it took. */
async function command(source: string, rows: readonly StandardRow[], dryRun: boolean) {
  const path = join(folder, 'lieux.csv')
  await writeFile(path, csv(rows))
  const answers: string[] = []
  const code = await runImportCommand(
    app.services,
    app.context(),
    { path, source, dryRun, report: null },
    { tell: () => {}, answer: (json) => answers.push(json), agrees: async () => true },
  )
  const { durationMs: _, dryRun: told, ...figures } = JSON.parse(answers.at(-1) ?? '{}')
  expect(told).toBe(dryRun)
  return { code, figures }
}

/** Every table of every schema: how many rows, and a digest of what they say. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname !~ '^(pg_|information_schema)' order by 1, 2`.execute(app.services.db)
  const told: Record<string, string> = {}
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ told: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as told
      from ${sql.table(`${schema}.${name}`)} t`.execute(app.services.db)
    told[`${schema}.${name}`] = rows[0]?.told ?? ''
  }
  return told
}

describe('une simulation (DIR-31, scénario 11)', () => {
  it('en ligne de commande, n’écrit rien nulle part, et ses chiffres sont ceux de l’import qui suit', async () => {
    await command('port', FIRST, false)
    const before = await everything()
    expect(Object.keys(before).length).toBeGreaterThan(100)
    expect(before['places.place']).toMatch(/^4 /)
    const rehearsed = await command('port', SECOND, true)
    expect(await everything()).toEqual(before)
    expect(rehearsed.figures).toMatchObject({
      ...{ read: 8, created: 2, updated: 2, unchanged: 1, held: 2, rejected: 1, duplicates: 1, missing: 1 },
    })
    expect(rehearsed).toMatchObject({ code: 3 })
    expect(await command('port', SECOND, false)).toEqual(rehearsed)
    expect((await everything())['places.place']).toMatch(/^6 /)
    // Once done, there is nothing left to do.
    expect((await command('port', SECOND, true)).figures).toMatchObject({ created: 0, updated: 0 })
  })

  it('sur le site, n’écrit que son propre rapport jusqu’à la publication', async () => {
    const officer = await app.signIn('officer')
    const { runJobs } = importsOf(app)
    const rows = SECOND.map((row) => ({ ...row, adresse: row.adresse.replace('Port', 'Phare') }))
    const before = await everything()
    const sent = await officer.post('/lieux/imports/nouveau', {
      ...{ fichier: new File([csv(rows)], 'lieux.csv'), source: 'phare' },
    })
    await runJobs()
    const page = await read(await officer.get(sent.headers.get('location') ?? ''))
    expect(page.text).toContain('Publier 6 lieux')
    const after = await everything()
    const written = Object.keys(after).filter((table) => after[table] !== before[table])
    expect(written.filter((table) => !OF_THE_IMPORT.test(table))).toEqual([])
    expect(after['places.place']).toBe(before['places.place'])
    expect(after['places.directory_version']).toBe(before['places.directory_version'])
  })
})

/** Its file, its rows, its report, its line in the journal, the job that reads it, when who asks was last seen. */
const OF_THE_IMPORT =
  /^(places\.(import_\w+|held_row|source)|platform\.(file|journal\w*|progress|rate_window)|jobs\.\w+|identity\.(session|person))$/
