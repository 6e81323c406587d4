import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { changeConsents } from '../../../privacy/index.ts'
import { findProfile, forgetPhoto, lockProfile, removeProfile } from '../../data/cards/profiles.store.ts'

/** Takes everything back: what was written goes, and nothing of the person is shown in this network any more. DIR-79. */
export function removeOwnCard(context: Context, person: PersonId): Promise<void> {
  const { db, network } = context
  const whose = { person, network: network.id }
  return inTransaction(db, async (tx) => {
    await lockProfile(tx, whose)
    const { photoFileId } = await findProfile(tx, whose)
    await removeProfile(tx, whose)
    if (photoFileId) await forgetPhoto(tx, photoFileId)
    await changeConsents({ ...context, db: tx }, person, {}, () => '')
    await writeJournal(tx, context, 'facilitator.card-removed', person)
  })
}
