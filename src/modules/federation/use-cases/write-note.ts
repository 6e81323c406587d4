import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../../places/index.ts'
import { copyOfPlace } from '../data/copies.store.ts'
import { addNote } from '../data/notes.store.ts'

/** A note of ours beside a place of another network. DIR-87. */
export async function writeNote(
  context: Context,
  place: PlaceId,
  text: string,
): Promise<null | Refusal<'no-such-copy'>> {
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-copy'>> => {
    if (!(await copyOfPlace(tx, context.network.id, place))) return refuse('no-such-copy')
    await addNote(tx, place, { text, at: context.now, by: personOf(context.actor)?.personId ?? null })
    await writeJournal(tx, context, 'federation.noted', place, {})
    return null
  })
}
