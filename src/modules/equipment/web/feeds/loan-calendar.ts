import { calendarOf, type TimedEvent } from '../../../../platform/calendar.ts'
import type { FollowedLoan } from '../../data/borrowing/appointments-feed.queries.ts'
import { borrowingPaths } from '../borrowing/borrowing.paths.ts'
import { LINE_STATE_WORDS } from '../line-wording.ts'
import { managingPaths } from '../managing/managing.paths.ts'

interface LoanCalendar {
  name: string
  /** Where the network answers, with its scheme. */
  address: string
  loans: readonly (FollowedLoan & { borrower: string })[]
  /** Those who lend are told who borrows; a borrower knows. No person is named. */
  isForLender: boolean
}

/** The text of a feed: for each loan, its pickup and its return. EQP-1403. */
export function loanCalendar({ name, address, loans, isForLender }: LoanCalendar): string {
  return calendarOf(
    name,
    loans.flatMap((loan) => {
      const who = isForLender ? `, ${loan.borrower}` : ''
      const common = {
        sequence: loan.sequence,
        changedAt: loan.changedAt,
        zone: loan.zone,
        location: [loan.desk, loan.location].filter(Boolean).join(', '),
        description: `${loan.model}, ${loan.unit}. Où en est le prêt : ${LINE_STATE_WORDS[loan.state]}.`,
        url: isForLender
          ? managingPaths.line(address, loan.inventoryId, loan.id)
          : borrowingPaths.line(address, loan.id),
        isCancelled: loan.isCancelled,
      }
      const event = (
        act: string,
        word: string,
        startsAt: TimedEvent['startsAt'],
        endsAt: TimedEvent['endsAt'],
      ) => ({
        ...common,
        uid: `pret-${loan.id}-${act}@maillage`,
        summary: `${word} : ${loan.unit}${who}`,
        startsAt,
        endsAt,
      })
      return [
        event('retrait', 'Retrait', loan.pickupAt, loan.pickupEndsAt),
        event('retour', 'Retour', loan.returnAt, loan.returnEndsAt),
      ]
    }),
  )
}
