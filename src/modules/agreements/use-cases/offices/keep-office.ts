import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addOffice, endOffice, type NewOffice, officesOf } from '../../data/offices.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { actForParty, type PartyRefusal } from './hold-agreement.ts'

export interface OfficeToKeep extends NewOffice {
  /** Whose place they take: that office ends on the eve. A representative takes the place of the one before. */
  replaces: Id<'office'> | null
}

export type OfficeRefusal =
  | PartyRefusal
  | 'no-such-office'
  | 'already-in-office'
  | 'one-representative'
  | 'begins-before-the-former'
  | 'ends-before-it-begins'
  | 'already-ended'

/** Somebody comes into office from a day on; nobody's line is written over. AGR-15. */
export async function keepOffice(
  context: Context,
  id: AgreementId,
  { replaces, ...office }: OfficeToKeep,
): Promise<Id<'office'> | Refusal<OfficeRefusal>> {
  try {
    return await actForParty<Id<'office'> | Refusal<OfficeRefusal>>(context, id, office.party, async (tx) => {
      const former = await formerOf(tx, id, office, replaces)
      if (former === 'unknown') return refuse('no-such-office')
      if (former && former.from >= office.from)
        return refuse('begins-before-the-former', { day: former.from })
      const by = recordedBy(context)
      if (former) await endOffice(tx, id, former.id, office.from, by)
      const kept = await addOffice(tx, id, office, by)
      const { party, office: kind, from } = office
      await writeJournal(tx, context, 'office.recorded', id, {
        ...{ party, kind, from, office: kept },
        ...(former && { replaces: former.id }),
      })
      return kept
    })
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'nobody_holds_an_office_twice') return refuse('already-in-office')
    if (constraint === 'one_representative_at_a_time') return refuse('one-representative')
    throw error
  }
}

async function formerOf(
  tx: Database,
  id: AgreementId,
  { party, office }: Pick<NewOffice, 'party' | 'office'>,
  replaces: Id<'office'> | null,
) {
  const open = (await officesOf(tx, id)).filter(
    (holder) => holder.party === party && holder.office === office && holder.until === null,
  )
  if (replaces) return open.find((holder) => holder.id === replaces) ?? 'unknown'
  return office === 'representative' ? (open[0] ?? null) : null
}

/** The last day of somebody in office. Their line stays, with its dates. */
export async function closeOffice(
  context: Context,
  id: AgreementId,
  office: Id<'office'>,
  lastDay: Day,
): Promise<Id<'office'> | Refusal<OfficeRefusal>> {
  const holder = (await officesOf(context.db, id)).find((one) => one.id === office)
  if (!holder) return refuse('no-such-office')
  const until = addDays(lastDay, 1)
  if (until <= holder.from) return refuse('ends-before-it-begins', { day: holder.from })
  return actForParty<Id<'office'> | Refusal<OfficeRefusal>>(context, id, holder.party, async (tx) => {
    const isEnded = await endOffice(tx, id, office, until, recordedBy(context))
    if (!isEnded) return refuse('already-ended')
    await writeJournal(tx, context, 'office.ended', id, { office, party: holder.party, until })
    return office
  })
}
