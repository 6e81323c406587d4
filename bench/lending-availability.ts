import { sql } from 'kysely'
import { day } from '../src/kernel/day.ts'
import { laterBy } from '../src/kernel/instant.ts'
import { findDesk } from '../src/modules/equipment/data/desks.store.ts'
import { seatsBooked } from '../src/modules/equipment/data/slots.store.ts'
import { readStock } from '../src/modules/equipment/data/stock.queries.ts'
import { slotsOn } from '../src/modules/equipment/domain/slots.ts'
import { anInventory, at, type Lent } from '../src/modules/equipment/testing.ts'
import { loansAtOnce, manyUnits } from '../src/modules/equipment/testing-many.ts'
import { dayAtDesk } from '../src/modules/equipment/use-cases/desk/desk-day.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { type LendingSetting, lendingSetting, MONDAY } from './lending-setting.ts'
import { p95, report } from './national.ts'

// EQP-1803, EQP-1804: what is read costs the same number of statements whatever the number of things, and history is free.

const TURNS = 60
const DAYS = 90

await withScratchDatabase(async (_db, address) => {
  const setting = await lendingSetting(address)
  const small = await inventoryOf(setting, 20)
  const large = await inventoryOf(setting, 200)
  const few = await calendar(setting, small)
  await history(setting, large, 20)
  const light = await calendar(setting, large)
  await history(setting, large, 185)
  const heavy = await calendar(setting, large)
  const one = await oneUnit(setting, large)
  report('calendar of 20 units over 90 days (target 1)', few.statements, 'statements')
  report('calendar of 200 units over 90 days (target 1)', heavy.statements, 'statements')
  report('calendar, 41,000 rows against 4,000, p95 (target 2)', heavy.p95 / light.p95, 'ratio')
  report('calendar of 200 units against one unit by its id, p95 (target 15)', light.p95 / one, 'ratio')
  await desks(setting)
  await setting.end()
})

function inventoryOf({ context, owner }: LendingSetting, units: number): Promise<Lent> {
  return anInventory(context, { owner, name: `Calendrier ${units}`, units: 1 }).then(async (lent) => {
    const more = await manyUnits(context, lent, units - 1)
    return { ...lent, units: [...lent.units, ...more] as unknown as Lent['units'] }
  })
}

/** So many past uses of each unit, one a day, before those that are there already. */
async function history({ context }: LendingSetting, { inventoryId }: Lent, each: number): Promise<void> {
  await sql`insert into equipment.occupancy (id, unit_id, kind, root_id, status, period, blocked, recorded_at)
    select gen_random_uuid(), u.id, 'owner_use', gen_random_uuid(), 'done',
      tstzrange(${MONDAY}::timestamptz - make_interval(days => n * 2), ${MONDAY}::timestamptz - make_interval(days => n * 2 - 1)),
      'empty', ${MONDAY}
    from equipment.unit u, generate_series(${each} * 10, ${each} * 11 - 1) n
    where u.inventory_id = ${inventoryId}`.execute(context.db)
  await sql`vacuum analyze equipment.occupancy`.execute(context.db)
}

async function calendar({ context, counted }: LendingSetting, { inventoryId }: Lent) {
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    counted()
    const before = performance.now()
    const span = { from: MONDAY, until: laterBy(MONDAY, DAYS * 86_400) }
    const asked = { models: null, ...span, now: MONDAY, riskHorizonDays: 30 }
    JSON.stringify(await readStock(context.db, inventoryId, asked))
    times.push(performance.now() - before)
  }
  return { statements: counted(), p95: p95(times) }
}

async function oneUnit({ context: { db } }: LendingSetting, { units }: Lent): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = performance.now()
    const unit = units[turn % units.length] ?? units[0]
    JSON.stringify(
      await db.selectFrom('equipment.unit').selectAll().where('id', '=', unit).executeTakeFirst(),
    )
    times.push(performance.now() - before)
  }
  return p95(times)
}

async function desks({ context, owner, counted }: LendingSetting): Promise<void> {
  const lent = await anInventory(context, { owner, name: 'Journée', units: 60 })
  const borrower = { organisationId: owner, agreementId: null }
  const stay = { pickup: at('2027-02-01', '09:00'), back: at('2027-02-12', '10:00') }
  await loansAtOnce(context, lent, borrower, stay)
  counted()
  const desk = await findDesk(context.db, lent.inventoryId, lent.deskId)
  if (!desk) throw new Error('no desk')
  await seatsBooked(context.db, desk.id, { from: MONDAY, until: laterBy(MONDAY, 30 * 86_400) })
  for (let one = 0; one < 30; one += 1)
    slotsOn(desk.calendar, day(`2027-01-${String(one + 1).padStart(2, '0')}`), 30)
  report('thirty days of slots (target 3)', counted(), 'statements')
  const choice = { ...desk, inventoryName: '', zone: desk.calendar.zone }
  const shown = await dayAtDesk(context, choice, day('2027-02-01'))
  report(
    'appointments of the day of a desk',
    shown.appointments.flatMap(({ entries }) => entries).length,
    'appointments',
  )
  report('the day of a desk with sixty appointments (target 5)', counted(), 'statements')
}
