import { sql } from 'kysely'
import { newId } from '../src/kernel/id.ts'
import { type Instant, laterBy } from '../src/kernel/instant.ts'
import { addModel, addUnit } from '../src/modules/equipment/data/catalogue/catalogue.store.ts'
import { addDesk } from '../src/modules/equipment/data/desks.store.ts'
import { addInventory } from '../src/modules/equipment/data/inventory.store.ts'
import { readStock } from '../src/modules/equipment/data/stock.queries.ts'
import type { InventoryId, UnitId } from '../src/modules/equipment/domain/equipment.ts'
import { type Crush, crush, standingAfter } from '../src/modules/equipment/testing-crush.ts'
import { createDatabase, createPool, type Database } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import type { NetworkId, OrganisationId } from '../src/platform/session/actor.ts'
import { p95, report } from './national.ts'

// EQP-1801 to EQP-1803: a unit is never promised twice, however many ask at once, and the calendar is one statement.

/** `ATTEMPTS=500` for a quick look. */
const ATTEMPTS = Number(process.env.ATTEMPTS ?? 10_000)
const CONNECTIONS = 40
const UNITS = 50
const IN_KITS = 10
const START = '2027-01-04T08:00:00.000Z' as Instant
const recorded = { at: START, by: null }
const KITS = 2

await withScratchDatabase(async (_db, address) => {
  const pool = createPool(address, CONNECTIONS)
  let statements = 0
  const db = createDatabase(pool, () => {
    statements += 1
  })
  const { inventory, groups, lines } = await stock(db)
  const answers = await crush(db, { attempts: ATTEMPTS, atOnce: CONNECTIONS, groups, start: START, lines })
  const { accepted, refused } = answers
  report('lending, attempts accepted', accepted, 'attempts')
  report('lending, of which extensions', answers.extended, 'attempts')
  report('lending, of which releases', answers.released, 'attempts')
  report('lending, attempts refused by the constraint', refused, 'attempts')
  report('lending, attempts without a definite answer', ATTEMPTS - accepted - refused, 'attempts')
  report('lending, deadlocks seen', answers.deadlocks, 'deadlocks')
  const standing = await standingAfter(db, inventory)
  report('lending, overlapping pairs', standing.pairs, 'pairs')
  report('lending, days taken', standing.days, 'unit-days')
  report('lending, days taken beyond those accepted', standing.days - answers.days, 'unit-days')

  const times: number[] = []
  for (let turn = 0; turn < 100; turn += 1) {
    statements = 0
    const before = performance.now()
    await readStock(db, inventory, {
      models: null,
      from: START,
      until: laterBy(START, 90 * 86_400),
      now: START,
      riskHorizonDays: 30,
    })
    times.push(performance.now() - before)
  }
  report('lending, statements of a calendar of 90 days', statements, 'statements')
  report(`lending, calendar of ${UNITS} units, p95`, p95(times), 'ms')
  await pool.end()
})

interface Stock {
  inventory: InventoryId
  groups: (readonly UnitId[])[]
  lines: Crush['lines']
}

/** Forty units alone, and two kits of four parts, asked for whole or part by part. */
async function stock(db: Database): Promise<Stock> {
  const network: NetworkId = newId()
  const owner: OrganisationId = newId<'organisation'>()
  await db
    .insertInto('identity.network')
    .values({
      id: network,
      slug: 'mesure',
      name: 'Mesure',
      head_name: 'Tête',
      theme: '{}',
      created_at: START,
    })
    .execute()
  await db
    .insertInto('identity.organisation')
    .values({ id: owner, network_id: network, name: 'Tête', kind: 'departement', created_at: START })
    .execute()
  const zone = { timeZone: 'Europe/Paris' }
  const shown = { ...zone, holidayCalendar: 'metropole', shownTo: 'members' as const, contact: '' }
  const inventory = await addInventory(db, network, { ownerId: owner, name: 'Mesure', ...shown }, START)
  const desk = await addDesk(db, inventory, { name: 'Guichet', location: '', ...zone }, START)
  const model = await addModel(
    db,
    inventory,
    {
      name: 'Casque',
      maker: '',
      category: 'Réalité virtuelle',
      description: '',
      prerequisites: '',
      ...{ software: [], caseGrams: null, caseLitres: null },
      replacementCents: null,
      prepMinutes: 0,
      turnaroundMinutes: 120,
    },
    START,
  )
  const unit = (assetNumber: string, kit: UnitId | null = null, isKit = false) =>
    addUnit(
      db,
      inventory,
      {
        modelId: model,
        maker: '',
        assetNumber,
        serialNumber: null,
        homeDeskId: desk,
        isKit,
        kitId: kit,
        isCritical: false,
        lentAlone: true,
      },
      recorded,
    )
  const groups: (readonly UnitId[])[] = []
  for (let number = 0; number < UNITS - IN_KITS; number += 1) groups.push([await unit(`U-${number}`)])
  for (let number = 0; number < KITS; number += 1) {
    const kit = await unit(`KIT-${number}`, null, true)
    const parts: UnitId[] = []
    for (let part = 1; part < IN_KITS / KITS; part += 1) parts.push(await unit(`P-${number}-${part}`, kit))
    groups.push([kit, ...parts], ...parts.map((id): readonly UnitId[] => [id]))
  }
  const requestId = newId<'loan-request'>()
  await sql`insert into equipment.loan_request (id, network_id, inventory_id, organisation_id, desk_id, created_at)
    values (${requestId}, ${network}, ${inventory}, ${owner}, ${desk}, ${START})`.execute(db)
  return { inventory, groups, lines: { requestId, modelId: model } }
}
