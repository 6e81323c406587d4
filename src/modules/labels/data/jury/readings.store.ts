import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { FilledMark } from '../../domain/jury/grid.ts'
import { type Interest, type Standing, standingOf } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { Holder } from '../awards/awards.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'

export type ReadingId = Id<'reading'>

/** A file given to a juror, as far as its declaration lets it be told: the holder, never the file itself. */
export interface Reading {
  readonly id: ReadingId
  readonly editionId: EditionId
  readonly applicationId: ApplicationId
  readonly holder: Holder
  readonly jurorId: JurorId
  readonly standing: Standing
  readonly finishedAt: Instant | null
  readonly marks: number
}

/** Throws the violations of `one_reading_per_juror_and_file` and of the triggers on readings. */
export async function addReadings(
  tx: Database,
  given: readonly { file: ApplicationId; juror: JurorId }[],
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  if (given.length === 0) return
  await sql`insert into labels.reading (id, application_id, juror_id, assigned_at, assigned_by)
    select * from unnest(${given.map(() => newId())}::uuid[], ${given.map(({ file }) => file)}::uuid[],
      ${given.map(({ juror }) => juror)}::uuid[], ${given.map(() => at)}::timestamptz[],
      ${given.map(() => by)}::uuid[])`.execute(tx)
}

/** What a person has to read in the juries where they sit, those not declared yet first. */
export async function readingsOf(db: Database, jurors: readonly JurorId[]): Promise<Reading[]> {
  if (jurors.length === 0) return []
  const rows = await readings(db)
    .where('r.juror_id', 'in', [...jurors])
    .orderBy('r.finished_at', (of) => of.asc().nullsFirst())
    .orderBy('r.id')
    .execute()
  return rows.map(readingOf)
}

/** The reading of a person in a network; null: not theirs. */
export async function ownReading(
  db: Database,
  network: NetworkId,
  person: PersonId,
  id: ReadingId,
): Promise<Reading | null> {
  const row = await readings(db)
    .where('r.id', '=', id)
    .where('j.person_id', '=', person)
    .where('a.network_id', '=', network)
    .executeTakeFirst()
  return row ? readingOf(row) : null
}

/** The same, held until the transaction ends: what a juror declares and what they mark follow one another. */
export async function lockReading(tx: Database, id: ReadingId): Promise<void> {
  await tx.selectFrom('labels.reading').select('id').where('id', '=', id).forUpdate().execute()
}

/** Throws the violation of `recusal_stands` once a juror is recused. */
export async function addDeclaration(
  tx: Database,
  declared: { applicationId: ApplicationId; jurorId: JurorId; interest: Interest; words: string },
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const { applicationId, jurorId, interest, words } = declared
  await sql`insert into labels.interest_declaration
      (id, application_id, juror_id, seq, interest, words, declared_at, recorded_by)
    select ${newId()}, ${applicationId}, ${jurorId}, coalesce(max(seq), 0) + 1, ${interest}, ${words}, ${at},
      ${by}::uuid
    from labels.interest_declaration where application_id = ${applicationId} and juror_id = ${jurorId}`.execute(
    tx,
  )
}

/** Keeps a grid as it is filled so far. Throws the violations of the triggers on marks. */
export async function saveMarks(
  tx: Database,
  reading: ReadingId,
  marks: readonly FilledMark[],
  at: Instant,
): Promise<void> {
  if (marks.length === 0) return
  await sql`insert into labels.mark (reading_id, code, mark, comment, saved_at)
    select ${reading}::uuid, m.code, m.mark, m.comment, ${at}::timestamptz
    from unnest(${marks.map(({ code }) => code)}::text[], ${marks.map(({ mark }) => mark)}::int[],
      ${marks.map(({ comment }) => comment)}::text[]) as m (code, mark, comment)
    on conflict on constraint one_mark_per_juror_and_criterion
      do update set mark = excluded.mark, comment = excluded.comment, saved_at = excluded.saved_at`.execute(
    tx,
  )
}

export async function finishReading(tx: Database, id: ReadingId, at: Instant): Promise<void> {
  await tx
    .updateTable('labels.reading')
    .set({ finished_at: at })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

/** A juror's own grid. */
export async function ownMarks(db: Database, id: ReadingId): Promise<FilledMark[]> {
  return db
    .selectFrom('labels.mark')
    .select(['code', 'mark', 'comment'])
    .where('reading_id', '=', id)
    .orderBy('code')
    .execute()
}

/** What the other readers finished, shown to one who finished too: without a name, in no order of people. LAB-26. */
export async function othersMarks(
  db: Database,
  { id, applicationId }: Pick<Reading, 'id' | 'applicationId'>,
): Promise<{ code: string; marks: (number | null)[] }[]> {
  const { rows } = await sql<{ code: string; marks: (number | null)[] }>`
    select m.code, array_agg(m.mark order by m.mark nulls last) as marks
    from labels.mark m join labels.reading r on r.id = m.reading_id
    where r.application_id = ${applicationId} and r.id <> ${id} and r.finished_at is not null
      and not exists (select 1 from labels.recusal c
        where c.application_id = r.application_id and c.juror_id = r.juror_id)
      and exists (select 1 from labels.reading own where own.id = ${id} and own.finished_at is not null)
    group by m.code order by m.code`.execute(db)
  return rows
}

function readings(db: Database) {
  return db
    .selectFrom('labels.reading as r')
    .innerJoin('labels.juror as j', 'j.id', 'r.juror_id')
    .innerJoin('labels.application as a', 'a.id', 'r.application_id')
    .select(['r.id', 'j.edition_id', 'r.application_id', 'r.juror_id', 'r.finished_at'])
    .select(['a.place_id', 'a.organisation_id'])
    .select(
      sql<Interest[]>`coalesce((select array_agg(d.interest order by d.seq) from labels.interest_declaration d
        where d.application_id = r.application_id and d.juror_id = r.juror_id), '{}')`.as('declared'),
    )
    .select(sql<number>`(select count(*)::int from labels.mark m where m.reading_id = r.id)`.as('marks'))
}

type Row = Awaited<ReturnType<ReturnType<typeof readings>['executeTakeFirstOrThrow']>>

function readingOf(row: Row): Reading {
  return {
    id: row.id,
    editionId: row.edition_id,
    applicationId: row.application_id,
    holder: holderOf(row),
    jurorId: row.juror_id,
    standing: standingOf(row.declared),
    finishedAt: row.finished_at,
    marks: row.marks,
  }
}

export function holderOf(row: {
  place_id: Id<'place'> | null
  organisation_id: Id<'organisation'> | null
}): Holder {
  return row.place_id
    ? { kind: 'place', id: row.place_id }
    : { kind: 'organisation', id: row.organisation_id as Id<'organisation'> }
}
