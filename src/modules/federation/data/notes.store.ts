import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../../places/index.ts'

/** What our head says beside a place of another network: it never leaves with it. DIR-87. */
export interface Note {
  text: string
  at: Instant
  by: string | null
}

export async function addNote(
  tx: Database,
  place: PlaceId,
  { text, at, by }: { text: string; at: Instant; by: PersonId | null },
): Promise<void> {
  await tx.insertInto('federation.note').values({ id: newId(), place_id: place, text, at, by }).execute()
}

export function notesOf(db: Database, place: PlaceId): Promise<Note[]> {
  return db
    .selectFrom('federation.note')
    .select(['text', 'at', 'by'])
    .where('place_id', '=', place)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}
