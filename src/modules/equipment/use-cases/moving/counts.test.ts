import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { laterBy } from '../../../../kernel/instant.ts'
import { createDatabase } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { findDesk } from '../../data/desks.store.ts'
import { findInventory } from '../../data/inventory.store.ts'
import { bookedLines } from '../../data/moving/closures.store.ts'
import { readStock } from '../../data/stock.queries.ts'
import { aBorrower, anInventory, at, done, type Lent } from '../../testing.ts'
import { loansAtOnce, manyUnits } from '../../testing-many.ts'
import { overrideDays } from '../catalogue/keep-desks.ts'
import { dayAtDesk } from '../desk/desk-day.ts'
import { lendingFrame } from '../lending-frame.ts'
import { stockAround } from '../stock-around.ts'
import { reviewRisks } from './review-risks.ts'

const app = useApp({ today: day('2027-05-03') })
let statements: string[] = []

/** The same database, every statement noted but those that open and close a transaction. */
function counted() {
  statements = []
  return createDatabase(app.database.pool, (text) => {
    if (!/^(begin|commit|rollback|savepoint|release)/i.test(text)) statements.push(text)
  })
}

describe('what is read costs the same whatever the number', () => {
  it('the calendar of 20 and of 200 units is one statement (EQP-1803)', async () => {
    const counts: number[] = []
    for (const units of [20, 200]) {
      const lent = await anInventory(app.context(), { units: 1, name: `Calendrier ${units}` })
      await manyUnits(app.context(), lent, units - 1)
      const db = counted()
      const from = at('2027-05-03', '00:00')
      const read = await readStock(db, lent.inventoryId, {
        models: null,
        from,
        until: laterBy(from, 90 * 86_400),
        now: from,
        riskHorizonDays: 30,
      })
      expect(read.units).toHaveLength(units)
      counts.push(statements.length)
    }
    expect(counts).toEqual([1, 1])
  })

  it('thirty days of slots are three statements at most (EQP-1804)', async () => {
    const lent = await anInventory(app.context(), { units: 1, name: 'Créneaux' })
    const borrower = await aBorrower(app.context(), { partner: 'Créneaux' })
    const frame = done(await lendingFrame(app.services.db, app.context(), { ...lent, ...borrower }))
    const db = counted()
    const span = { from: at('2027-05-03', '09:00'), until: at('2027-06-02', '09:00') }
    await findDesk(db, lent.inventoryId, lent.deskId)
    await stockAround(db, frame, { models: [lent.model], span, now: app.clock.now() })
    expect(statements.length).toBeLessThanOrEqual(3)
  })

  it('the day of a desk with sixty appointments is five at most (EQP-1804)', async () => {
    const lent = await anInventory(app.context(), { units: 60, name: 'Journée' })
    const borrower = await aBorrower(app.context(), { partner: 'Journée' })
    await loansAtOnce(app.context(), lent, borrower, {
      pickup: at('2027-05-10', '09:00'),
      back: at('2027-05-14', '10:00'),
    })
    const desk = done(await findDesk(app.services.db, lent.inventoryId, lent.deskId))
    const db = counted()
    const choice = { ...desk, inventoryName: '', zone: desk.calendar.zone }
    const shown = await dayAtDesk({ ...app.context(), db }, choice, day('2027-05-10'))
    const lines = shown.appointments.flatMap(({ entries }) => entries)
    expect(lines).toHaveLength(60)
    expect(statements.length).toBeLessThanOrEqual(5)
  })
})

describe('what is written at once is written together (EQP-1804)', () => {
  let lent: Lent

  beforeAll(async () => {
    lent = await anInventory(app.context(), { units: 40, name: 'Fermeture' })
    const borrower = await aBorrower(app.context(), { partner: 'Fermeture' })
    await loansAtOnce(app.context(), lent, borrower, {
      pickup: at('2027-06-07', '09:00'),
      back: at('2027-06-18', '10:00'),
    })
  })

  it('a month closed over eighty appointments costs a fixed number, and nobody waits to read', async () => {
    const { reach } = app.context()
    const inventory = done(await findInventory(app.services.db, reach, lent.inventoryId))
    const desk = done(await findDesk(app.services.db, lent.inventoryId, lent.deskId))
    const days = Array.from({ length: 30 }, (_, index) =>
      day(`2027-06-${String(index + 1).padStart(2, '0')}`),
    )
    const [first = day('2027-06-01'), ...others] = days
    const db = counted()
    const place = { context: { ...app.context(), db }, inventory, role: 'head' as const }
    // Somebody reads while the closing is not committed yet: they are answered.
    await inTransaction(db, async (tx) => {
      const within = { ...place, context: { ...place.context, db: tx } }
      done(await overrideDays(within, desk, { days: [first, ...others], hours: [], reason: 'Travaux' }))
      const read = await bookedLines(app.services.db, lent.deskId, { from: app.clock.now(), until: null })
      expect(read).toHaveLength(80)
      expect(read.every(({ isClosed }) => !isClosed)).toBe(true)
    })
    const after = await bookedLines(app.services.db, lent.deskId, { from: app.clock.now(), until: null })
    expect(after.filter(({ isClosed }) => isClosed)).toHaveLength(80)
    expect(statements.length).toBeLessThanOrEqual(15)
  })

  it('a review of risks is ten statements and five for each loan at risk', async () => {
    const own = await anInventory(app.context(), { units: 12, name: 'Risques' })
    const borrower = await aBorrower(app.context(), { partner: 'Risques' })
    const stays = { pickup: at('2027-05-18', '09:00'), back: at('2027-05-21', '10:00') }
    await loansAtOnce(app.context(), own, borrower, stays)
    // Eight are not in service; the four others are all lent in those days: nothing replaces them.
    await app.database.pool.query(
      `update equipment.unit set lifecycle = 'in_repair' where id = any($1::uuid[])`,
      [own.units.slice(0, 8)],
    )
    const db = counted()
    const reviewed = await reviewRisks({ ...app.context(), db }, own.inventoryId)
    expect(reviewed).toEqual({ substituted: 0, displaced: 0, atRisk: 8 })
    expect(statements.length).toBeLessThanOrEqual(10 + 5 * 8)
    const again = counted()
    await reviewRisks({ ...app.context(), db: again }, own.inventoryId)
    expect(statements.length).toBeLessThanOrEqual(10)
    // Three more units: three loans pass on them.
    await manyUnits(app.context(), own, 3)
    const last = counted()
    const moved = await reviewRisks({ ...app.context(), db: last }, own.inventoryId)
    expect(moved).toEqual({ substituted: 3, displaced: 0, atRisk: 5 })
    expect(statements.length).toBeLessThanOrEqual(10 + 5 * 8)
  })
})
