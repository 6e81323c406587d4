import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { desksById } from '../../data/desks.store.ts'
import {
  type LineReminder,
  noteReminders,
  openLoans,
  proofsOfAll,
  type RemindedLoan,
  type ReturnedLoan,
  untoldOutcomes,
} from '../../data/telling/reminders.store.ts'
import type { Proof } from '../../domain/insurance.ts'
import type { DeskCalendar } from '../../domain/opening.ts'
import {
  insuranceReminders,
  loanReminders,
  outcomeReminders,
  type Reminder,
} from '../../domain/telling/reminders.ts'
import { announce } from './announce.ts'

const DAY = 24 * 3600
/** Two opening days of a desk that seldom opens may be far; an outcome older than that is asked no more. */
const [AHEAD, BEHIND] = [60 * DAY, 45 * DAY]

/**
 * What this morning brings to every loan, wherever its desk: a few statements whatever their number, and each reminder
 * once, also when this runs twice, late or in parallel. Gives how many leave. EQP-1103, EQP-1401, EQP-807.
 */
export async function remindBorrowers(db: Database, now: Instant): Promise<number> {
  const open = await openLoans(db, laterBy(now, AHEAD))
  const returned = await untoldOutcomes(db, laterBy(now, -BEHIND))
  const proofs = await proofsOfAll(db, [...new Set(open.map(({ organisationId }) => organisationId))])
  const desks = await desksById(db, [...new Set([...open, ...returned].map(({ deskId }) => deskId))])
  const at = <Loan extends RemindedLoan | ReturnedLoan>(
    loan: Loan,
    find: (loan: Loan, calendar: DeskCalendar) => readonly Reminder[],
  ): LineReminder[] => {
    const desk = desks.get(loan.deskId)
    return desk
      ? find(loan, desk.calendar).map((one) => ({ ...one, lineId: loan.lineId, seq: loan.seq }))
      : []
  }
  const reminders = [
    ...open.flatMap((one) => at(one, (loan, calendar) => ofLoan(loan, calendar, proofs, now))),
    ...returned.flatMap((one) =>
      at(one, (loan, calendar) => outcomeReminders(loan.returnedAt, calendar, now)),
    ),
  ]
  return inTransaction(db, async (tx) => {
    const due = await noteReminders(tx, reminders, now)
    for (const { kind, lineId, seq, about, facts } of due)
      await announce(tx, { kind, line: { id: lineId, seq }, once: `${kind}:${lineId}:${about}`, facts })
    return due.length
  })
}

function ofLoan(
  loan: RemindedLoan,
  calendar: DeskCalendar,
  proofs: ReadonlyMap<string, readonly Proof[]>,
  now: Instant,
): Reminder[] {
  const own = proofs.get(`${loan.networkId} ${loan.organisationId}`) ?? []
  return [...loanReminders(loan, calendar, now), ...insuranceReminders(loan, own, calendar, now)]
}
