import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export interface Admission {
  readonly isEligible: boolean
  readonly reason: string
  readonly population: number | null
}

/** The check of one file, changed as long as nobody reads it. */
export async function saveAdmission(
  tx: Database,
  file: ApplicationId,
  { isEligible, reason, population }: Admission,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const checked = { is_eligible: isEligible, reason, population, checked_at: at, checked_by: by }
  await tx
    .insertInto('labels.admission')
    .values({ application_id: file, ...checked })
    .onConflict((on) => on.column('application_id').doUpdateSet(checked))
    .execute()
}

export async function isRead(tx: Database, file: ApplicationId): Promise<boolean> {
  const row = await tx
    .selectFrom('labels.reading')
    .select('id')
    .where('application_id', '=', file)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveConsent(
  tx: Database,
  file: ApplicationId,
  isOpen: boolean,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const changed = { is_open: isOpen, changed_at: at, changed_by: by }
  await tx
    .insertInto('labels.comparison_consent')
    .values({ application_id: file, ...changed })
    .onConflict((on) => on.column('application_id').doUpdateSet(changed))
    .execute()
}
