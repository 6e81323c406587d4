import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { findAgreement } from '../../../agreements/index.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { Inventory } from '../../data/inventory.store.ts'
import { announcedLoan } from '../../data/telling/announcements.queries.ts'
import type { LineId } from '../../domain/equipment.ts'
import { lateLoans } from './late-loans.ts'

export interface LateFacts {
  readonly owner: string
  readonly borrower: string
  /** Reference of the agreement; null without one. */
  readonly agreement: string | null
  readonly what: string
  readonly pickupAt: Instant
  readonly dueAt: Instant
  readonly desk: string
  readonly zone: string
  readonly daysLate: number
  readonly remindedOn: readonly Day[]
}

/** What a formal notice about a loan would say today; null when it is not late. EQP-1103. */
export async function noticeFacts(
  context: Context,
  inventory: Inventory,
  line: LineId,
): Promise<LateFacts | null> {
  const { db, reach } = context
  const late = (await lateLoans(context, inventory.id)).find(({ id }) => id === line)
  const loan = late && (await announcedLoan(db, line, 0))
  if (!late || !loan?.pickupAt) return null
  const names = await organisationNames(db, [loan.ownerId, loan.organisationId])
  const agreement = loan.agreementId ? await findAgreement(db, reach, loan.agreementId) : null
  const days = late.sent.filter(({ kind }) => kind.startsWith('late_')).map(({ day }) => day)
  return {
    owner: names.get(loan.ownerId) ?? '',
    borrower: names.get(loan.organisationId) ?? '',
    agreement: agreement?.reference ?? null,
    what: loan.stillOut.length > 0 ? loan.stillOut.join(', ') : late.name,
    pickupAt: loan.pickupAt,
    dueAt: late.dueAt,
    desk: loan.deskName,
    zone: late.zone,
    daysLate: late.daysLate,
    remindedOn: [...new Set(days)],
  }
}
