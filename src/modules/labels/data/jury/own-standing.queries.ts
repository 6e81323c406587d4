import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { Standing } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

/** Where a juror stands before each file they declared something of. */
export async function standingsOfJuror(db: Database, juror: JurorId): Promise<Map<ApplicationId, Standing>> {
  const { rows } = await sql<{ id: ApplicationId; standing: Standing }>`
    select application_id as id, case when bool_or(interest <> 'none') then 'recused' else 'reader' end as standing
    from labels.interest_declaration where juror_id = ${juror} group by application_id`.execute(db)
  return new Map(rows.map(({ id, standing }) => [id, standing]))
}

/**
 * The files that a person may not open whatever their role, since a jury where they sit has not let them in: not declared
 * yet, or recused. LAB-25.
 */
export async function closedToJuror(
  db: Database,
  network: NetworkId,
  person: PersonId,
  file: ApplicationId,
): Promise<boolean> {
  const { rows } = await sql<{ standing: string | null }>`
    select (select case when bool_or(d.interest <> 'none') then 'recused' else 'reader' end
      from labels.interest_declaration d where d.application_id = a.id and d.juror_id = j.id
      having count(*) > 0) as standing
    from labels.application a join labels.juror j on j.edition_id = a.edition_id
    where a.id = ${file} and a.network_id = ${network} and j.person_id = ${person}`.execute(db)
  return rows.some(({ standing }) => standing !== 'reader')
}
