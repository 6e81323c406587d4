import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, Reach } from '../../../../platform/session/actor.ts'
import type { ApplicationState } from '../../domain/applications/application.ts'
import type { Holder, SchemeId } from '../awards/awards.store.ts'
import { type Application, type ApplicationId, applicationOf, isReached } from './applications.store.ts'

export interface ListedApplication extends Application {
  readonly schemeName: string
  readonly editionName: string | null
  readonly reference: string | null
  readonly lastWrittenAt: Instant | null
}

/** The files of a reach, drafts first, then the latest sent. */
export async function listApplications(db: Database, reach: Reach): Promise<ListedApplication[]> {
  const rows = await db
    .selectFrom('labels.application as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .leftJoin('labels.edition as e', 'e.id', 'a.edition_id')
    .selectAll('a')
    .select([
      's.name as scheme_name',
      'e.name as edition_name',
      sql<Instant | null>`(select max(w.changed_at) from labels.application_section w where w.application_id = a.id)`.as(
        'last_written_at',
      ),
    ])
    .where((where) => isReached(where, reach))
    .orderBy(sql`a.state <> 'draft'`)
    .orderBy(sql`coalesce(a.submitted_at, a.created_at)`, 'desc')
    .orderBy('a.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...applicationOf(row),
    schemeName: row.scheme_name,
    editionName: row.edition_name,
    reference: row.reference,
    lastWrittenAt: row.last_written_at,
  }))
}

/** What a sent file keeps beside its answers. */
export async function sendingOf(
  db: Database,
  id: ApplicationId,
): Promise<{ reference: string | null; sentBecause: string; isReduced: boolean }> {
  const row = await db
    .selectFrom('labels.application')
    .select(['reference', 'sent_because', 'reduced_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { reference: row.reference, sentBecause: row.sent_because, isReduced: row.reduced_at !== null }
}

/** The file that stands in the way of a second one: in its campaign, or still open. LAB-52. */
export async function openFileOf(
  db: Database,
  { schemeId, editionId, holder }: Pick<Application, 'schemeId' | 'editionId' | 'holder'>,
): Promise<{ id: ApplicationId; applicantId: OrganisationId } | null> {
  const row = await db
    .selectFrom('labels.application as a')
    .select(['a.id', 'a.applicant_id'])
    .where('a.scheme_id', '=', schemeId)
    .where('a.purpose', '=', 'application')
    .where(sql`coalesce(a.place_id, a.organisation_id)`, '=', holder.id)
    .where(editionId ? sql<boolean>`a.edition_id = ${editionId}` : sql<boolean>`a.edition_id is null`)
    .where(
      'a.state',
      'not in',
      editionId ? ['withdrawn', 'not_followed_up'] : ['decided', 'withdrawn', 'not_followed_up'],
    )
    .executeTakeFirst()
  return row ? { id: row.id, applicantId: row.applicant_id } : null
}

/** The last file sent for the same label and holder: what a new one may start from. LAB-22. */
export async function lastSentOf(
  db: Database,
  reach: Reach,
  schemeId: SchemeId,
  holder: Holder,
): Promise<Application | null> {
  const row = await db
    .selectFrom('labels.application as a')
    .selectAll('a')
    .where((where) => isReached(where, reach))
    .where('a.scheme_id', '=', schemeId)
    .where(sql`coalesce(a.place_id, a.organisation_id)`, '=', holder.id)
    .where('a.submitted_at', 'is not', null)
    .where('a.reduced_at', 'is', null)
    .orderBy('a.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Where agreements cover places, day by day. */
export interface PlaceCover {
  readonly agreementId: Id<'agreement'>
  readonly placeId: Id<'place'>
  readonly from: Day | null
  readonly until: Day | null
}

export async function coversBy(db: Database, agreements: readonly Id<'agreement'>[]): Promise<PlaceCover[]> {
  if (agreements.length === 0) return []
  const rows = await covers(db)
    .where('agreement_id', 'in', [...agreements])
    .execute()
  return rows.map(coverOf)
}

export async function coversOf(db: Database, place: Id<'place'>): Promise<PlaceCover[]> {
  // An agreement that lists a duplicate covers the place it was joined to.
  const same = db.selectFrom('places.current_place').where('current_id', '=', place).select('id')
  const rows = await covers(db).where('place_id', 'in', same.$castTo<{ id: Id<'place'> }>()).execute()
  return rows.map(coverOf)
}

function covers(db: Database) {
  return db
    .selectFrom('agreements.place_cover')
    .select(['agreement_id', 'place_id', 'from_day', 'until_day'])
    .orderBy('agreement_id')
    .orderBy('place_id')
}

function coverOf(row: {
  agreement_id: Id<'agreement'>
  place_id: Id<'place'>
  from_day: Day | null
  until_day: Day | null
}): PlaceCover {
  return { agreementId: row.agreement_id, placeId: row.place_id, from: row.from_day, until: row.until_day }
}

/** Does the holder bear the label that day? The first day without it, null when none is known; false: it does not. */
export async function borneUntil(
  db: Database,
  schemeId: SchemeId,
  holder: Holder,
  today: Day,
): Promise<Day | null | false> {
  const row = await db
    .selectFrom('labels.shown_label')
    .select('until_day')
    .where('scheme_id', '=', schemeId)
    .where(sql`coalesce(place_id, organisation_id)`, '=', holder.id)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
    .executeTakeFirst()
  return row ? row.until_day : false
}

export interface ApplicationEvent {
  readonly to: ApplicationState
  readonly reason: string
  readonly at: Instant
}

/** What happened to a file, from the first step to the last. */
export async function eventsOf(db: Database, id: ApplicationId): Promise<ApplicationEvent[]> {
  const rows = await db
    .selectFrom('labels.application_event')
    .select(['to_state', 'reason', 'at'])
    .where('application_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ to_state, ...row }) => ({ to: to_state as ApplicationState, ...row }))
}
