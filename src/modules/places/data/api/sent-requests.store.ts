import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** How long a program may send the same thing again and be answered the same. */
export const SENT_DAYS = 7

/** Takes the key for this request, or gives what the one that holds it was answered; another that is taking it is waited for. */
export async function takeSent(
  tx: Database,
  person: PersonId,
  { key, digest }: { key: string; digest: string },
  at: Instant,
): Promise<'taken' | { digest: string; answer: unknown }> {
  const taken = await tx
    .insertInto('places.sent_request')
    .values({ person_id: person, key, digest, at })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken) return 'taken'
  return tx
    .selectFrom('places.sent_request')
    .select(['digest', 'answer'])
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

/** In the transaction of the act: no act without its answer, no answer without its act. */
export async function keepSent(tx: Database, person: PersonId, key: string, answer: unknown): Promise<void> {
  await tx
    .updateTable('places.sent_request')
    .set({ answer: JSON.stringify(answer) })
    .where('person_id', '=', person)
    .where('key', '=', key)
    .execute()
}

/** Returns how many were let go. */
export async function forgetSent(db: Database, now: Instant, days: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('places.sent_request')
    .where(sql<boolean>`at < ${now}::timestamptz - make_interval(days => ${days})`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
