import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import {
  measureDuplicates,
  UnusableFile,
} from '../../src/modules/places/use-cases/duplicates/measure-duplicates.ts'
import { root } from '../../src/platform/root.ts'

const data = join(root, '../shared/data/places')
const national = join(data, 'national-consolide-standard-1.0.2.csv')
const truth = join(data, 'doublons-connus-national.csv')
const labelled = join(root, 'tests/real-data/labelled-pairs.json')
const absent = !existsSync(truth) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${data}) : ces tests sont sautés.`)

const today = day('2026-06-17')

describe.skipIf(absent)('the duplicates of the consolidated national file', () => {
  it('are found, 99 in 100 of those known, without proposing everything (DIR-42, DIR-91, scenario 17)', async () => {
    const measure = await measureDuplicates(national, truth, today)
    expect(measure).toMatchObject({ read: 13_241, truth: { known: 2866 } })
    expect(measure.truth?.recall).toBeGreaterThanOrEqual(0.99)
    expect(measure.groups.proposed).toBeLessThan(5000)
    // About 3,220 groups follow from what two rows say word for word.
    expect(measure.groups.proposed).toBeGreaterThan(3000)
  })

  it('are right, 98 in 100 of the certain and 85 in 100 of the probable, by 300 pairs looked at one by one (DIR-91)', async () => {
    const { precision } = await measureDuplicates(national, null, today, labelled)
    const share = (band: 'certain' | 'probable') =>
      (precision?.[band].right ?? 0) / (precision?.[band].labelled ?? 1)
    expect(precision?.certain.labelled).toBeGreaterThanOrEqual(90)
    expect(precision?.probable.labelled).toBeGreaterThanOrEqual(90)
    expect(share('certain')).toBeGreaterThanOrEqual(0.98)
    expect(share('probable')).toBeGreaterThanOrEqual(0.85)
  })

  it('a file that is no list of places, or no list of groups, is told so', async () => {
    await expect(measureDuplicates(join(data, 'SOURCES.md'), null, today)).rejects.toThrow(UnusableFile)
    await expect(measureDuplicates(national, national, today)).rejects.toThrow('« groupe » et « ligne »')
  })
})
