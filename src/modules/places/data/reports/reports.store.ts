import { type SqlBool, sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { ReportKind, ReportOutcome } from '../../domain/reports/report.ts'
import { isKept } from '../life/place-links.store.ts'

export type ReportId = Id<'error-report'>

/** What a visitor said of a place, and what became of it. */
export interface ErrorReport {
  id: ReportId
  place: { id: PlaceId; slug: string; name: string; commune: string }
  kind: ReportKind
  words: string
  /** Gone some time after the answer. */
  email: string | null
  sentAt: Instant
  /** Does anybody keep the place? Until staff takes it up, it is theirs to answer. */
  isPlaceKept: boolean
  answer: { outcome: ReportOutcome; words: string; at: Instant; as: 'owner' | 'staff' } | null
}

export async function addReport(
  tx: Database,
  network: NetworkId,
  report: { placeId: PlaceId; kind: ReportKind; words: string; email: string | null; at: Instant },
): Promise<ReportId> {
  const id: ReportId = newId()
  const { placeId, kind, words, email, at } = report
  await tx
    .insertInto('places.error_report')
    .values({ id, network_id: network, place_id: placeId, kind, words, email, sent_at: at })
    .execute()
  return id
}

type Reader = Pick<Context, 'db' | 'actor' | 'reach' | 'today'>

/** Those about the places that whoever asks keeps, or about all for the head; the oldest first, or the latest closed. */
export async function listReports(
  { db, actor, reach, today }: Reader,
  { isOpen, limit }: { isOpen: boolean; limit: number },
): Promise<ErrorReport[]> {
  const rows = await reports(db, today)
    .where(isKept(actor, reach, today))
    .where('r.answered_at', isOpen ? 'is' : 'is not', null)
    .orderBy(isOpen ? 'r.sent_at' : 'r.answered_at', isOpen ? 'asc' : 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map(reportOf)
}

/** Null: it is not there, or is about a place of somebody else. Held until the end of the transaction when `held`. */
export async function findReport(
  { db, actor, reach, today }: Reader,
  id: ReportId,
  { held = false } = {},
): Promise<ErrorReport | null> {
  const row = await reports(db, today)
    .where(isKept(actor, reach, today))
    .where('r.id', '=', id)
    .$if(held, (query) => query.forUpdate('r'))
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

/** For whoever holds its link, and for the mails about it. */
export async function reportWithin(
  db: Database,
  network: NetworkId,
  id: ReportId,
  today: Context['today'],
): Promise<ErrorReport | null> {
  const row = await reports(db, today)
    .where('r.network_id', '=', network)
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

export async function recordAnswer(
  tx: Database,
  id: ReportId,
  { outcome, words, at, by, as }: NonNullable<ErrorReport['answer']> & { by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('places.error_report')
    .set({ outcome, answer: words, answered_at: at, answered_by: by, answered_as: as })
    .where('id', '=', id)
    .execute()
}

/** How many people say that the place has closed, nobody having answered yet. */
export async function openClosures(db: Database, place: PlaceId): Promise<number> {
  const row = await db
    .selectFrom('places.error_report as r')
    .innerJoin('places.current_place as c', 'c.id', 'r.place_id')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('c.current_id', '=', place)
    .where('r.kind', '=', 'closed')
    .where('r.answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** The open reports of a network that staff takes up, the latest sent first. DIR-74. */
export async function reportsForStaff(
  db: Database,
  network: NetworkId,
  today: Context['today'],
): Promise<ReportId[]> {
  const { rows } = await sql<{ id: ReportId }>`
    select r.id from places.error_report r
    where r.network_id = ${network} and r.answered_at is null
      and (r.sent_at at time zone 'Europe/Paris')::date + 7 <= ${today}
    order by r.sent_at desc, r.id desc`.execute(db)
  return rows.map(({ id }) => id)
}

/** Lets go of addresses: some time after the answer, or a year after a report that nobody answered. */
export async function forgetMailboxes(
  db: Database,
  { answeredBefore, sentBefore }: { answeredBefore: Instant; sentBefore: Instant },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('places.error_report')
    .set({ email: null })
    .where('email', 'is not', null)
    .where((is) => is.or([is('answered_at', '<', answeredBefore), is('sent_at', '<', sentBefore)]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The address of a person whose account goes. */
export async function forgetMailbox(tx: Database, email: string): Promise<void> {
  await tx
    .updateTable('places.error_report')
    .set({ email: null })
    .where('email', '=', email.toLowerCase())
    .execute()
}

/** A report about a duplicate is about the place it joined. */
function reports(db: Database, today: Context['today']) {
  return db
    .selectFrom('places.error_report as r')
    .innerJoin('places.current_place as c', 'c.id', 'r.place_id')
    .innerJoin('places.place as p', 'p.id', 'c.current_id')
    .selectAll('r')
    .select(['p.id as current_id', 'p.slug', 'p.name', 'p.commune'])
    .select(
      sql<SqlBool>`exists (select from places.organisation_place l
          join places.current_place face on face.id = l.place_id and face.current_id = p.id
          where l.role = 'operates' and l.from_day <= ${today} and (l.until_day is null or l.until_day > ${today}))
        or exists (select from places.person_place l
          join places.current_place face on face.id = l.place_id and face.current_id = p.id
          where l.from_day <= ${today} and (l.until_day is null or l.until_day > ${today}))`.as('is_kept'),
    )
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

function reportOf(row: ReportRow): ErrorReport {
  const { outcome, answered_at: at, answered_as: as } = row
  return {
    id: row.id,
    place: { id: row.current_id, slug: row.slug, name: row.name, commune: row.commune },
    kind: row.kind as ReportKind,
    words: row.words,
    email: row.email,
    sentAt: row.sent_at,
    isPlaceKept: Boolean(row.is_kept),
    answer:
      outcome && at && as
        ? {
            outcome: outcome as ReportOutcome,
            words: row.answer ?? '',
            at,
            as: as === 'staff' ? 'staff' : 'owner',
          }
        : null,
  }
}
