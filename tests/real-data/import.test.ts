import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { sentenceOf } from '../../src/modules/places/domain/refused-file.ts'
import type { ImportCounts } from '../../src/modules/places/domain/import.ts'
import { useDirectory } from '../../src/modules/places/testing-import.ts'
import { importFile } from '../../src/modules/places/use-cases/import-file.ts'
import { root } from '../../src/platform/root.ts'

const folder = join(root, '../shared/data/places')
const absent = !existsSync(folder) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${folder}) : ces tests sont sautés.`)

describe.skipIf(absent)('the consolidated national file', () => {
  const directory = useDirectory()
  const file = join(folder, 'national-consolide-standard-1.0.2.csv')
  const run = async (dryRun = false) => {
    const outcome = await importFile(directory, directory.context(), file, 'national', { dryRun })
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    return outcome as ImportCounts
  }

  it('is rehearsed without touching a place (DIR-31), then imported in one go with the same figures', async () => {
    const start = performance.now()
    const rehearsed = await run(true)
    console.log(performance.now() - start, rehearsed)
    expect(await directory.places()).toEqual([])
    const counts = await run()
    console.log(performance.now() - start)
    expect(counts).toEqual(rehearsed)
    expect(counts.read).toBe(13_241)
    expect(counts.created + counts.held + counts.rejected).toBe(13_241)
    // Every repeated id but its first row waits (DIR-36), the 26 rows that are nowhere are refused.
    expect(counts).toMatchObject({ held: 241, duplicates: 241, rejected: 26 })
    expect(await directory.places()).toHaveLength(counts.created)
  }, 120_000)

  it('changes nothing the second time (DIR-34)', async () => {
    const before = await directory.places()
    directory.clock.moveTo('2026-07-01T10:00:00.000Z' as never)
    const start = performance.now()
    const counts = await run()
    console.log(performance.now() - start, counts)
    expect(counts).toMatchObject({ created: 0, updated: 0, missing: 0 })
    expect(await directory.places()).toEqual(before)
  }, 120_000)
})
void sentenceOf
