import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Answer } from '../../domain/applications/answers.ts'
import type { ApplicationId } from './applications.store.ts'

/** What another part of the network said of a criterion when it was answered. LAB-2. */
export interface Known {
  readonly value: Answer
  readonly says: string
  readonly on: Day | null
  readonly link: string | null
}

export interface GivenAnswer {
  readonly code: string
  readonly value: Answer
  readonly known: Known | null
  /** Why the applicant says otherwise than what is known; empty: they do not. */
  readonly contested: string
  readonly isToConfirm: boolean
}

export interface StoredAnswer extends GivenAnswer {
  readonly changedAt: Instant
  readonly changedBy: PersonId | null
}

export async function answersOf(db: Database, application: ApplicationId): Promise<StoredAnswer[]> {
  const rows = await db
    .selectFrom('labels.application_answer')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    value: row.value as Answer,
    known: row.known as Known | null,
    contested: row.contested,
    isToConfirm: row.is_to_confirm,
    changedAt: row.changed_at,
    changedBy: row.changed_by as PersonId | null,
  }))
}

/** Writes answers again, or for the first time. Throws the violation of `sent_answer_stands` on a file that was sent. */
export async function saveAnswers(
  tx: Database,
  application: ApplicationId,
  answers: readonly GivenAnswer[],
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  if (answers.length === 0) return
  await tx
    .insertInto('labels.application_answer')
    .values(
      answers.map(({ code, value, known, contested, isToConfirm }) => ({
        application_id: application,
        code,
        value: JSON.stringify(value),
        known: known && JSON.stringify(known),
        contested,
        is_to_confirm: isToConfirm,
        changed_at: at,
        changed_by: by,
      })),
    )
    .onConflict((on) =>
      on.columns(['application_id', 'code']).doUpdateSet((to) => ({
        value: to.ref('excluded.value'),
        known: to.ref('excluded.known'),
        contested: to.ref('excluded.contested'),
        is_to_confirm: to.ref('excluded.is_to_confirm'),
        changed_at: to.ref('excluded.changed_at'),
        changed_by: to.ref('excluded.changed_by'),
      })),
    )
    .execute()
}

export async function forgetAnswers(
  tx: Database,
  application: ApplicationId,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return
  await tx
    .deleteFrom('labels.application_answer')
    .where('application_id', '=', application)
    .where('code', 'in', [...codes])
    .execute()
}

/** Who last wrote in a section, and how many times it was written. */
export interface SectionState {
  readonly seq: number
  readonly changedAt: Instant
  readonly changedBy: PersonId | null
}

export async function sectionStatesOf(
  db: Database,
  application: ApplicationId,
): Promise<ReadonlyMap<string, SectionState>> {
  const rows = await db
    .selectFrom('labels.application_section')
    .select(['name', 'seq', 'changed_at', 'changed_by'])
    .where('application_id', '=', application)
    .execute()
  return new Map(
    rows.map((row) => [
      row.name,
      { seq: row.seq, changedAt: row.changed_at, changedBy: row.changed_by as PersonId | null },
    ]),
  )
}

/** Counts one writing of a section of a locked file, and says which it is: from 1. LAB-53. */
export async function countWriting(
  tx: Database,
  application: ApplicationId,
  name: string,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<number> {
  const { seq } = await tx
    .insertInto('labels.application_section')
    .values({ application_id: application, name, seq: 1, changed_at: at, changed_by: by })
    .onConflict((on) =>
      on.columns(['application_id', 'name']).doUpdateSet({
        seq: sql<number>`application_section.seq + 1`,
        changed_at: at,
        changed_by: by,
      }),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}
