import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { Holder } from '../awards/awards.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'
import { holderOf } from './readings.store.ts'

/** Where a file of a campaign stands, from the first check to the meeting. */
export const STAGES = ['to_check', 'ineligible', 'to_give', 'being_read', 'read', 'decided'] as const
export type Stage = (typeof STAGES)[number]

export const FILES_PER_PAGE = 50

export interface CampaignFile {
  readonly id: ApplicationId
  readonly reference: string
  readonly holder: Holder
  readonly applicantId: OrganisationId
  readonly stage: Stage
  /** Readers who are not recused, and among them those who have finished, and those of the science. */
  readonly readers: number
  readonly finished: number
  readonly scientific: number
  readonly recused: number
  readonly undeclared: number
  readonly population: number | null
  /** Why it is not eligible. */
  readonly reason: string
}

export interface CampaignProgress {
  readonly files: readonly CampaignFile[]
  readonly counts: ReadonlyMap<Stage, number>
}

/** One page of the files of a campaign, and how many stand at each stage: one statement, however many. LAB-56. */
export async function progressOf(
  db: Database,
  edition: EditionId,
  wanted: { readers: number; scientific: number },
  {
    stage = null,
    page = 1,
    only = null,
  }: { stage?: Stage | null; page?: number; only?: ApplicationId | null },
): Promise<CampaignProgress> {
  const { rows } = await sql<Row>`
    with read as (
      select r.application_id,
        count(*) filter (where d.state = 'reader' or d.state is null)::int as readers,
        count(*) filter (where (d.state = 'reader' or d.state is null) and r.finished_at is not null)::int as finished,
        count(*) filter (where (d.state = 'reader' or d.state is null) and j.kind = 'scientific')::int as scientific,
        count(*) filter (where d.state is null)::int as undeclared
      from labels.juror j
      join labels.reading r on r.juror_id = j.id
      left join (
        select i.application_id, i.juror_id,
          case when bool_or(i.interest <> 'none') then 'recused' else 'reader' end as state
        from labels.interest_declaration i join labels.juror s on s.id = i.juror_id and s.edition_id = ${edition}
        group by i.application_id, i.juror_id) d on d.application_id = r.application_id and d.juror_id = r.juror_id
      where j.edition_id = ${edition}
      group by r.application_id),
    line as (
      select a.id, coalesce(a.reference, '') as reference, a.place_id, a.organisation_id, a.applicant_id,
        coalesce(read.readers, 0) as readers, coalesce(read.finished, 0) as finished,
        coalesce(read.scientific, 0) as scientific, coalesce(read.undeclared, 0) as undeclared,
        m.population, coalesce(m.reason, '') as reason,
        case
          when m.application_id is null then 'to_check'
          when not m.is_eligible then 'ineligible'
          when exists (select 1 from labels.deliberated t where t.application_id = a.id) then 'decided'
          when coalesce(read.readers, 0) < ${wanted.readers} or coalesce(read.scientific, 0) < ${wanted.scientific}
            then 'to_give'
          when read.finished < ${wanted.readers} then 'being_read'
          else 'read' end as stage
      from labels.application a
      left join labels.admission m on m.application_id = a.id
      left join read on read.application_id = a.id
      where a.edition_id = ${edition} and a.purpose = 'application'
        and a.state not in ('draft', 'withdrawn', 'not_followed_up')
        and (${only}::uuid is null or a.id = ${only}))
    select shown.*, counts.counts,
      (select count(*)::int from labels.recusal c where c.application_id = shown.id) as recused
    from (select jsonb_object_agg(stage, n) as counts from (select stage, count(*) as n from line group by stage) s) counts
    left join lateral (
      select * from line where ${stage}::text is null or stage = ${stage}
      order by reference, id limit ${FILES_PER_PAGE} offset ${(page - 1) * FILES_PER_PAGE}) shown on true`.execute(
    db,
  )
  const counts = Object.entries(rows[0]?.counts ?? {}) as [Stage, number][]
  return { counts: new Map(counts), files: rows.filter(({ id }) => id !== null).map(fileOf) }
}

export async function findFileOf(
  db: Database,
  edition: EditionId,
  wanted: { readers: number; scientific: number },
  id: ApplicationId,
): Promise<CampaignFile | null> {
  const { files } = await progressOf(db, edition, wanted, { only: id })
  return files[0] ?? null
}

/** Who reads each file that may be read, and who is recused: what the giving out begins from. */
export async function readersByFile(db: Database, edition: EditionId) {
  const { rows } = await sql<{
    id: ApplicationId
    place_id: Id<'place'> | null
    organisation_id: OrganisationId | null
    applicant_id: OrganisationId
    readers: JurorId[]
    recused: JurorId[]
  }>`
    select a.id, a.place_id, a.organisation_id, a.applicant_id,
      coalesce(array_agg(r.juror_id) filter (where c.juror_id is null and r.juror_id is not null), '{}') as readers,
      coalesce((select array_agg(x.juror_id) from labels.recusal x where x.application_id = a.id), '{}') as recused
    from labels.application a
    join labels.admission m on m.application_id = a.id and m.is_eligible
    left join labels.reading r on r.application_id = a.id
    left join labels.recusal c on c.application_id = r.application_id and c.juror_id = r.juror_id
    where a.edition_id = ${edition} and a.state not in ('withdrawn', 'not_followed_up')
      and not exists (select 1 from labels.deliberated t where t.application_id = a.id)
    group by a.id order by a.id`.execute(db)
  return rows.map(({ id, readers, recused, applicant_id, ...holder }) => ({
    id,
    holder: holderOf(holder),
    applicantId: applicant_id,
    readers,
    recused: new Set(recused),
  }))
}

/** How much each juror has to read, and has read, recusals aside. */
export async function loadsOf(
  db: Database,
  edition: EditionId,
): Promise<Map<JurorId, { given: number; finished: number; recused: number }>> {
  const { rows } = await sql<{ id: JurorId; given: number; finished: number; recused: number }>`
    select j.id, count(r.id) filter (where c.juror_id is null)::int as given,
      count(r.id) filter (where c.juror_id is null and r.finished_at is not null)::int as finished,
      (select count(*)::int from labels.recusal x where x.juror_id = j.id) as recused
    from labels.juror j
    left join labels.reading r on r.juror_id = j.id
    left join labels.recusal c on c.juror_id = j.id and c.application_id = r.application_id
    where j.edition_id = ${edition} group by j.id`.execute(db)
  return new Map(rows.map(({ id, ...load }) => [id, load]))
}

interface Row {
  id: ApplicationId
  reference: string
  place_id: Id<'place'> | null
  organisation_id: OrganisationId | null
  applicant_id: OrganisationId
  readers: number
  finished: number
  scientific: number
  undeclared: number
  recused: number
  population: number | null
  reason: string
  stage: Stage
  counts: Record<string, number> | null
}

function fileOf({ place_id, organisation_id, applicant_id, counts, ...file }: Row): CampaignFile {
  return { ...file, applicantId: applicant_id, holder: holderOf({ place_id, organisation_id }) }
}
