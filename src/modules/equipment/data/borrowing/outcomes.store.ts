import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { LineId } from '../../domain/equipment.ts'

/** What a loan was for. Sessions and people are counted by type. EQP-1401. */
export interface Outcome {
  readonly sessions: Readonly<Record<string, number>>
  readonly people: Readonly<Record<string, number>>
  readonly places: string
  /** 1 to 5; null: not told. */
  readonly appreciation: number | null
  readonly comment: string
}

/** A correction is one more: the last one counts. */
export async function addOutcome(
  tx: Database,
  line: LineId,
  outcome: Outcome,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.loan_outcome')
    .values({
      id: newId(),
      line_id: line,
      sessions: JSON.stringify(outcome.sessions),
      people: JSON.stringify(outcome.people),
      places: outcome.places,
      appreciation: outcome.appreciation,
      comment: outcome.comment,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}

/** The last one told; null before there is any. */
export async function outcomeOf(db: Database, line: LineId): Promise<Outcome | null> {
  const row = await db
    .selectFrom('equipment.loan_outcome')
    .select(['sessions', 'people', 'places', 'appreciation', 'comment'])
    .where('line_id', '=', line)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        sessions: row.sessions as Outcome['sessions'],
        people: row.people as Outcome['people'],
        places: row.places,
        appreciation: row.appreciation,
        comment: row.comment,
      }
    : null
}
