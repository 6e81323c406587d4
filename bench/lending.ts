import { newId } from '../src/kernel/id.ts'
import { type Instant, laterBy } from '../src/kernel/instant.ts'
import { addModel, addUnit } from '../src/modules/equipment/data/catalogue.store.ts'
import { addDesk } from '../src/modules/equipment/data/desks.store.ts'
import { addInventory } from '../src/modules/equipment/data/inventory.store.ts'
import { addOccupancy, lockUnits, releaseRoot } from '../src/modules/equipment/data/occupancy.store.ts'
import { readStock } from '../src/modules/equipment/data/stock.queries.ts'
import type { InventoryId, UnitId } from '../src/modules/equipment/domain/equipment.ts'
import { refusedBy } from '../src/platform/db/constraints.ts'
import { createDatabase, createPool, type Database } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import type { NetworkId, OrganisationId } from '../src/platform/session/actor.ts'
import { p95, report } from './national.ts'

// EQP-1801 to EQP-1803: a unit is never promised twice, however many ask at once, and the calendar is one statement.

const ATTEMPTS = 10_000
const CONNECTIONS = 40
const UNITS = 50
const IN_KITS = 10
const START = '2027-01-04T08:00:00.000Z' as Instant
const recorded = { at: START, by: null }

await withScratchDatabase(async (_db, address) => {
  const pool = createPool(address, CONNECTIONS)
  let statements = 0
  const db = createDatabase(pool, () => {
    statements += 1
  })
  const { inventory, groups } = await stock(db)
  const outcomes = await attempts(db, groups)
  report('lending, attempts accepted', outcomes.accepted, 'attempts')
  report('lending, attempts refused by the constraint', outcomes.refused, 'attempts')
  report(
    'lending, attempts without a definite answer',
    ATTEMPTS - outcomes.accepted - outcomes.refused,
    'attempts',
  )
  report('lending, deadlocks seen', outcomes.deadlocks, 'deadlocks')
  const pairs = await pool.query<{ count: number }>(`select count(*) from equipment.occupancy a
    join equipment.occupancy b on a.unit_id = b.unit_id and a.id < b.id and a.blocked && b.blocked
    where a.status <> 'released' and b.status <> 'released'`)
  report('lending, overlapping pairs', pairs.rows[0]?.count ?? -1, 'pairs')
  const rows = await pool.query<{ count: number }>(
    `select count(*) from equipment.occupancy where status <> 'released'`,
  )
  report(
    'lending, occupancies beyond those accepted',
    (rows.rows[0]?.count ?? -1) - outcomes.standing,
    'rows',
  )

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

interface Outcomes {
  accepted: number
  refused: number
  deadlocks: number
  /** Rows that must stand at the end. */
  standing: number
}

/** Loans and owner's uses of one to ten days within ninety, one in eight followed by a release. */
async function attempts(db: Database, groups: readonly (readonly UnitId[])[]): Promise<Outcomes> {
  const outcomes: Outcomes = { accepted: 0, refused: 0, deadlocks: 0, standing: 0 }
  let next = 0
  const worker = async () => {
    while (next < ATTEMPTS) {
      const turn = next
      next += 1
      const units = groups[random(turn, groups.length)] ?? []
      const from = laterBy(START, random(turn * 7 + 1, 90) * 86_400)
      const until = laterBy(from, (1 + random(turn * 13 + 5, 10)) * 86_400)
      const answer = await attempt(db, units, { from, until }, turn % 8 === 0)
      if (answer === 'deadlock') outcomes.deadlocks += 1
      else outcomes[answer === 'refused' ? 'refused' : 'accepted'] += 1
      if (answer === 'accepted') outcomes.standing += units.length
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  return outcomes
}

async function attempt(
  db: Database,
  units: readonly UnitId[],
  span: { from: Instant; until: Instant },
  isReleased: boolean,
): Promise<'accepted' | 'released' | 'refused' | 'deadlock'> {
  try {
    const root = await inTransaction(db, async (tx) => {
      await lockUnits(tx, units)
      return addOccupancy(
        tx,
        { kind: 'owner_use', units, span, heldUntil: null, prepMinutes: 0, turnaroundMinutes: 120 },
        recorded,
      )
    })
    if (!isReleased) return 'accepted'
    await inTransaction(db, async (tx) => {
      await lockUnits(tx, units)
      await releaseRoot(tx, root)
    })
    return 'released'
  } catch (error) {
    if (refusedBy(error) === 'one_use_at_a_time') return 'refused'
    if ((error as { code?: string }).code === '40P01') return 'deadlock'
    throw error
  }
}

/** Forty units alone, and two kits of five parts, which are asked for whole. */
async function stock(db: Database): Promise<{ inventory: InventoryId; groups: (readonly UnitId[])[] }> {
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
  for (let number = 0; number < 2; number += 1) {
    const kit = await unit(`KIT-${number}`, null, true)
    const parts: UnitId[] = []
    for (let part = 0; part < IN_KITS / 2; part += 1) parts.push(await unit(`P-${number}-${part}`, kit))
    groups.push([kit, ...parts], ...parts.map((id): readonly UnitId[] => [id]))
  }
  return { inventory, groups }
}

/** The same numbers at each run. */
function random(seed: number, below: number): number {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0) % below
}
