import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { Holder } from '../awards/awards.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'
import { holderOf } from './readings.store.ts'

/** Whose each file of a campaign is. */
export async function holdersOfFiles(
  db: Database,
  edition: EditionId,
  files: readonly ApplicationId[] | null = null,
): Promise<Map<ApplicationId, Holder>> {
  const { rows } = await sql<{
    id: ApplicationId
    place_id: Id<'place'> | null
    organisation_id: OrganisationId | null
  }>`select id, place_id, organisation_id from labels.application
    where edition_id = ${edition} and (${files}::uuid[] is null or id = any(${files}::uuid[]))`.execute(db)
  return new Map(rows.map((row) => [row.id, holderOf(row)]))
}
