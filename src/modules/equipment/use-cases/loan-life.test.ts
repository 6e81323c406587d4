import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { findDesk } from '../data/desks.store.ts'
import { findInventory, policyOn } from '../data/inventory.store.ts'
import { findLine, type Line } from '../data/lines.store.ts'
import { readStock } from '../data/stock.queries.ts'
import { TRANSITIONS } from '../domain/line.ts'
import { rulesFrom } from '../domain/rules.ts'
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
} from '../testing.ts'
import { answerDisplacement } from './borrowing/answer-displacement.ts'
import { askExtension, decideExtension } from './borrowing/extend-loan.ts'
import { requestLoan, saveLoanDraft } from './borrowing/request-loan.ts'
import { acceptOffer, declineOffer, joinWaitingList, offerUnit } from './borrowing/waiting-list.ts'
import { approveLine, withdrawLine } from './deciding/decide-line.ts'
import { handOver, prepareLine } from './desk/hand-over.ts'
import { inspectLine, takeBack } from './desk/take-back.ts'
import type { Refused } from './lending-refusal.ts'
import { displaceLine } from './moving/displace-line.ts'
import { releaseLapsed } from './moving/release-lapsed.ts'

const app = useApp()
let borrower: Borrower
let second: Borrower

const on = (moment: string, change: Partial<Context> = {}) =>
  app.context({ today: day(moment.slice(0, 10)), now: at(moment.slice(0, 10), moment.slice(11)), ...change })
const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const targetOf = (line: Pick<Line, 'id' | 'seq'>) => ({ lineId: line.id, seen: line.seq })
const fresh = async (line: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, line.id))
const stored = (moment: string) => local(moment).replace('Z', '.000Z')

async function loan(
  lent: Lent,
  [pickup, back]: readonly [string, string],
  { now = '2027-01-04 10:00', unit = 0, to = borrower, derogation = false } = {},
): Promise<Line> {
  const wanted = [{ modelId: lent.model, unitId: lent.units[unit] ?? null, count: 1 }]
  const wish = aWish(lent, to, local(pickup), local(back), { wanted, asksDerogation: derogation })
  const { lines } = done(await requestLoan(on(now), wish))
  return done(await approveLine(on(now), targetOf(done(lines[0] ?? null)), { reason: 'Accordé' }))
}

async function outSince(lent: Lent, dates: readonly [string, string], more: Parameters<typeof loan>[2] = {}) {
  const line = await loan(lent, dates, more)
  const prepared = done(await prepareLine(on(dates[0]), targetOf(line)))
  return done(await handOver(on(dates[0]), targetOf(prepared), { withoutReport: 'Signé sur papier' }))
}

async function occupancies(lent: Lent) {
  const { rows } = await app.database.pool.query(
    `select u.asset_number as unit, o.kind, o.status, lower(o.period) as starts, upper(o.period) as ends
      from equipment.occupancy o join equipment.unit u on u.id = o.unit_id
      where u.inventory_id = $1 and o.status <> 'released' order by lower(o.period), 1`,
    [lent.inventoryId],
  )
  return rows
}

async function frameFor(lent: Lent) {
  const reach = app.context().reach
  const inventory = done(await findInventory(app.services.db, reach, lent.inventoryId))
  const desk = done(await findDesk(app.services.db, lent.inventoryId, lent.deskId))
  const policy = await policyOn(app.services.db, lent.inventoryId, day('2027-01-04'))
  return { inventory, desk, rules: rulesFrom({}, policy) }
}

beforeAll(async () => {
  borrower = await aBorrower(app.context())
  second = await aBorrower(app.context(), { partner: 'Commune de Valmer' })
})

describe('the table of transitions', () => {
  it('is the same in the code and in the database (EQP-503)', async () => {
    const { rows } = await app.database.pool.query(
      'select from_state, to_state from equipment.line_transition where from_state <> to_state',
    )
    const inCode = Object.entries(TRANSITIONS).flatMap(([from, all]) => all.map((to) => `${from} ${to}`))
    expect(rows.map(({ from_state, to_state }) => `${from_state} ${to_state}`).sort()).toEqual(inCode.sort())
  })

  it('is held by the database against any program (EQP-503, EQP-1504)', async () => {
    const lent = await anInventory(app.context(), { name: 'transitions' })
    const line = await loan(lent, ['2027-02-01 09:00', '2027-02-05 10:00'])
    const insert = (seq: number, from: string, to: string) =>
      app.database.pool.query(
        `insert into equipment.loan_event (id, line_id, seq, act, from_state, to_state, occurred_at, recorded_at)
        values (gen_random_uuid(), $1, $2, 'forced', $3, $4, now(), now())`,
        [line.id, seq, from, to],
      )
    await expect(insert(line.seq + 1, 'approved', 'closed')).rejects.toThrow('transition_is_allowed')
    await expect(insert(line.seq + 1, 'prepared', 'out')).rejects.toThrow('state_follows_the_last_one')
    await expect(insert(line.seq, 'submitted', 'approved')).rejects.toThrow('one_event_per_seq')
    await expect(app.database.pool.query('delete from equipment.loan_event')).rejects.toThrow('append_only')
  })
})

describe('a loan does it', () => {
  it('leaves, comes back early, and its unit is free after the turnaround (EQP-404, EQP-405.4, EQP-808)', async () => {
    const lent = await anInventory(app.context(), { name: 'vie', units: 1 })
    const out = await outSince(lent, ['2027-02-01 09:00', '2027-02-12 10:00'])
    expect(await occupancies(lent)).toMatchObject([{ status: 'out' }])
    const back = done(await takeBack(on('2027-02-04 10:00'), targetOf(out), { units: lent.units }))
    expect(back.state).toBe('returned')
    expect(await occupancies(lent)).toMatchObject([{ status: 'done', ends: stored('2027-02-04 10:00') }])
    await loan(lent, ['2027-02-05 09:00', '2027-02-08 10:00'], { now: '2027-02-04 10:30' })
    expect(done(await inspectLine(on('2027-02-04 11:00'), targetOf(back))).state).toBe('inspected')
  })

  it('L10: an extension granted moves the end and keeps the first due date (EQP-703, EQP-704)', async () => {
    const lent = await anInventory(app.context(), { name: 'L10', units: 1 })
    const out = await outSince(lent, ['2027-03-01 09:00', '2027-03-15 10:00'])
    const until = { untilAt: local('2027-03-24 10:00'), reason: 'Atelier reporté' }
    const asked = done(await askExtension(on('2027-03-12 10:00'), targetOf(out), until))
    expect(await askExtension(on('2027-03-12 10:05'), targetOf(asked), until)).toMatchObject({
      refused: 'state_changed',
    })
    const granted = done(
      await decideExtension(on('2027-03-12 11:00'), targetOf(asked), { isGranted: true, reason: '' }),
    )
    expect(await fresh(granted)).toMatchObject({
      state: 'out',
      days: 24,
      returnAt: stored('2027-03-24 10:00'),
    })
    const { rows } = await app.database.pool.query(
      'select kind, due_at from equipment.due_date where line_id = $1 order by recorded_at',
      [out.id],
    )
    expect(rows).toEqual([
      { kind: 'original', due_at: stored('2027-03-15 10:00') },
      { kind: 'extension', due_at: stored('2027-03-24 10:00') },
    ])
  })

  it('L15: the owner displaces an approved loan in one act, the loan is split around its dates (EQP-602, EQP-603)', async () => {
    const lent = await anInventory(app.context(), { name: 'L15', units: 1 })
    const line = await loan(lent, ['2027-04-12 09:00', '2027-04-20 10:00'])
    const span = { from: local('2027-04-14 00:00'), until: local('2027-04-17 00:00') }
    const need = { span, title: 'Salon', responsible: '', reason: 'Salon départemental' }
    const displaced = done(await displaceLine(on('2027-04-05 10:00'), targetOf(line), need))
    expect(displaced.state).toBe('displaced')
    const { rows } = await app.database.pool.query(
      'select proposal, notice_days from equipment.displacement where line_id = $1',
      [line.id],
    )
    expect(rows).toMatchObject([{ proposal: 'split', notice_days: 5 }])
    const parts = [
      { from: local('2027-04-12 09:00'), until: local('2027-04-13 16:30') },
      { from: local('2027-04-19 09:00'), until: local('2027-04-20 10:00') },
    ] as const
    done(await answerDisplacement(on('2027-04-06 10:00'), targetOf(displaced), { kind: 'split', parts }))
    expect(await occupancies(lent)).toMatchObject([
      { kind: 'loan', status: 'firm', ends: stored('2027-04-13 16:30') },
      { kind: 'owner_use' },
      { kind: 'loan', status: 'firm', starts: stored('2027-04-19 09:00') },
    ])
  })

  it('proposes a unit of the same model first, and holds it until the answer (EQP-602, EQP-603)', async () => {
    const lent = await anInventory(app.context(), { name: 'substitut' })
    const line = await loan(lent, ['2027-04-12 09:00', '2027-04-20 10:00'])
    const span = { from: local('2027-04-14 00:00'), until: local('2027-04-17 00:00') }
    const need = { span, title: 'Salon', responsible: '', reason: 'Salon départemental' }
    const displaced = done(await displaceLine(on('2027-04-05 10:00'), targetOf(line), need))
    expect(await occupancies(lent)).toMatchObject([
      { unit: 'VR-2', status: 'hold' },
      { unit: 'VR-1', kind: 'owner_use' },
    ])
    const kept = done(
      await answerDisplacement(on('2027-04-06 10:00'), targetOf(displaced), { kind: 'accept' }),
    )
    expect(await fresh(kept)).toMatchObject({ state: 'approved', unitId: lent.units[1] })
  })

  it('L26: the freed unit is offered to the first alone, then to the next (EQP-1201, EQP-1202)', async () => {
    const lent = await anInventory(app.context(), { name: 'L26', units: 1 })
    const line = await loan(lent, ['2027-09-06 09:00', '2027-09-17 10:00'], { now: '2027-08-30 10:00' })
    const waiting = async (to: Borrower, now: string) => {
      const wish = aWish(lent, to, local('2027-09-10 09:00'), local('2027-09-14 10:00'))
      const { lines } = done(await saveLoanDraft(on(now), wish))
      const entry = { pickupAt: wish.pickupAt, returnAt: wish.returnAt, flexibleDays: 0, priority: 1 }
      return done(await joinWaitingList(on(now), targetOf(done(lines[0] ?? null)), entry))
    }
    const first = await waiting(borrower, '2027-09-01 10:00')
    const next = await waiting(second, '2027-09-02 10:00')
    const frame = await frameFor(lent)
    const offered = (now: string) => offerUnit(on(now), frame, { unitId: lent.units[0], modelId: lent.model })
    expect(await offered('2027-09-06 10:00')).toBeNull()
    // L25: nobody came on Monday at nine; Tuesday at the closing, it is nobody's any more.
    expect((await fresh(line)).state).toBe('approved')
    expect(await offered('2027-09-07 17:01')).toMatchObject({
      lineId: first.id,
      expiresAt: stored('2027-09-08 17:00'),
    })
    expect((await fresh(line)).state).toBe('no_show')
    expect(await offered('2027-09-07 17:02')).toBeNull()
    const wish = aWish(lent, second, local('2027-09-13 09:00'), local('2027-09-14 09:00'))
    expect(await requestLoan(on('2027-09-08 09:00'), wish)).toMatchObject({ refused: 'already_taken' })
    done(await declineOffer(on('2027-09-08 10:00'), targetOf(first)))
    expect(await offered('2027-09-08 10:01')).toMatchObject({ lineId: next.id })
    const taken = done(await acceptOffer(on('2027-09-08 11:00'), targetOf(next)))
    expect(await fresh(taken)).toMatchObject({ state: 'submitted', unitId: lent.units[0], days: 5 })
  })

  it('L25: within the grace, whoever comes late still leaves with it (EQP-1204)', async () => {
    const lent = await anInventory(app.context(), { name: 'L25', units: 1 })
    const line = await loan(lent, ['2027-09-06 09:00', '2027-09-10 10:00'], { now: '2027-08-30 10:00' })
    const prepared = done(await prepareLine(on('2027-09-07 10:50'), targetOf(line)))
    const out = await handOver(on('2027-09-07 11:00'), targetOf(prepared), { withoutReport: 'Papier' })
    expect(out).toMatchObject({ state: 'out' })
  })

  it('L17: what is not back stays in the borrower’s hands, alone (EQP-105, EQP-808)', async () => {
    const lent = await anInventory(app.context(), { name: 'L17', units: 0 })
    const kitModel = await aModel(app.context(), lent.inventoryId, 'Malle radio')
    const kit = await aUnit(app.context(), { ...lent, model: kitModel }, 'KIT-RADIO', { isKit: true })
    const mixer = await aUnit(app.context(), lent, 'MIXER-1', { kitId: kit, isCritical: true })
    const radio: Lent = { ...lent, model: kitModel, units: [kit] }
    const out = await outSince(radio, ['2027-06-07 09:00', '2027-06-14 10:00'])
    const part = done(await takeBack(on('2027-06-14 10:00'), targetOf(out), { units: [kit] }))
    expect(part.state).toBe('partially_returned')
    const { rows } = await app.database.pool.query(
      'select unit_id from equipment.custody where line_id = $1 and back_at is null',
      [out.id],
    )
    expect(rows).toEqual([{ unit_id: mixer }])
    // Without a part that matters, the kit takes nothing.
    const wish = aWish(radio, second, local('2027-06-21 09:00'), local('2027-06-25 10:00'))
    expect(await requestLoan(on('2027-06-15 10:00'), wish)).toMatchObject({
      details: { because: 'out_of_service' },
    })
    expect(done(await takeBack(on('2027-06-15 10:00'), targetOf(part), { units: [mixer] })).state).toBe(
      'returned',
    )
    done(await requestLoan(on('2027-06-15 10:30'), wish))
  })
})

describe('a loan explains why not', () => {
  it('L8: a unit kept past its due day takes nothing new (EQP-1102)', async () => {
    const lent = await anInventory(app.context(), { name: 'L8', units: 1 })
    await outSince(lent, ['2027-05-03 09:00', '2027-05-10 10:00'])
    const wish = aWish(lent, second, local('2027-05-18 09:00'), local('2027-05-21 10:00'))
    const stock = await readStock(app.services.db, lent.inventoryId, {
      models: null,
      from: local('2027-05-01 00:00'),
      until: local('2027-06-01 00:00'),
      now: local('2027-05-10 16:00'),
      riskHorizonDays: 30,
    })
    expect(stock.units).toMatchObject([{ lateUntil: null }])
    expect(await requestLoan(on('2027-05-11 10:00'), wish)).toMatchObject({
      refused: 'already_taken',
      details: { unit: 'VR-1', because: 'late' },
    })
  })

  it('L11: what follows stops an extension at the decision, and says until when (EQP-703)', async () => {
    const lent = await anInventory(app.context(), { name: 'L11' })
    const out = await outSince(lent, ['2027-03-01 09:00', '2027-03-15 10:00'])
    const until = { untilAt: local('2027-03-24 10:00'), reason: 'Atelier reporté' }
    const asked = done(await askExtension(on('2027-03-12 10:00'), targetOf(out), until))
    await loan(lent, ['2027-03-22 09:00', '2027-03-26 10:00'], { now: '2027-03-12 10:30', to: second })
    const answer = await decideExtension(on('2027-03-12 11:00'), targetOf(asked), {
      isGranted: true,
      reason: '',
    })
    expect(answer).toMatchObject({ refused: 'already_taken', details: { until: stored('2027-03-19 16:30') } })
    expect(await fresh(out)).toMatchObject({ returnAt: stored('2027-03-15 10:00'), state: 'out' })
    const { rows } = await app.database.pool.query(
      'select answer from equipment.extension_request where line_id = $1',
      [out.id],
    )
    expect(rows).toEqual([{ answer: null }])
  })

  it('L12: forty days need the head’s reasons (EQP-701, EQP-704)', async () => {
    const lent = await anInventory(app.context(), { name: 'L12', units: 1 })
    const out = await outSince(lent, ['2027-03-01 09:00', '2027-03-15 10:00'])
    const until = { untilAt: local('2027-04-09 10:00'), reason: 'Résidence' }
    const asked = done(await askExtension(on('2027-03-12 10:00'), targetOf(out), until))
    const decide = (reason: string) =>
      decideExtension(on('2027-03-12 11:00'), targetOf(asked), { isGranted: true, reason })
    expect(await decide('')).toMatchObject({ refused: 'reason_missing' })
    expect(await fresh(done(await decide('Projet soutenu')))).toMatchObject({ days: 40 })
  })

  it('L15: never once it is out, never without the notice (EQP-602)', async () => {
    const lent = await anInventory(app.context(), { name: 'préavis', units: 1 })
    const line = await loan(lent, ['2027-04-12 09:00', '2027-04-20 10:00'])
    const span = { from: local('2027-04-14 00:00'), until: local('2027-04-17 00:00') }
    const need = { span, title: 'Salon', responsible: '', reason: 'Salon départemental' }
    expect(await displaceLine(on('2027-04-08 10:00'), targetOf(line), need)).toMatchObject({
      refused: 'notice_too_short',
    })
    const prepared = done(await prepareLine(on('2027-04-12 09:00'), targetOf(line)))
    const out = done(await handOver(on('2027-04-12 09:10'), targetOf(prepared), { withoutReport: 'Papier' }))
    expect(await displaceLine(on('2027-04-13 10:00'), targetOf(out), need)).toMatchObject({
      refused: 'already_out',
    })
  })

  it('L21: the hand-over waits for a proof that covers the whole loan (EQP-807, 002 art. 4.1)', async () => {
    const lent = await anInventory(app.context(), { name: 'L21', units: 1 })
    const partner = 'Association du Bocage'
    const to = await aBorrower(app.context(), { partner, insuredUntil: '2027-03-17' })
    const line = await loan(lent, ['2027-03-08 09:00', '2027-03-30 10:00'], { to })
    const { rows } = await app.database.pool.query(
      `select details from equipment.loan_event where line_id = $1 and to_state = 'approved'`,
      [line.id],
    )
    expect(rows).toMatchObject([{ details: { conditions: ['insurance'] } }])
    const prepared = done(await prepareLine(on('2027-03-08 09:00'), targetOf(line)))
    expect(
      await handOver(on('2027-03-08 09:10'), targetOf(prepared), { withoutReport: 'Papier' }),
    ).toMatchObject({ refused: 'insurance_missing', details: { from: '2027-03-18', lastDay: '2027-03-30' } })
  })

  it('asks for the signed state of things, unless the manager says why (EQP-804, 002 art. 4.3 d)', async () => {
    const lent = await anInventory(app.context(), { name: 'état', units: 1 })
    const line = await loan(lent, ['2027-02-01 09:00', '2027-02-05 10:00'])
    const prepared = done(await prepareLine(on('2027-02-01 09:00'), targetOf(line)))
    expect(await handOver(on('2027-02-01 09:10'), targetOf(prepared))).toMatchObject({
      refused: 'reason_missing',
      details: { report: 'out' },
    })
  })

  it('a silent manager lets the request expire, twice or late without a difference (EQP-502, EQP-1704)', async () => {
    const lent = await anInventory(app.context(), { name: 'silence', units: 1 })
    const wish = aWish(lent, borrower, local('2027-02-01 09:00'), local('2027-02-05 10:00'))
    const { lines } = done(await requestLoan(on('2027-01-04 10:00'), wish))
    const late = on('2027-01-11 17:00')
    expect(await releaseLapsed(app.services.db, late, lent.units)).toBe(1)
    expect(await releaseLapsed(app.services.db, late, lent.units)).toBe(0)
    const [line] = lines
    expect(await fresh(done(line ?? null))).toMatchObject({ state: 'expired' })
    expect(await occupancies(lent)).toEqual([])
  })
})

describe('a loan keeps others out', () => {
  it('L28: a double click hands it over once (EQP-1701)', async () => {
    const lent = await anInventory(app.context(), { name: 'L28', units: 1 })
    const line = await loan(lent, ['2027-02-01 09:00', '2027-02-05 10:00'])
    const prepared = done(await prepareLine(on('2027-02-01 09:00'), targetOf(line)))
    const twice = await Promise.all(
      [1, 2].map(() => handOver(on('2027-02-01 09:10'), targetOf(prepared), { withoutReport: 'Papier' })),
    )
    expect(twice.filter((one) => isRefusal(one))).toMatchObject([
      { refused: 'state_changed', details: { state: 'out' } },
    ])
    const { rows } = await app.database.pool.query('select id from equipment.custody where line_id = $1', [
      line.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('a displacement and a pickup at the same instant: one of them, whole (EQP-604)', async () => {
    for (let round = 0; round < 4; round += 1) {
      const lent = await anInventory(app.context(), {
        name: `course ${round}`,
        policy: { displacementNotice: 0 },
      })
      const line = await loan(lent, ['2027-02-01 09:00', '2027-02-05 10:00'])
      const prepared = done(await prepareLine(on('2027-02-01 09:00'), targetOf(line)))
      const span = { from: local('2027-02-02 09:00'), until: local('2027-02-03 09:00') }
      const need = { span, title: 'Salon', responsible: '', reason: 'Salon départemental' }
      const target = targetOf(prepared)
      const [left, moved] = await Promise.all([
        handOver(on('2027-02-01 09:10'), target, { withoutReport: 'Papier' }),
        displaceLine(on('2027-02-01 09:10'), target, need),
      ])
      expect([left, moved].filter((one) => isRefusal(one))).toMatchObject([{ refused: 'state_changed' }])
      const kinds = (await occupancies(lent)).map(({ kind, status }) => `${kind} ${status}`)
      expect(kinds).toEqual(isRefusal(left) ? ['loan hold', 'owner_use firm'] : ['loan out'])
    }
  })

  it('an offer accepted twice at once is accepted once (EQP-1202, EQP-1701)', async () => {
    const lent = await anInventory(app.context(), { name: 'offre', units: 1 })
    const wish = aWish(lent, borrower, local('2027-02-01 09:00'), local('2027-02-05 10:00'))
    const { lines } = done(await saveLoanDraft(on('2027-01-04 10:00'), wish))
    const entry = { pickupAt: wish.pickupAt, returnAt: wish.returnAt, flexibleDays: 0, priority: 1 }
    const line = done(await joinWaitingList(on('2027-01-04 10:00'), targetOf(done(lines[0] ?? null)), entry))
    const frame = await frameFor(lent)
    const offers = await Promise.all(
      [1, 2].map(() =>
        offerUnit(on('2027-01-05 10:00'), frame, { unitId: lent.units[0], modelId: lent.model }),
      ),
    )
    expect(offers.filter((one) => one !== null)).toHaveLength(1)
    const answers = await Promise.all([1, 2].map(() => acceptOffer(on('2027-01-05 11:00'), targetOf(line))))
    const refused = answers.filter((one) => isRefusal(one)) as Refused[]
    expect(refused).toHaveLength(1)
    expect(await occupancies(lent)).toHaveLength(1)
  })

  it('an extension and the next loan at once: one of them (EQP-703)', async () => {
    const lent = await anInventory(app.context(), { name: 'suite', units: 1 })
    const out = await outSince(lent, ['2027-03-01 09:00', '2027-03-15 10:00'])
    const until = { untilAt: local('2027-03-24 10:00'), reason: 'Atelier reporté' }
    const asked = done(await askExtension(on('2027-03-12 10:00'), targetOf(out), until))
    const wish = aWish(lent, second, local('2027-03-22 09:00'), local('2027-03-26 10:00'))
    const both = await Promise.all([
      decideExtension(on('2027-03-12 11:00'), targetOf(asked), { isGranted: true, reason: '' }),
      requestLoan(on('2027-03-12 11:00'), wish),
    ])
    expect(both.filter((one) => isRefusal(one))).toMatchObject([{ refused: 'already_taken' }])
  })

  it('a partner acts on its own loans alone, and nobody decides for themselves (EQP-1501)', async () => {
    const lent = await anInventory(app.context(), { name: 'portée' })
    const line = await loan(lent, ['2027-02-01 09:00', '2027-02-05 10:00'])
    const network = app.networks.estuaire
    const reach = { kind: 'these' as const, network, organisations: [second.organisationId] }
    expect(await withdrawLine(on('2027-01-05 10:00', { reach }), targetOf(line))).toMatchObject({
      refused: 'no_such_thing',
    })
    const own = { ...reach, organisations: [borrower.organisationId] }
    expect(await withdrawLine(on('2027-01-05 10:00', { reach: own }), targetOf(line))).toMatchObject({
      state: 'withdrawn',
    })
  })
})
