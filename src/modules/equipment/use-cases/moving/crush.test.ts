import { expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { createDatabase, createPool } from '../../../../platform/db/database.ts'
import { aBorrower, anInventory, at, aUnit, aWish, done } from '../../testing.ts'
import { crush, standingAfter } from '../../testing-crush.ts'
import { saveLoanDraft } from '../borrowing/request-loan.ts'

const app = useApp({ today: day('2027-01-04') })
const AT_ONCE = 12

it('three hundred loans, owner’s uses, extensions and releases at once, kits among them: each has its answer, nothing overlaps (EQP-1701, EQP-1702, EQP-1802)', async () => {
  const context = app.context()
  const lent = await anInventory(context, { units: 4, name: 'Cohue' })
  const kit = await aUnit(context, lent, 'KIT-1', { isKit: true })
  const parts = [
    await aUnit(context, lent, 'P-1', { kitId: kit, isCritical: true }),
    await aUnit(context, lent, 'P-2', { kitId: kit }),
  ]
  const hour = at('2027-03-01', '09:00')
  const draft = done(await saveLoanDraft(context, aWish(lent, await aBorrower(context), hour, hour)))
  const pool = createPool(app.database.address, AT_ONCE)
  const answers = await crush(createDatabase(pool), {
    ...{ attempts: 300, atOnce: AT_ONCE, start: hour },
    groups: [...lent.units.map((unit) => [unit]), [kit, ...parts], ...parts.map((part) => [part])],
    lines: { requestId: draft.id, modelId: lent.model },
  })
  await pool.end()
  expect(answers.deadlocks).toBe(0)
  expect(answers.accepted + answers.refused).toBe(300)
  for (const kind of ['accepted', 'refused', 'extended', 'released'] as const)
    expect(answers[kind], kind).toBeGreaterThan(0)
  expect(await standingAfter(app.services.db, lent.inventoryId)).toEqual({ pairs: 0, days: answers.days })
})
