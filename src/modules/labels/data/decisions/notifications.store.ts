import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { NotificationFact } from '../../domain/decisions/notification.ts'
import type { DecisionId } from './decisions.store.ts'

/** A fact, with the number by which the post follows its letter. */
export interface ToldFact extends NotificationFact {
  readonly tracking: string
}

/** False when the decision was opened before: the first opening is the one that counts. */
export async function addNotificationFact(
  tx: Database,
  decision: DecisionId,
  { kind, on, tracking = '' }: { kind: ToldFact['kind']; on: Day; tracking?: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<boolean> {
  const added = await tx
    .insertInto('labels.notification_fact')
    .values({
      id: newId(),
      decision_id: decision,
      kind,
      on_day: on,
      tracking,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Of several decisions, in the order they were told. */
export async function notificationFactsOf(
  db: Database,
  decisions: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, readonly ToldFact[]>> {
  if (decisions.length === 0) return new Map()
  const rows = await db
    .selectFrom('labels.notification_fact')
    .select(['decision_id', 'kind', 'on_day', 'tracking'])
    .where('decision_id', 'in', decisions)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ decision_id }) => decision_id)].map(([id, facts]) => [
      id,
      facts.map(({ kind, on_day, tracking }) => ({
        kind: kind as ToldFact['kind'],
        on: on_day,
        tracking,
      })),
    ]),
  )
}
