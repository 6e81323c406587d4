import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addLinkedOffice, endLinkedOffice, linkedOfficesOf } from '../../data/offices.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import type { LinkedOffice } from '../../domain/offices.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { actForParty, type PartyRefusal } from './hold-agreement.ts'

export type LinkRefusal = PartyRefusal | 'no-such-link' | 'ends-before-it-begins' | 'already-ended'

/** A party says that somebody of its own also holds an office in another body of the agreement. AGR-15. */
export function declareLink(
  context: Context,
  id: AgreementId,
  link: Omit<LinkedOffice, 'id' | 'until'>,
): Promise<Id<'linked-office'> | Refusal<LinkRefusal>> {
  return actForParty<Id<'linked-office'> | Refusal<LinkRefusal>>(context, id, link.party, async (tx) => {
    const kept = await addLinkedOffice(tx, id, link, recordedBy(context))
    await writeJournal(tx, context, 'linked-office.declared', id, { party: link.party, link: kept })
    return kept
  })
}

/** It holds no more after that day; the line stays. */
export async function closeLink(
  context: Context,
  id: AgreementId,
  asked: Id<'linked-office'>,
  lastDay: Day,
): Promise<Id<'linked-office'> | Refusal<LinkRefusal>> {
  const link = (await linkedOfficesOf(context.db, id)).find((one) => one.id === asked)
  if (!link) return refuse('no-such-link')
  const until = addDays(lastDay, 1)
  if (until <= link.from) return refuse('ends-before-it-begins', { day: link.from })
  return actForParty<Id<'linked-office'> | Refusal<LinkRefusal>>(context, id, link.party, async (tx) => {
    const isEnded = await endLinkedOffice(tx, id, asked, until, recordedBy(context))
    if (!isEnded) return refuse('already-ended')
    await writeJournal(tx, context, 'linked-office.ended', id, { party: link.party, link: asked, until })
    return asked
  })
}
