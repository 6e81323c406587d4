import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { addSubstitute } from '../../data/catalogue/catalogue.store.ts'
import { saveOverrides } from '../../data/desks.store.ts'
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
import { approveLine, rejectLine } from '../deciding/decide-line.ts'
import type { Refused } from '../lending-refusal.ts'
import { reserveUnit } from '../moving/reserve-unit.ts'
import { requestLoan } from './request-loan.ts'

const app = useApp()
let lent: Lent
let borrower: Borrower

const on = (moment: string, change: Partial<Context> = {}) =>
  app.context({ today: day(moment.slice(0, 10)), now: at(moment.slice(0, 10), moment.slice(11)), ...change })
const early = () => on('2027-01-04 10:00')
const ask = (
  [pickup, pickupTime, back, backTime]: readonly [string, string, string, string],
  change: Parameters<typeof aWish>[4] = {},
  context = early(),
) => requestLoan(context, aWish(lent, borrower, at(pickup, pickupTime), at(back, backTime), change))

const refusalOf = (outcome: unknown): Refused => {
  if (!isRefusal(outcome as never)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome as Refused
}

/** So many at once as there are connections, until all have had their answer. */
async function together<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  let asked = 0
  const worker = async () => {
    while (asked < count) {
      asked += 1
      answers.push(await work())
    }
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  return answers
}

async function overlaps(): Promise<number> {
  const { rows } =
    await app.database.pool.query(`select count(*) from equipment.occupancy a join equipment.occupancy b
    on a.unit_id = b.unit_id and a.id < b.id and a.blocked && b.blocked
    where a.status <> 'released' and b.status <> 'released'`)
  return rows[0].count
}

beforeAll(async () => {
  borrower = await aBorrower(app.context())
})

describe('a request does it', () => {
  it('holds a unit and two seats until the manager answers (EQP-502, EQP-304)', async () => {
    lent = await anInventory(app.context(), { name: 'tenue' })
    const { lines } = done(await ask(['2027-02-01', '09:00', '2027-02-05', '16:30']))
    expect(lines).toMatchObject([
      { state: 'submitted', days: 5, needsDerogation: false, unitId: lent.units[0] },
    ])
    const { rows } = await app.database.pool.query(
      `select status, held_until, lower(period) as starts, upper(blocked) as free from equipment.occupancy where line_id = $1`,
      [lines[0]?.id],
    )
    // Monday 4 January + 5 opening days: Monday 11, at the closing. The turnaround is after the return.
    expect(rows).toMatchObject([{ status: 'hold', held_until: '2027-01-11T16:00:00.000Z' }])
    expect(rows[0].free).toBe('2027-02-05T17:30:00.000Z')
    const seats = await app.database.pool.query(
      'select purpose, seat from equipment.slot_booking where request_id = $1 order by 1',
      [lines[0]?.requestId],
    )
    expect(seats.rows).toEqual([
      { purpose: 'pickup', seat: 1 },
      { purpose: 'return', seat: 1 },
    ])
  })

  it('keeps the rules it was decided under, each with its source (EQP-101, EQP-102, 002 art. 4.3 a)', async () => {
    lent = await anInventory(app.context(), { name: 'sources', policy: { slotMinutes: 60 } })
    const { lines } = done(await ask(['2027-02-01', '09:00', '2027-02-05', '15:00']))
    expect(lines[0]?.rules).toMatchObject({
      maxDays: { value: 30, source: { from: 'agreement', article: '4.3 a)' } },
      slotMinutes: { value: 60, source: { from: 'policy', version: 1 } },
      answerDays: { value: 5, source: { from: 'product' } },
    })
  })

  it('L1: 30 days are within the limit, 31 become a derogation, and are never cut (002 art. 4.3 a, EQP-701)', async () => {
    lent = await anInventory(app.context(), { name: 'L1' })
    const thirty = done(await ask(['2027-03-01', '09:00', '2027-03-30', '10:00']))
    expect(thirty.lines).toMatchObject([{ days: 30, needsDerogation: false }])
    const longer = ['2027-03-01', '09:00', '2027-03-31', '10:00'] as const
    expect(await ask(longer)).toMatchObject({ refused: 'slot_unavailable' })
    const later = ['2027-03-01', '09:30', '2027-03-31', '10:00'] as const
    expect(await ask(later)).toMatchObject({
      refused: 'derogation_required',
      details: { days: '31', limit: '30' },
    })
    const { lines } = done(await ask(later, { asksDerogation: true }))
    expect(lines).toMatchObject([
      { days: 31, needsDerogation: true, returnAt: at('2027-03-31', '10:00').replace('Z', '.000Z') },
    ])
    const [line] = lines
    const target = { lineId: line?.id as never, seen: line?.seq ?? 0 }
    expect(await approveLine(early(), target)).toMatchObject({ refused: 'reason_missing' })
    expect(await approveLine(early(), target, { reason: 'Exposition de printemps' })).toMatchObject({
      state: 'approved',
    })
  })

  it('L5: over Easter Monday 2027, five days count (EQP-302, EQP-305)', async () => {
    lent = await anInventory(app.context(), { name: 'L5' })
    expect(done(await ask(['2027-03-26', '09:00', '2027-03-30', '10:00'])).lines).toMatchObject([{ days: 5 }])
  })

  it('L7: the change of hour moves no hour that was told (EQP-305)', async () => {
    lent = await anInventory(app.context(), { name: 'L7' })
    const { lines } = done(await ask(['2027-10-29', '14:00', '2027-11-05', '10:00']))
    expect(lines).toMatchObject([
      { pickupAt: '2027-10-29T12:00:00.000Z', returnAt: '2027-11-05T09:00:00.000Z', days: 8 },
    ])
  })

  it('L23: a unit allocated weeks ahead is lent until then (EQP-405.8)', async () => {
    lent = await anInventory(app.context(), { name: 'L23', units: 1 })
    const august = on('2027-08-25 10:00')
    done(await ask(['2027-09-07', '09:00', '2027-09-14', '10:00'], {}, august))
    done(await ask(['2027-08-30', '09:00', '2027-09-06', '15:00'], {}, august))
    expect(await overlaps()).toBe(0)
  })

  it('takes a kit with its parts, and names the part that is taken (EQP-105)', async () => {
    lent = await anInventory(app.context(), { name: 'malle', units: 0 })
    const kitModel = await aModel(app.context(), lent.inventoryId, 'Malle radio')
    const place = { ...lent, model: kitModel }
    const kit = await aUnit(app.context(), place, 'KIT-RADIO', { isKit: true })
    const mixer = await aUnit(app.context(), lent, 'MIXER-1', { kitId: kit, isCritical: true })
    await aUnit(app.context(), lent, 'MICRO-1', { kitId: kit })
    const alone = [{ modelId: lent.model, unitId: mixer, count: 1 }]
    done(await ask(['2027-02-01', '09:00', '2027-02-05', '10:00'], { wanted: alone }))
    const whole = { wanted: [{ modelId: kitModel, unitId: null, count: 1 }] }
    expect(await ask(['2027-02-04', '09:30', '2027-02-09', '10:00'], whole)).toMatchObject({
      refused: 'already_taken',
      details: { unit: 'MIXER-1', because: 'loan' },
    })
    const { lines } = done(await ask(['2027-02-08', '09:00', '2027-02-10', '10:00'], whole))
    const { rows } = await app.database.pool.query(
      'select count(distinct unit_id) as units, count(distinct root_id) as roots from equipment.occupancy where line_id = $1',
      [lines[0]?.id],
    )
    expect(rows).toEqual([{ units: 3, roots: 1 }])
    expect(await ask(['2027-02-09', '09:00', '2027-02-11', '10:30'], { wanted: alone })).toMatchObject({
      refused: 'already_taken',
    })
  })

  it('chooses the units of a number that are alike, all of them or none (EQP-107, EQP-1703)', async () => {
    lent = await anInventory(app.context(), { name: 'douze', units: 3 })
    const wanted = (count: number) => ({ wanted: [{ modelId: lent.model, unitId: null, count }] })
    expect(await ask(['2027-02-01', '09:00', '2027-02-05', '10:00'], wanted(4))).toMatchObject({
      refused: 'already_taken',
    })
    const { lines } = done(await ask(['2027-02-01', '09:00', '2027-02-05', '10:00'], wanted(3)))
    expect(new Set(lines.map(({ unitId }) => unitId)).size).toBe(3)
  })
})

describe('a request explains why not', () => {
  it('L3: the turnaround, then the desk, decide the next pickup; the list and the check agree (EQP-303, EQP-403)', async () => {
    lent = await anInventory(app.context(), { name: 'L3', units: 1 })
    done(await ask(['2027-03-22', '09:00', '2027-03-30', '10:00']))
    expect(await ask(['2027-03-30', '11:00', '2027-04-02', '10:00'])).toMatchObject({
      refused: 'already_taken',
    })
    expect(await ask(['2027-03-30', '12:00', '2027-04-02', '10:00'])).toMatchObject({
      refused: 'slot_unavailable',
      details: { because: 'off_grid', purpose: 'pickup' },
    })
    done(await ask(['2027-03-30', '14:00', '2027-04-02', '10:00']))
  })

  it('L4: Ascension is closed, the Friday after is open until it is closed, an opened Saturday can be had (EQP-301)', async () => {
    lent = await anInventory(app.context(), { name: 'L4' })
    const back = (on: string, time: string) => ask(['2027-05-03', '09:00', on, time])
    expect(await back('2027-05-06', '10:00')).toMatchObject({
      refused: 'slot_unavailable',
      details: { because: 'holiday', purpose: 'return' },
    })
    const saturday = {
      days: [day('2027-05-08')],
      hours: [['09:00', '12:00']] as const,
      reason: 'Ouverture exceptionnelle',
    }
    await saveOverrides(app.services.db, lent.deskId, saturday)
    expect(done(await back('2027-05-08', '10:00')).lines).toHaveLength(1)
    await saveOverrides(app.services.db, lent.deskId, {
      days: [day('2027-05-07')],
      hours: [],
      reason: 'Pont de l’Ascension',
    })
    const refused = refusalOf(await ask(['2027-05-03', '09:30', '2027-05-07', '10:00']))
    expect(refused.details).toMatchObject({ because: 'override', reason: 'Pont de l’Ascension' })
    expect(refused.details.nearest?.split(' ')).toHaveLength(3)
  })

  it('L27: nothing beyond the agreement’s last day, nothing without its right (EQP-203)', async () => {
    lent = await anInventory(app.context(), { name: 'L27', policy: { horizonDays: 2000 } })
    // In force for three years: 12 June 2026 to 11 June 2029.
    expect(await ask(['2029-06-04', '09:00', '2029-06-12', '10:00'])).toMatchObject({
      refused: 'no_loan_right',
      details: { because: 'return_after_the_last_day', lastDay: '2029-06-11' },
    })
    const after = on('2029-07-02 10:00')
    expect(await ask(['2029-07-09', '09:00', '2029-07-12', '10:00'], {}, after)).toMatchObject({
      refused: 'no_loan_right',
      details: { because: 'agreement_not_in_force' },
    })
  })

  it.each([
    ['a return before the pickup', ['2027-02-05', '09:00', '2027-02-01', '10:00'], {}, 'period_invalid'],
    ['twice the same instant', ['2027-02-05', '09:00', '2027-02-05', '09:00'], {}, 'period_invalid'],
    [
      'a nature of actions in three words',
      ['2027-02-01', '09:00', '2027-02-05', '10:00'],
      { actions: 'Un atelier' },
      'request_incomplete',
    ],
    [
      'a store that is not safe (002 art. 4.1)',
      ['2027-02-01', '09:00', '2027-02-05', '10:00'],
      { isStoredSafely: false },
      'request_incomplete',
    ],
    ['a pickup this very day', ['2027-01-04', '15:00', '2027-01-08', '10:00'], {}, 'slot_unavailable'],
    ['a pickup in two years', ['2029-01-08', '09:00', '2029-01-12', '10:00'], {}, 'slot_unavailable'],
  ] as const)('EQP-1601: %s', async (what, dates, change, code) => {
    lent = await anInventory(app.context(), { name: what })
    expect(await ask(dates, change)).toMatchObject({ refused: code })
  })

  it('offers another unit, other dates, what does as well, and the list (EQP-504)', async () => {
    lent = await anInventory(app.context(), { name: 'ailleurs', units: 2 })
    const drone = await aModel(app.context(), lent.inventoryId, 'Casque VR léger')
    const other = await aUnit(app.context(), { ...lent, model: drone }, 'LEGER-1')
    await addSubstitute(app.services.db, lent.model, drone)
    const named = { wanted: [{ modelId: lent.model, unitId: lent.units[0], count: 1 }] }
    done(await ask(['2027-02-01', '09:00', '2027-02-05', '10:00'], named))
    const { alternatives } = refusalOf(await ask(['2027-02-02', '09:00', '2027-02-04', '10:00'], named))
    expect(alternatives).toMatchObject([
      { kind: 'other_unit', unitId: lent.units[1] },
      { kind: 'other_dates', unitId: lent.units[0] },
      { kind: 'other_dates', unitId: lent.units[0] },
      { kind: 'substitute', unitId: other },
      { kind: 'waiting_list' },
    ])
  })

  it('L32: with noChaining, a return and a new pickup the same day are one loan (EQP-702)', async () => {
    lent = await anInventory(app.context(), { name: 'L32', units: 1, policy: { noChaining: true } })
    done(await ask(['2027-03-01', '09:00', '2027-03-30', '10:00']))
    const again = ['2027-03-30', '14:00', '2027-04-02', '10:00'] as const
    expect(await ask(again)).toMatchObject({ refused: 'derogation_required', details: { days: '33' } })
    lent = await anInventory(app.context(), { name: 'L32 sans', units: 1 })
    done(await ask(['2027-03-01', '09:00', '2027-03-30', '10:00']))
    expect(done(await ask(again)).lines).toMatchObject([{ days: 4 }])
  })

  it('L14: the owner’s need is a reason a person gives, with words (EQP-504, EQP-601, 002 art. 4.3 b)', async () => {
    lent = await anInventory(app.context(), { name: 'L14', units: 1 })
    const { lines } = done(await ask(['2027-04-12', '09:00', '2027-04-20', '10:00']))
    const [line] = lines
    const target = { lineId: line?.id as never, seen: line?.seq ?? 0 }
    const span = { from: at('2027-04-14', '09:00'), until: at('2027-04-16', '17:00') }
    const own = {
      inventoryId: lent.inventoryId,
      unitId: lent.units[0],
      kind: 'owner_use' as const,
      span,
      title: 'Salon',
      responsible: '',
    }
    expect(await reserveUnit(early(), own)).toMatchObject({ refused: 'already_taken' })
    expect(await rejectLine(early(), target, { reasonCode: 'owner_need', reason: ' ' })).toMatchObject({
      refused: 'reason_missing',
    })
    done(await rejectLine(early(), target, { reasonCode: 'owner_need', reason: 'Salon départemental' }))
    done(await reserveUnit(early(), own))
    expect(await rejectLine(early(), target, { reasonCode: 'owner_need', reason: 'Encore' })).toMatchObject({
      refused: 'state_changed',
    })
  })
})

describe('a request keeps others out', () => {
  it('is of an organisation within reach, under its own network', async () => {
    lent = await anInventory(app.context(), { name: 'portée' })
    const dates = ['2027-02-01', '09:00', '2027-02-05', '10:00'] as const
    const network = app.networks.estuaire
    const stranger = on('2027-01-04 10:00', { reach: { kind: 'these', network, organisations: [] } })
    expect(await ask(dates, {}, stranger)).toMatchObject({ refused: 'no_such_thing' })
    const elsewhere = on('2027-01-04 10:00', { reach: { kind: 'all', network: app.networks.baie } })
    expect(await ask(dates, {}, elsewhere)).toMatchObject({ refused: 'no_such_thing' })
  })

  it('L2: thirty at once for one unit: one has it, the others are told what else (EQP-402, EQP-1701)', async () => {
    lent = await anInventory(app.context(), { name: 'L2', units: 1, policy: { seatsPerSlot: 40 } })
    const august = on('2027-08-02 10:00')
    const all = await together(30, () => ask(['2027-09-06', '09:00', '2027-09-13', '10:00'], {}, august))
    const losers = all.filter((one) => isRefusal(one)) as Refused[]
    expect(all.length - losers.length).toBe(1)
    expect(new Set(losers.map(({ refused }) => refused))).toEqual(new Set(['already_taken']))
    expect(losers.every(({ alternatives }) => (alternatives?.length ?? 0) >= 2)).toBe(true)
    expect(await overlaps()).toBe(0)
  })

  it('EQP-1801: sixty at once over three units: three have one each', async () => {
    lent = await anInventory(app.context(), { name: 'soixante', units: 3, policy: { seatsPerSlot: 60 } })
    const all = await together(60, () => ask(['2027-09-06', '09:00', '2027-09-13', '10:00']))
    expect(all.filter((one) => !isRefusal(one))).toHaveLength(3)
    expect(await overlaps()).toBe(0)
  })

  it('L30: the last seat of a slot goes to one, the next is told the nearest (EQP-304)', async () => {
    lent = await anInventory(app.context(), { name: 'L30', units: 9, policy: { seatsPerSlot: 2 } })
    const all = await Promise.all(
      ['10:00', '10:30', '11:00'].map((time) => ask(['2027-09-07', '09:00', '2027-09-10', time])),
    )
    const losers = all.filter((one) => isRefusal(one)) as Refused[]
    expect(losers).toMatchObject([
      { refused: 'slot_unavailable', details: { because: 'full', purpose: 'pickup' } },
    ])
    expect(losers[0]?.details.nearest?.split(' ')).toHaveLength(3)
    const { rows } = await app.database.pool.query(
      `select seat from equipment.slot_booking where desk_id = $1 and purpose = 'pickup' and cancelled_at is null order by 1`,
      [lent.deskId],
    )
    expect(rows).toEqual([{ seat: 1 }, { seat: 2 }])
  })
})
