import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addEmbedKey, endEmbedKey } from '../../data/embed/embed-keys.store.ts'
import type { EmbedKey, EmbedKeyId } from '../../domain/embed/embed-key.ts'

/** Lets a site show the map of a territory. DIR-85. */
export function makeEmbedKey(context: Context, key: Omit<EmbedKey, 'id'>): Promise<EmbedKeyId> {
  const { db, network, now, actor } = context
  return inTransaction(db, async (tx) => {
    const id = await addEmbedKey(tx, network.id, key, { at: now, by: personOf(actor)?.personId ?? null })
    await writeJournal(tx, context, 'embed-key.made', id, { origins: key.origins, territory: key.lock })
    return id
  })
}

/** The map leaves that site at its next view. */
export function stopEmbedKey(context: Context, id: EmbedKeyId): Promise<null | Refusal<'unknown-key'>> {
  return inTransaction<null | Refusal<'unknown-key'>>(context.db, async (tx) => {
    if (!(await endEmbedKey(tx, context.network.id, id, context.now))) return refuse('unknown-key')
    await writeJournal(tx, context, 'embed-key.ended', id, {})
    return null
  })
}
