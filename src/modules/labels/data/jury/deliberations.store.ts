import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Deliberated, Deliberation, DeliberationId } from '../../domain/jury/deliberated.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'

/** Throws the violation of `one_deliberation_per_day`. */
export async function addDeliberation(
  tx: Database,
  edition: EditionId,
  { heldOn, present }: Omit<Deliberation, 'id'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<DeliberationId> {
  const id: DeliberationId = newId()
  await tx
    .insertInto('labels.deliberation')
    .values({ id, edition_id: edition, held_on: heldOn, opened_at: at, opened_by: by })
    .execute()
  await tx
    .insertInto('labels.deliberation_presence')
    .values(present.map((juror) => ({ deliberation_id: id, juror_id: juror })))
    .execute()
  return id
}

/** The meetings of a jury, the last one first. */
export async function deliberationsOf(db: Database, edition: EditionId): Promise<Deliberation[]> {
  const { rows } = await sql<Deliberation>`
    select d.id, d.held_on as "heldOn",
      array(select p.juror_id from labels.deliberation_presence p where p.deliberation_id = d.id order by 1) as present
    from labels.deliberation d where d.edition_id = ${edition} order by d.held_on desc`.execute(db)
  return rows
}

/** Throws the violations of the triggers and checks on what a jury decides. */
export async function addDeliberated(
  tx: Database,
  { vote, seats, ...made }: Omit<Deliberated, 'id'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const id: Id<'deliberated'> = newId()
  const { seq } = await tx
    .selectFrom('labels.deliberated')
    .select(sql<number>`coalesce(max(seq), 0) + 1`.as('seq'))
    .where('application_id', '=', made.applicationId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('labels.deliberated')
    .values({
      id,
      deliberation_id: made.deliberationId,
      application_id: made.applicationId,
      seq,
      chair_id: made.chairedBy,
      median: made.median === null ? null : String(made.median),
      proposed_level: made.proposedLevel,
      level: made.level,
      deviation: made.deviation,
      reasons: JSON.stringify(made.reasons),
      present: seats.filter(({ seat }) => seat === 'present').length,
      votes_for: vote.for,
      votes_against: vote.against,
      abstentions: vote.abstentions,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  await tx
    .insertInto('labels.deliberated_seat')
    .values(seats.map(({ jurorId, seat }) => ({ deliberated_id: id, juror_id: jurorId, seat })))
    .execute()
}

/** What was decided last of each file of a campaign. */
export async function decidedOf(
  db: Database,
  edition: EditionId,
  only: ApplicationId | null = null,
): Promise<Deliberated[]> {
  const { rows } = await sql<Row>`
    select distinct on (t.application_id) t.id, t.deliberation_id as "deliberationId",
      t.application_id as "applicationId", t.chair_id as "chairedBy", t.median::float8 as median,
      t.proposed_level as "proposedLevel", t.level, t.deviation, t.reasons, t.votes_for, t.votes_against, t.abstentions,
      (select jsonb_agg(jsonb_build_object('jurorId', s.juror_id, 'seat', s.seat) order by s.juror_id)
        from labels.deliberated_seat s where s.deliberated_id = t.id) as seats
    from labels.deliberated t join labels.deliberation d on d.id = t.deliberation_id
    where d.edition_id = ${edition} and (${only}::uuid is null or t.application_id = ${only})
    order by t.application_id, t.seq desc`.execute(db)
  return rows.map(({ votes_for, votes_against, abstentions, ...line }) => ({
    ...line,
    vote: { for: votes_for, against: votes_against, abstentions },
  }))
}

/** Those recused from a file, whoever reads it. */
export async function recusedFrom(db: Database, file: ApplicationId): Promise<JurorId[]> {
  const rows = await db
    .selectFrom('labels.recusal')
    .select('juror_id')
    .where('application_id', '=', file)
    .execute()
  return rows.flatMap(({ juror_id }) => juror_id ?? [])
}

type Row = Omit<Deliberated, 'vote'> & { votes_for: number; votes_against: number; abstentions: number }
