import { laterBy } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, PersonId } from '../../../../platform/session/actor.ts'
import { addConsent, withdrawConsents } from '../../data/support/support.store.ts'

/** Lets support in, in this network, for so many hours; what was agreed before is replaced, open visits included. */
export function giveSupportConsent(
  context: Context,
  { personId, membershipId }: Member,
  { hours, mayWrite }: { hours: number; mayWrite: boolean },
): Promise<void> {
  const { now } = context
  return inTransaction(context.db, async (tx) => {
    const of = { person: personId, network: context.network.id }
    await withdrawConsents(tx, of, now)
    const untilAt = laterBy(now, hours * 3600)
    const consent = await addConsent(tx, of, { mayWrite, givenAt: now, untilAt })
    await writeJournal(tx, context, 'support-consent.given', membershipId, {
      consent,
      until: untilAt,
      mayWrite,
    })
  })
}

/** Takes the consent back; a visit that rests on it ends at once. */
export function withdrawSupportConsent(
  context: Context,
  person: PersonId,
): Promise<Refusal<'nothing-to-withdraw'> | undefined> {
  return inTransaction(context.db, async (tx) => {
    const withdrawn = await withdrawConsents(tx, { person, network: context.network.id }, context.now)
    if (withdrawn.length === 0) return refuse('nothing-to-withdraw')
    await writeJournal(tx, context, 'support-consent.withdrawn', person, { consents: withdrawn })
    return undefined
  })
}
