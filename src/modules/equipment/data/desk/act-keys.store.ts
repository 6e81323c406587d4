import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What an act answered: where it led, what it said, and the lines it left in the journal. */
export interface ActAnswer {
  readonly location: string
  readonly sentence: string
  readonly journalled: readonly string[]
}

/** An act as it was sent: its key, what it holds, and what a device without network told of it. EQP-1303. */
export interface SentAct {
  readonly key: string
  readonly digest: string
  readonly deviceAt: Instant | null
  /** Empty: done on line. */
  readonly packVersion: string
}

/**
 * Takes the key for this act, or gives what the act that holds it answered. A key that another transaction is taking at
 * this moment is waited for: the index of the table decides. EQP-1305.
 */
export async function takeKey(
  tx: Database,
  person: PersonId,
  { key, digest, deviceAt, packVersion }: SentAct,
  at: Instant,
): Promise<'taken' | { digest: string; answer: ActAnswer }> {
  const taken = await tx
    .insertInto('equipment.act_key')
    .values({
      person_id: person,
      key,
      body_digest: digest,
      answer: '{}',
      made_at: at,
      device_at: deviceAt,
      pack_version: packVersion,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken) return 'taken'
  const row = await tx
    .selectFrom('equipment.act_key')
    .select(['body_digest', 'answer'])
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { digest: row.body_digest, answer: row.answer as unknown as ActAnswer }
}

/** In the act's own transaction: no act without its answer, no answer without its act. */
export async function keepAnswer(
  tx: Database,
  person: PersonId,
  key: string,
  answer: ActAnswer,
): Promise<void> {
  await tx
    .updateTable('equipment.act_key')
    .set({ answer: JSON.stringify(answer) })
    .where('person_id', '=', person)
    .where('key', '=', key)
    .execute()
}
