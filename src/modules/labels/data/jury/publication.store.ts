import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { type Application, type ApplicationId, applicationOf } from '../applications/applications.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'

export interface FileToPublish {
  readonly application: Application
  /** Why it was not judged; null: it was to be. */
  readonly ineligible: string | null
}

/** The files of a campaign that still stand, held until the transaction ends, always in the same order. */
export async function lockFilesOf(tx: Database, edition: EditionId): Promise<FileToPublish[]> {
  const rows = await tx
    .selectFrom('labels.application as a')
    .selectAll('a')
    .where('a.edition_id', '=', edition)
    .where('a.purpose', '=', 'application')
    .where('a.state', 'not in', ['draft', 'withdrawn', 'not_followed_up', 'decided'])
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
  const { rows: refused } = await sql<{ id: ApplicationId; reason: string }>`
    select m.application_id as id, m.reason from labels.admission m
    join labels.application a on a.id = m.application_id
    where a.edition_id = ${edition} and not m.is_eligible`.execute(tx)
  const reasons = new Map(refused.map(({ id, reason }) => [id, reason]))
  return rows.map((row) => ({ application: applicationOf(row), ineligible: reasons.get(row.id) ?? null }))
}
