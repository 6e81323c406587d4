import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Mark } from '../../domain/instruction/completion.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export interface CriterionReview {
  readonly code: string
  readonly mark: Mark
  readonly message: string
}

export interface SectionReview {
  /** 0 while nobody examined it. */
  readonly seq: number
  readonly changedAt: Instant | null
  readonly changedBy: PersonId | null
}

const NOBODY_YET: SectionReview = { seq: 0, changedAt: null, changedBy: null }

export async function reviewsOf(
  db: Database,
  application: ApplicationId,
): Promise<Map<string, CriterionReview>> {
  const rows = await db
    .selectFrom('labels.review_mark')
    .select(['code', 'mark', 'message'])
    .where('application_id', '=', application)
    .execute()
  return new Map(rows.map((row) => [row.code, { ...row, mark: row.mark as Mark }]))
}

export async function sectionReview(
  db: Database,
  application: ApplicationId,
  name: string,
): Promise<SectionReview> {
  const row = await db
    .selectFrom('labels.review_section')
    .select(['seq', 'changed_at', 'changed_by'])
    .where('application_id', '=', application)
    .where('name', '=', name)
    .executeTakeFirst()
  return row
    ? { seq: row.seq, changedAt: row.changed_at, changedBy: row.changed_by as PersonId | null }
    : NOBODY_YET
}

/** Replaces what was found of a section's criteria. The file is locked, and `seq` is the one that was read. */
export async function saveSection(
  tx: Database,
  application: ApplicationId,
  { name, seq, codes, reviews }: Section,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  const values = { seq: seq + 1, changed_at: recorded.at, changed_by: recorded.by }
  await tx
    .insertInto('labels.review_section')
    .values({ application_id: application, name, ...values })
    .onConflict((on) => on.columns(['application_id', 'name']).doUpdateSet(values))
    .execute()
  await forgetMarks(tx, application, codes)
  if (reviews.length === 0) return
  await tx
    .insertInto('labels.review_mark')
    .values(reviews.map((one) => ({ application_id: application, ...one })))
    .execute()
}

export interface Section {
  readonly name: string
  readonly seq: number
  readonly codes: readonly string[]
  readonly reviews: readonly CriterionReview[]
}

/** What was answered anew is to be examined anew. */
export async function forgetMarks(
  tx: Database,
  application: ApplicationId,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return
  await tx
    .deleteFrom('labels.review_mark')
    .where('application_id', '=', application)
    .where('code', 'in', codes)
    .execute()
}
