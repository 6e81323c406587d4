import type { Id } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId } from '../domain/agreement.ts'

/** Who attended a meeting, beside its act: names are never in a log that nobody may rewrite. AGR-84. */
export async function addAttendance(tx: Database, act: Id<'act'>, attendees: string): Promise<void> {
  await tx.insertInto('agreements.meeting_attendance').values({ act_id: act, attendees }).execute()
}

/** By act, of an agreement already found within reach. */
export async function attendanceOf(db: Database, agreement: AgreementId): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('agreements.meeting_attendance as m')
    .innerJoin('agreements.act as a', 'a.id', 'm.act_id')
    .select(['m.act_id', 'm.attendees'])
    .where('a.agreement_id', '=', agreement)
    .execute()
  return new Map(rows.map(({ act_id, attendees }) => [act_id as string, attendees]))
}
