import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { laterBy } from '../../../../kernel/instant.ts'
import { createDatabase } from '../../../../platform/db/database.ts'
import { openLoans } from '../../data/telling/reminders.store.ts'
import { aBorrower, anInventory, at } from '../../testing.ts'
import { loansAtOnce } from '../../testing-many.ts'
import { remindBorrowers } from './remind-borrowers.ts'

const app = useApp({ today: day('2027-05-03') })

describe('the pass of each morning', () => {
  it('costs the same whatever the number of open loans, and once more for each that leaves (EQP-1103)', async () => {
    let statements = 0
    const db = createDatabase(app.database.pool, () => {
      statements += 1
    })
    const quiet = at('2027-05-15', '08:00')
    const counts: [loans: number, statements: number][] = []
    for (const units of [4, 40]) {
      const lent = await anInventory(app.context(), { units, name: `Rappels ${units}` })
      const borrower = await aBorrower(app.context(), { partner: `Rappels ${units}` })
      const stays = { pickup: at('2027-05-20', '09:00'), back: at('2027-05-24', '10:00') }
      await loansAtOnce(app.context(), lent, borrower, stays)
      const { length } = await openLoans(app.services.db, laterBy(quiet, 30 * 86_400))
      statements = 0
      // A Saturday: nothing leaves.
      expect(await remindBorrowers(db, quiet)).toBe(0)
      counts.push([length, statements])
    }
    expect(counts.map(([loans]) => loans)).toEqual([4, 44])
    expect(counts[0]?.[1]).toBe(counts[1]?.[1])
    expect(counts[1]?.[1]).toBeLessThanOrEqual(8)
    expect(await remindBorrowers(db, at('2027-05-18', '08:00'))).toBe(44)
    expect(await remindBorrowers(db, at('2027-05-18', '09:00'))).toBe(0)
  })
})
