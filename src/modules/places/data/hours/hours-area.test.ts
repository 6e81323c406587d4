import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../../../../platform/db/testing.ts'
import { hoursArea } from '../../domain/hours/place-clock.ts'

const database = useTestDatabase()

const WORDS = ['Mo-Fr 09:00-12:00', 'SH off', 'Mo 09:00-12:00; PH off', 'Mo-Fr 09:00-12:00 "SHOP"']
const CODES: [inseeCode: string | null, postalCode: string | null][] = [
  ['50502', '50000'],
  [null, '50000'],
  ['67482', '67000'],
  [null, '57000'],
  [null, '68100'],
  ['2A004', '20000'],
  [null, '20200'],
  [null, '20600'],
  ['97411', '97400'],
  [null, '97233'],
  [null, '97133'],
  [null, '97150'],
  ['98735', '98714'],
  ['98731', '98742'],
  ['98719', '98755'],
  ['98818', '98800'],
  ['75056', '75001'],
  [null, null],
  ['', ''],
]

it.each(CODES)(
  'the database and the pages know the same hours at %s, %s (DIR-50, DIR-51)',
  async (inseeCode, postalCode) => {
    for (const words of WORDS) {
      const { rows } = await sql<{ area: string }>`
      select places.hours_area(${words}, ${inseeCode}, ${postalCode}) as area`.execute(database.db)
      expect(rows[0]?.area, words).toBe(hoursArea(words, { inseeCode, postalCode }))
    }
  },
)
