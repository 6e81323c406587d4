import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { ImportCounts } from '../../src/modules/places/domain/imports/import.ts'
import { useDirectory } from '../../src/modules/places/testing-import.ts'
import { runImportCommand } from '../../src/modules/places/use-cases/imports/import-command.ts'
import { type ImportFileOptions, importFile } from '../../src/modules/places/use-cases/imports/import-file.ts'
import { reportOf } from '../../src/modules/places/use-cases/imports/import-report.ts'
import type { DatabaseAddress } from '../../src/platform/db/database.ts'
import { root } from '../../src/platform/root.ts'

const data = join(root, '../shared/data/places')
const national = join(data, 'national-consolide-standard-1.0.2.csv')
const absent = !existsSync(national) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${data}) : ces tests sont sautés.`)

const LONG = 120_000
const temporary = await mkdtemp(join(tmpdir(), 'maillage-import-'))

describe.skipIf(absent)('the consolidated national file', () => {
  const directory = useDirectory()
  const bring = async (options: ImportFileOptions = {}, file = national): Promise<ImportCounts> => {
    const outcome = await importFile(directory, directory.context(), file, 'national', options)
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    return outcome
  }

  it(
    'is imported in one go, with a complete report (scenarios 1 and 11)',
    async () => {
      const report: string[] = []
      const rehearsed = await bring({
        dryRun: true,
        onReport: async (id) => {
          for await (const line of reportOf(directory.database.db, id)) report.push(line)
          return true
        },
      })
      expect(await directory.places()).toEqual([])
      const counts = await bring()
      expect(counts).toEqual(rehearsed)
      // 241 rows repeat an id (DIR-36), 26 say neither their commune, nor their address, nor their coordinates.
      expect(counts).toMatchObject({
        read: 13_241,
        created: 12_974,
        held: 241,
        duplicates: 241,
        rejected: 26,
      })
      const places = await directory.places()
      expect(places).toHaveLength(12_974)
      expect(new Set(places.map((place) => place.slug)).size).toBe(12_974)

      const severities = report.map((line) => /,(rejet|avertissement|correction|remarque),/.exec(line)?.[1])
      expect(severities.filter((severity) => severity === 'rejet')).toHaveLength(26)
      const lines = report.slice(1).map((line) => Number.parseInt(line, 10))
      expect(lines).toEqual([...lines].sort((one, other) => one - other))
      expect(report.filter((line) => line.includes(',siret-rounded,')).length).toBeGreaterThanOrEqual(75)
    },
    LONG,
  )

  it(
    'changes nothing the second time, even in another order (DIR-34, scenario 2)',
    async () => {
      const before = await directory.places()
      directory.clock.moveTo('2026-07-01T10:00:00Z' as Instant)
      expect(await bring()).toMatchObject({ created: 0, updated: 0, unchanged: 12_974, missing: 0 })
      expect(await directory.places()).toEqual(before)
    },
    LONG,
  )
})

describe.skipIf(absent)('a file of another shape', () => {
  const directory = useDirectory()

  async function told(file: string) {
    const sentences: string[] = []
    const answers: string[] = []
    const command = { path: file, source: 'autre', dryRun: false, report: null }
    const code = await runImportCommand(directory, directory.context(), command, {
      tell: (sentence) => sentences.push(sentence),
      answer: (json) => answers.push(json),
      agrees: async () => true,
    })
    expect(await directory.places()).toEqual([])
    expect(answers).toEqual([])
    return { code, sentence: sentences.at(-1) }
  }

  const file = async (name: string, content: Uint8Array) => {
    const path = join(temporary, name)
    await writeFile(path, content)
    return path
  }

  it('is read as --mapping says; a rehearsal keeps nothing of it (DIR-29, DIR-32)', async () => {
    const path = await file('inconnu.csv', Buffer.from('a;b\nFablab;Gap\n'))
    const mapping = {
      columns: { nom: { kind: 'column', from: ['a'] }, commune: { kind: 'column', from: ['b'] } },
      isGrouped: false,
    } as const
    const run = (change: { dryRun: boolean; mapping?: typeof mapping }) => {
      const answers: string[] = []
      const command = { path, source: 'inconnu', report: null, ...change }
      const terminal = {
        tell: () => {},
        answer: (json: string) => answers.push(json),
        agrees: async () => true,
      }
      return runImportCommand(directory, directory.context(), command, terminal).then((code) => ({
        code,
        answers,
      }))
    }
    const rehearsed = await run({ dryRun: true, mapping })
    expect(JSON.parse(rehearsed.answers[0] ?? '{}')).toMatchObject({ read: 1, created: 1 })
    // Nothing was kept: without it, nobody knows which column holds the names.
    expect(await run({ dryRun: true })).toMatchObject({ code: 1, answers: [] })
    expect(await directory.places()).toEqual([])
    expect((await run({ dryRun: false, mapping })).code).toBe(0)
    expect(JSON.parse((await run({ dryRun: false })).answers[0] ?? '{}')).toMatchObject({ unchanged: 1 })
    await directory.database.db.deleteFrom('places.place').execute()
  })

  it('a list whose places have no name is refused, its columns told', async () => {
    const { code, sentence } = await told(await file('sans-nom.csv', Buffer.from('code;valeur\n1;2\n')))
    expect(code).toBe(1)
    expect(sentence).toContain('le nom des lieux : code, valeur')
  })

  it('so are a picture, an empty file and 200 MB of anything', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    expect(await told(await file('photo.csv', picture))).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('une image (PNG)'),
    })
    expect(await told(await file('vide.csv', new Uint8Array()))).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('est vide'),
    })
    const zeros = await file('gros.csv', new Uint8Array(200 * 1024 * 1024))
    expect(await told(zeros)).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('n’est pas du texte'),
    })
  })
})

describe.skipIf(absent)('an import killed in the middle (scenario 12)', () => {
  const directory = useDirectory()

  it(
    'leaves the directory as it was, and the source can be imported again',
    async () => {
      const command = spawn(
        process.execPath,
        ['--import', 'tsx', 'scripts/import.ts', national, '--network', 'essai', '--yes'],
        {
          cwd: root,
          // Nothing else of the tests' own environment: Vitest sets a BASE_URL that is no address.
          env: {
            PATH: process.env.PATH,
            DATABASE_URL: urlOf(directory.database.address),
            DATA_DIR: temporary,
          },
        },
      )
      let told = ''
      command.stderr.on('data', (text: Buffer) => {
        told += text.toString()
        if (told.includes('Publication')) command.kill('SIGKILL')
      })
      const [, signal] = await once(command, 'exit')
      expect(signal, told).toBe('SIGKILL')
      expect(await directory.places()).toEqual([])
      const outcome = await importFile(
        directory,
        directory.context(),
        national,
        'national-consolide-standard-1.0.2',
      )
      expect(outcome).toMatchObject({ created: 12_974 })
    },
    LONG,
  )
})

describe.skipIf(absent)('the valid example of the standard', () => {
  const directory = useDirectory()

  it('is imported without a single finding', async () => {
    const example = join(data, 'exemple-valide-standard-1.0.2.csv')
    expect((await readFile(example, 'utf8')).length).toBeGreaterThan(0)
    expect(await importFile(directory, directory.context(), example, 'exemple')).toMatchObject({
      created: 1,
      corrected: 0,
      warnings: 0,
    })
  })
})

function urlOf({
  host = 'localhost',
  port = 5432,
  user = 'postgres',
  password = '',
  database = '',
}: DatabaseAddress): string {
  const who = `${encodeURIComponent(user)}${password && `:${encodeURIComponent(password)}`}`
  // A folder is that of a Unix socket.
  return host.startsWith('/')
    ? `postgres://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${who}@${host}:${port}/${database}`
}
