import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { addSubstitute } from '../../data/catalogue/catalogue.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { openDisplacement } from '../../data/moving/displacements.store.ts'
import { addOccupancy, lockUnits, unitsAround } from '../../data/occupancy.store.ts'
import type { LineState } from '../../domain/line.ts'
import {
  aBorrower,
  aModel,
  anInventory,
  at,
  aUnit,
  aWish,
  type Borrower,
  done,
  type Lent,
} from '../../testing.ts'
import { answerDisplacement } from '../borrowing/answer-displacement.ts'
import { requestLoan } from '../borrowing/request-loan.ts'
import { approveLine } from '../deciding/decide-line.ts'
import { prepareLine } from '../desk/hand-over.ts'
import { makeWay, type WayToMake } from './make-way.ts'

const app = useApp()
let borrower: Borrower

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string) => app.context({ today: day(moment.slice(0, 10)), now: local(moment) })
const NOW = '2027-06-21 11:00'
const REPAIR = { from: local('2027-06-21 11:00'), until: local('2027-07-05 09:00') }

async function asked(lent: Lent, dates: readonly [string, string], unit = 0): Promise<Line> {
  const wanted = [{ modelId: lent.model, unitId: lent.units[unit] ?? null, count: 1 }]
  const wish = aWish(lent, borrower, local(dates[0]), local(dates[1]), { wanted })
  return done(done(await requestLoan(on('2027-06-01 10:00'), wish)).lines[0] ?? null)
}

async function granted(lent: Lent, dates: readonly [string, string], unit = 0): Promise<Line> {
  const line = await asked(lent, dates, unit)
  return done(await approveLine(on('2027-06-01 10:00'), { lineId: line.id, seen: line.seq }))
}

/** The first unit breaks down: the loans make way, then the repair takes it, in one transaction. */
function breakDown(lent: Lent, change: Partial<Omit<WayToMake, 'isChosen'>> = {}) {
  const context = on(NOW)
  const forRootId = newId<'root'>()
  return inTransaction(context.db, async (tx) => {
    await lockUnits(tx, await unitsAround(tx, [lent.units[0]]))
    const moved = await makeWay(tx, context, {
      ...{ units: [lent.units[0]], span: REPAIR, forRootId, reason: 'Écran fendu', ifNothing: 'ask' },
      ...{ reasonCode: 'unavailable', ...change },
    })
    const rows = {
      kind: 'incident',
      rootId: forRootId,
      units: [lent.units[0]],
      span: change.span ?? REPAIR,
    } as const
    await addOccupancy(
      tx,
      { ...rows, heldUntil: null, prepMinutes: 0, turnaroundMinutes: 0 },
      { at: context.now, by: null },
    )
    return moved
  })
}

const fresh = async (line: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, line.id))
const outcomes = (moved: Awaited<ReturnType<typeof breakDown>>) => moved.map(({ outcome }) => outcome)

beforeAll(async () => {
  borrower = await aBorrower(app.context())
})

describe('does it', () => {
  it('a unit of the same model replaces it at once, the prepared one taken off the shelf first (EQP-903, EQP-1102)', async () => {
    const lent = await anInventory(app.context(), { name: 'remplacée' })
    const line = await granted(lent, ['2027-06-22 09:00', '2027-06-25 10:00'])
    const prepared = done(await prepareLine(on('2027-06-21 10:00'), { lineId: line.id, seen: line.seq }))
    expect(outcomes(await breakDown(lent))).toEqual(['substituted'])
    expect(await fresh(prepared)).toMatchObject({ state: 'approved', unitId: lent.units[1] })
  })

  it('one that does as well is held and proposed: the borrower says yes (EQP-602, EQP-903)', async () => {
    const lent = await anInventory(app.context(), { name: 'compatible', units: 1 })
    const other = await aModel(app.context(), lent.inventoryId, 'Casque autonome')
    await addSubstitute(app.services.db, lent.model, other)
    const spare = await aUnit(app.context(), { ...lent, model: other }, 'CA-1')
    const line = await granted(lent, ['2027-06-22 09:00', '2027-06-25 10:00'])
    expect(outcomes(await breakDown(lent, { ifNothing: 'keep' }))).toEqual(['displaced'])
    const displaced = await fresh(line)
    expect(await openDisplacement(app.services.db, line.id)).toMatchObject({ proposedUnitId: spare })
    done(await answerDisplacement(on(NOW), { lineId: line.id, seen: displaced.seq }, { kind: 'accept' }))
    expect(await fresh(line)).toMatchObject({ state: 'approved', unitId: spare })
  })

  it('serves the first to leave first, and never twice with one unit (EQP-1102)', async () => {
    const lent = await anInventory(app.context(), { name: 'premier parti' })
    const later = await granted(lent, ['2027-06-28 09:00', '2027-07-01 10:00'])
    const first = await granted(lent, ['2027-06-22 09:00', '2027-06-25 10:00'])
    await granted(lent, ['2027-06-28 09:30', '2027-07-01 10:30'], 1)
    expect(await breakDown(lent)).toMatchObject([
      { lineId: first.id, outcome: 'substituted' },
      { lineId: later.id, outcome: 'displaced' },
    ])
  })

  it('a request that nobody answered loses its hold alone (EQP-601)', async () => {
    const lent = await anInventory(app.context(), { name: 'en attente', units: 1 })
    const line = await asked(lent, ['2027-06-22 09:00', '2027-06-25 10:00'])
    expect(outcomes(await breakDown(lent))).toEqual(['unheld'])
    expect((await fresh(line)).state).toBe<LineState>('submitted')
  })

  it('what cannot be replaced is ended with its appointments, and nothing is promised (EQP-903, L19)', async () => {
    const lent = await anInventory(app.context(), { name: 'irréparable', units: 1 })
    const line = await granted(lent, ['2027-07-06 09:00', '2027-07-09 10:00'])
    const forEver = { from: local(NOW), until: null }
    expect(outcomes(await breakDown(lent, { span: forEver, ifNothing: 'cancel' }))).toEqual(['cancelled'])
    expect((await fresh(line)).state).toBe<LineState>('withdrawn')
    expect(await openDisplacement(app.services.db, line.id)).toBeNull()
    const seats = await app.database.pool.query(
      'select count(*)::int as kept from equipment.slot_booking where request_id = $1 and cancelled_at is null',
      [line.requestId],
    )
    expect(seats.rows).toEqual([{ kept: 0 }])
  })
})

describe('explains why not', () => {
  it('what is only late keeps its loans where they are, at risk, when nothing does as well (EQP-1102)', async () => {
    const lent = await anInventory(app.context(), { name: 'à risque', units: 1 })
    const line = await granted(lent, ['2027-07-06 09:00', '2027-07-09 10:00'])
    const context = on(NOW)
    const moved = await inTransaction(context.db, async (tx) => {
      await lockUnits(tx, await unitsAround(tx, lent.units))
      const span = { from: local(NOW), until: local('2027-07-20 09:00') }
      const why = { reason: 'En retard', reasonCode: 'unavailable', forRootId: null } as const
      return makeWay(tx, context, { units: lent.units, span, ...why, ifNothing: 'keep' })
    })
    expect(moved).toEqual([{ lineId: line.id, outcome: 'at_risk', seq: line.seq }])
    expect(await fresh(line)).toMatchObject({ state: 'approved', unitId: lent.units[0] })
  })
})
