import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/context.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { openOffer } from '../data/borrowing/waitlist.store.ts'
import { findLine, type Line } from '../data/lines.store.ts'
import { equipmentPersonalData } from '../data/personal-data.ts'
import { aBorrower, anInventory, at, aWish, type Borrower, done, type Lent } from '../testing.ts'
import { requestLoan, saveLoanDraft } from '../use-cases/borrowing/request-loan.ts'
import { joinWaitingList } from '../use-cases/borrowing/waiting-list.ts'
import { approveLine } from '../use-cases/deciding/decide-line.ts'
import { freeLapsed } from './free-lapsed.ts'

const app = useApp({ today: '2027-01-04' as never })
let borrower: Borrower
let lent: Lent

const first = (lines: readonly Line[]) => done(lines[0] ?? null)
const target = (line: Line) => ({ lineId: line.id, seen: line.seq })
const wish = (pickup: string, back: string) => aWish(lent, borrower, at(pickup, '09:00'), at(back, '10:00'))
const stateOf = async (line: Line) =>
  done(await findLine(app.services.db, app.context().reach, line.id)).state

beforeAll(async () => {
  borrower = await aBorrower(app.context())
  lent = await anInventory(app.context(), { units: 1 })
})

describe('what time has ended', () => {
  it('is freed, then offered to who waits; a second run changes nothing (EQP-405.3, EQP-1202, EQP-1704)', async () => {
    const asked = first(done(await requestLoan(app.context(), wish('2027-02-01', '2027-02-05'))).lines)
    const dates = wish('2027-02-02', '2027-02-04')
    const draft = first(done(await saveLoanDraft(app.context(), dates)).lines)
    const wait = { pickupAt: dates.pickupAt, returnAt: dates.returnAt, flexibleDays: 0, priority: 1 }
    done(await joinWaitingList(app.context(), target(draft), wait))
    await freeLapsed.work(app.services, {} as never)
    expect(await stateOf(asked)).toBe('submitted')
    expect(await openOffer(app.services.db, draft.id)).toBeNull()
    app.moveTo('2027-01-12')
    await freeLapsed.work(app.services, {} as never)
    await freeLapsed.work(app.services, {} as never)
    expect(await stateOf(asked)).toBe('expired')
    expect(await openOffer(app.services.db, draft.id)).toMatchObject({ unitId: lent.units[0] })
    const { rows } = await app.database.pool.query(
      'select act from equipment.loan_event where line_id = $1 order by seq',
      [asked.id],
    )
    expect(rows.map(({ act }) => act)).toEqual(['drafted', 'submitted', 'expired'])
  })
})

describe('who waited for days that have passed', () => {
  it('leaves the list, once, and what was waited for stays written (EQP-1203)', async () => {
    app.moveTo('2027-01-12')
    done(await requestLoan(app.context(), wish('2027-04-05', '2027-04-09')))
    const dates = wish('2027-04-06', '2027-04-08')
    const draft = first(done(await saveLoanDraft(app.context(), dates)).lines)
    const wait = { pickupAt: dates.pickupAt, returnAt: dates.returnAt, flexibleDays: 1, priority: 1 }
    done(await joinWaitingList(app.context(), target(draft), wait))
    const left = async () => {
      const { rows } = await app.database.pool.query(
        'select left_because, left_at from equipment.waitlist_entry where line_id = $1',
        [draft.id],
      )
      return rows
    }
    // Somebody else has it by then, for long.
    await app.database.pool.query("update equipment.unit set lifecycle = 'in_repair' where id = $1", [
      lent.units[0],
    ])
    app.moveTo('2027-04-06')
    await freeLapsed.work(app.services, {} as never)
    expect(await left()).toMatchObject([{ left_because: null }])
    app.moveTo('2027-04-08')
    await freeLapsed.work(app.services, {} as never)
    const [once] = await left()
    expect(once.left_because).toBe('past')
    await freeLapsed.work(app.services, {} as never)
    expect(await left()).toEqual([once])
    await app.database.pool.query("update equipment.unit set lifecycle = 'in_service' where id = $1", [
      lent.units[0],
    ])
    app.moveTo('2027-01-12')
  })
})

describe('what a person finds of themselves', () => {
  it('their requests and their acts, and an erasure keeps the story of the loan', async () => {
    const personId: PersonId = newId()
    const actor = { kind: 'member', personId, organisations: [] } as unknown as Context['actor']
    const context = app.context({ actor })
    const line = first(done(await requestLoan(context, wish('2027-03-01', '2027-03-05'))).lines)
    done(await approveLine(context, target(line)))
    const subject = { id: personId, email: 'essai@example.fr' }
    const sections = await equipmentPersonalData.read(app.services.db, subject, null)
    const filled = sections.filter(({ rows }) => rows.length > 0).map(({ key }) => key)
    expect(filled).toEqual(['demandes-de-pret', 'actes-de-pret', 'reservations-materiel'])
    expect((await equipmentPersonalData.preview(app.services.db, subject)).kept[0]?.what).toContain('(3)')
    await equipmentPersonalData.erase(app.services.db, subject, context.now)
    expect(await stateOf(line)).toBe('approved')
  })
})
