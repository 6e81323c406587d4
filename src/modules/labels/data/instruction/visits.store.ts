import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Findings } from '../../domain/instruction/visit.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export type VisitId = Id<'visit'>

export interface Photo {
  readonly fileId: Id<'file'>
  readonly caption: string
}

export interface Visit {
  readonly id: VisitId
  readonly applicationId: ApplicationId
  readonly plannedOn: Day
  /** `14:30`; empty: to be agreed upon. */
  readonly plannedTime: string
  readonly visitors: string
  /** The criteria to look at. */
  readonly codes: readonly string[]
  readonly confirmedAt: Instant | null
  readonly declinedAt: Instant | null
  readonly declinedReason: string
  readonly cancelledAt: Instant | null
  readonly cancelledReason: string
  /** The day it really took place, whenever its report was typed. */
  readonly heldOn: Day | null
  readonly report: string
  readonly findings: Findings
  readonly reportedAt: Instant | null
  readonly reply: string
  readonly repliedAt: Instant | null
  readonly photos: readonly Photo[]
}

/** From the first to the last. */
export async function visitsOf(db: Database, application: ApplicationId): Promise<Visit[]> {
  const rows = await db
    .selectFrom('labels.visit')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const photos = await db
    .selectFrom('labels.visit_photo')
    .selectAll()
    .where(
      'visit_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('file_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    plannedOn: row.planned_on,
    plannedTime: row.planned_time,
    visitors: row.visitors,
    codes: row.codes,
    confirmedAt: row.confirmed_at,
    declinedAt: row.declined_at,
    declinedReason: row.declined_reason,
    cancelledAt: row.cancelled_at,
    cancelledReason: row.cancelled_reason,
    heldOn: row.held_on,
    report: row.report,
    findings: row.findings as Findings,
    reportedAt: row.reported_at,
    reply: row.reply,
    repliedAt: row.replied_at,
    photos: photos
      .filter(({ visit_id }) => visit_id === row.id)
      .map(({ file_id, caption }) => ({ fileId: file_id, caption })),
  }))
}

export type NewVisit = Pick<Visit, 'plannedOn' | 'plannedTime' | 'visitors' | 'codes'>

/** Throws the violation of `one_visit_to_come` when one is already. */
export async function addVisit(
  tx: Database,
  application: ApplicationId,
  visit: NewVisit,
  recorded: { at: Instant; by: PersonId | null },
): Promise<VisitId> {
  const id: VisitId = newId()
  await tx
    .insertInto('labels.visit')
    .values({
      id,
      application_id: application,
      planned_on: visit.plannedOn,
      planned_time: visit.plannedTime,
      visitors: visit.visitors,
      codes: [...visit.codes],
      proposed_at: recorded.at,
      proposed_by: recorded.by,
    })
    .execute()
  return id
}

export async function confirmVisit(tx: Database, id: VisitId, at: Instant): Promise<void> {
  await tx.updateTable('labels.visit').set({ confirmed_at: at }).where('id', '=', id).execute()
}

export async function declineVisit(
  tx: Database,
  id: VisitId,
  { at, reason }: { at: Instant; reason: string },
): Promise<void> {
  const values = { declined_at: at, declined_reason: reason, confirmed_at: null }
  await tx.updateTable('labels.visit').set(values).where('id', '=', id).execute()
}

export async function cancelVisit(
  tx: Database,
  id: VisitId,
  { at, reason }: { at: Instant; reason: string },
): Promise<void> {
  const values = { cancelled_at: at, cancelled_reason: reason }
  await tx.updateTable('labels.visit').set(values).where('id', '=', id).execute()
}

export interface VisitReport {
  readonly heldOn: Day
  readonly report: string
  readonly findings: Findings
  readonly photos: readonly Photo[]
}

export async function reportVisit(
  tx: Database,
  id: VisitId,
  { heldOn, report, findings, photos }: VisitReport,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('labels.visit')
    .set({
      held_on: heldOn,
      report,
      findings: JSON.stringify(findings),
      reported_at: recorded.at,
      reported_by: recorded.by,
    })
    .where('id', '=', id)
    .execute()
  if (photos.length === 0) return
  await tx
    .insertInto('labels.visit_photo')
    .values(
      photos.map(({ fileId, caption }) => ({ visit_id: id, file_id: fileId, caption, is_agreed: true })),
    )
    .execute()
}

export async function replyToVisit(
  tx: Database,
  id: VisitId,
  reply: string,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('labels.visit')
    .set({ reply, replied_at: recorded.at, replied_by: recorded.by })
    .where('id', '=', id)
    .execute()
}
