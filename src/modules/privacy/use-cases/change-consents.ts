import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { choicesOf, lockConsents, recordConsent, withdrawConsent } from '../data/consents.store.ts'
import {
  type Audience,
  type Choices,
  CONSENT_FIELDS,
  type ConsentField,
  changesOf,
} from '../domain/consent.ts'

/**
 * What a person lets be shown in this network, from now on, among the fields of `about`. Each change closes the consent before and keeps it as
 * proof, with the very words that were on the page. Returns how many fields changed.
 */
export function changeConsents(
  context: Context,
  personId: PersonId,
  chosen: Choices,
  wordingOf: (field: ConsentField, audience: Audience) => string,
  about: readonly ConsentField[] = CONSENT_FIELDS,
): Promise<number> {
  const { db, network, now } = context
  return inTransaction(db, async (tx) => {
    await lockConsents(tx, personId)
    const changes = changesOf(await choicesOf(tx, personId, network.id), chosen, about)
    for (const { field, before, after } of changes) {
      const about = { personId, networkId: network.id, field }
      if (before) await withdrawConsent(tx, about, now)
      if (after) await recordConsent(tx, { ...about, audience: after, wording: wordingOf(field, after) }, now)
      await writeJournal(tx, context, after ? 'consent.given' : 'consent.withdrawn', personId, {
        field,
        before,
        after,
      })
    }
    await writeJournal(tx, context, 'consents.reviewed', personId, { changed: changes.length })
    return changes.length
  })
}
