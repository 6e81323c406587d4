import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { Score } from '../../domain/jury/jury-result.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'

/** A mark of a finished grid, of a juror who is not recused from that file. */
export interface CountedMark extends Score {
  readonly file: ApplicationId
  readonly juror: JurorId
}

/** The marks that count, of a whole campaign or of some of its files. Recused jurors' are not read at all. LAB-25. */
export async function countedMarks(
  db: Database,
  edition: EditionId,
  files: readonly ApplicationId[] | null = null,
): Promise<CountedMark[]> {
  const { rows } = await sql<CountedMark>`
    select r.application_id as file, r.juror_id as juror, m.code as criterion, m.mark as score
    from labels.juror j
    join labels.reading r on r.juror_id = j.id and r.finished_at is not null
    join labels.mark m on m.reading_id = r.id
    where j.edition_id = ${edition} and (${files}::uuid[] is null or r.application_id = any(${files}::uuid[]))
      and not exists (select 1 from labels.recusal c
        where c.application_id = r.application_id and c.juror_id = r.juror_id)`.execute(db)
  return rows
}

/** What finished readers wrote of a file, criterion by criterion, without their names. */
export async function commentsOn(
  db: Database,
  file: ApplicationId,
): Promise<{ code: string; comments: string[] }[]> {
  const { rows } = await sql<{ code: string; comments: string[] }>`
    select m.code, array_agg(m.comment order by md5(m.reading_id::text || m.code)) as comments
    from labels.mark m join labels.reading r on r.id = m.reading_id and r.finished_at is not null
    where r.application_id = ${file} and btrim(m.comment) <> ''
      and not exists (select 1 from labels.recusal c
        where c.application_id = r.application_id and c.juror_id = r.juror_id)
    group by m.code order by m.code`.execute(db)
  return rows
}

/** The published results a comparison is made of: who, how many live there, and whether the others may see it. */
export async function comparedFiles(db: Database, edition: EditionId) {
  const { rows } = await sql<{
    id: ApplicationId
    applicant: OrganisationId
    organisation: OrganisationId | null
    population: number | null
    isOpen: boolean
  }>`
    select a.id, a.applicant_id as applicant, a.organisation_id as organisation, m.population,
      coalesce(c.is_open, false) as "isOpen"
    from labels.application a
    join labels.edition e on e.id = a.edition_id and e.published_at is not null
    join labels.admission m on m.application_id = a.id and m.is_eligible
    left join labels.comparison_consent c on c.application_id = a.id
    where a.edition_id = ${edition} and a.state = 'decided' order by a.id`.execute(db)
  return rows
}
