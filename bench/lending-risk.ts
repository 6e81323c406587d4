import { sql } from 'kysely'
import { addDays } from '../src/kernel/day.ts'
import { laterBy } from '../src/kernel/instant.ts'
import { findDesk } from '../src/modules/equipment/data/desks.store.ts'
import { findInventory } from '../src/modules/equipment/data/inventory.store.ts'
import { bookedLines } from '../src/modules/equipment/data/moving/closures.store.ts'
import { anInventory, type Lent } from '../src/modules/equipment/testing.ts'
import { loansAtOnce, manyUnits } from '../src/modules/equipment/testing-many.ts'
import { overrideDays } from '../src/modules/equipment/use-cases/catalogue/keep-desks.ts'
import { reviewRisks } from '../src/modules/equipment/use-cases/moving/review-risks.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { type LendingSetting, lendingSetting, MONDAY } from './lending-setting.ts'
import { report } from './national.ts'

// EQP-1804: the nightly review and the closing of a desk are set-based, and readers wait for neither.

const UNITS = 500
const STAYS = 10
const AWAY = 40
const WEEK = 7 * 86_400

await withScratchDatabase(async (_db, address) => {
  const setting = await lendingSetting(address)
  await review(setting)
  await closing(setting)
  await setting.end()
})

async function lentWith({ context, owner }: LendingSetting, name: string, units: number): Promise<Lent> {
  const lent = await anInventory(context, { owner, name, units: 1 })
  const more = await manyUnits(context, lent, units - 1)
  return { ...lent, units: [...lent.units, ...more] as unknown as Lent['units'] }
}

/** Five thousand open loans, forty units out of service, twenty units to spare. */
async function review(setting: LendingSetting): Promise<void> {
  const { context, owner, counted } = setting
  const lent = await lentWith(setting, 'Risques', UNITS)
  for (let week = 1; week <= STAYS; week += 1) {
    const pickup = laterBy(MONDAY, week * WEEK)
    await loansAtOnce(
      context,
      lent,
      { organisationId: owner, agreementId: null },
      { pickup, back: laterBy(pickup, 4 * 86_400) },
    )
  }
  await manyUnits(context, lent, 20)
  await sql`update equipment.unit set lifecycle = 'in_repair'
    where id = any(${lent.units.slice(0, AWAY)}::uuid[])`.execute(context.db)
  await sql`analyze equipment.loan_line, equipment.occupancy`.execute(context.db)
  counted()
  const before = performance.now()
  const first = await reviewRisks(context, lent.inventoryId)
  const took = performance.now() - before
  const lines = first.substituted + first.displaced + first.atRisk
  report('review of 5,000 open loans, loans whose unit is away', lines, 'loans')
  report('review, given another unit', first.substituted, 'loans')
  report('review, statements beyond 10, for each of them (target 5)', (counted() - 10) / lines, 'statements')
  report('review', took, 'ms')
  await reviewRisks(context, lent.inventoryId)
  report('the same review again (target 10)', counted(), 'statements')
}

/** A month closed over three hundred appointments, while somebody reads. */
async function closing(setting: LendingSetting): Promise<void> {
  const { context, owner, counted } = setting
  const lent = await lentWith(setting, 'Fermeture', 150)
  const pickup = laterBy(MONDAY, 2 * WEEK + 3600)
  await loansAtOnce(
    context,
    lent,
    { organisationId: owner, agreementId: null },
    { pickup, back: laterBy(pickup, 4 * 86_400) },
  )
  const inventory = await findInventory(context.db, context.reach, lent.inventoryId)
  const desk = await findDesk(context.db, lent.inventoryId, lent.deskId)
  if (!inventory || !desk) throw new Error('no desk')
  const days = Array.from({ length: 30 }, (_, index) => addDays(context.today, 1 + index))
  const [first = context.today, ...others] = days
  counted()
  await inTransaction(context.db, async (tx) => {
    const place = { context: { ...context, db: tx }, inventory, role: 'head' as const }
    await overrideDays(place, desk, { days: [first, ...others], hours: [], reason: 'Travaux' })
    report('closing of a month over 300 appointments', counted(), 'statements')
    const before = performance.now()
    const read = await bookedLines(context.db, lent.deskId, { from: MONDAY, until: null })
    report('appointments read while the closing is not committed', read.length, 'appointments')
    report('that reading', performance.now() - before, 'ms')
  })
}
