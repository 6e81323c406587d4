import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { SchemeContent } from '../../domain/schemes/scheme.ts'
import type { Scheme } from '../awards/awards.store.ts'
import type { EditionId } from '../schemes/editions.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'

export interface JurySetting {
  /** The last day of the grids, in Paris. */
  readonly marksUntil: Day
  readonly marksClosedAt: Instant | null
  /** Nothing is published before that day. */
  readonly ceremonyOn: Day | null
  readonly tellsMedians: boolean
}

/** An edition of a label that a jury awards. */
export interface Campaign {
  readonly id: EditionId
  readonly scheme: Scheme
  readonly versionId: SchemeVersionId
  readonly content: SchemeContent
  readonly name: string
  readonly year: number
  readonly opensOn: Day
  readonly closesOn: Day
  /** Null: under embargo. */
  readonly publishedAt: Instant | null
  /** Null: its jury is not constituted yet. */
  readonly jury: JurySetting | null
}

/** The campaigns of the labels that a jury awards, the last one first. */
export async function listCampaigns(db: Database, network: NetworkId): Promise<Campaign[]> {
  const rows = await campaigns(db, network).orderBy('e.year', 'desc').orderBy('e.id', 'desc').execute()
  return rows.map(campaignOf)
}

export async function findCampaign(
  db: Database,
  network: NetworkId,
  id: EditionId,
): Promise<Campaign | null> {
  const row = await campaigns(db, network).where('e.id', '=', id).executeTakeFirst()
  return row ? campaignOf(row) : null
}

/** As `findCampaign`, held until the transaction ends. */
export async function lockCampaign(
  tx: Database,
  network: NetworkId,
  id: EditionId,
): Promise<Campaign | null> {
  const row = await campaigns(tx, network).where('e.id', '=', id).forUpdate('e').executeTakeFirst()
  return row ? campaignOf(row) : null
}

/** Throws the violation of `jury_pkey` when it is constituted already. */
export async function addJury(
  tx: Database,
  id: EditionId,
  { marksUntil, ceremonyOn, tellsMedians }: Omit<JurySetting, 'marksClosedAt'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.jury')
    .values({
      edition_id: id,
      marks_until: marksUntil,
      ceremony_on: ceremonyOn,
      tells_medians: tellsMedians,
      constituted_at: at,
      constituted_by: by,
    })
    .execute()
}

export async function changeJury(
  tx: Database,
  id: EditionId,
  { marksUntil, ceremonyOn, tellsMedians }: Omit<JurySetting, 'marksClosedAt'>,
): Promise<void> {
  await tx
    .updateTable('labels.jury')
    .set({ marks_until: marksUntil, ceremony_on: ceremonyOn, tells_medians: tellsMedians })
    .where('edition_id', '=', id)
    .execute()
}

export async function closeMarks(tx: Database, id: EditionId, at: Instant): Promise<void> {
  await tx
    .updateTable('labels.jury')
    .set({ marks_closed_at: at })
    .where('edition_id', '=', id)
    .where('marks_closed_at', 'is', null)
    .execute()
}

/** From that instant its results are public. */
export async function markPublished(tx: Database, id: EditionId, at: Instant): Promise<void> {
  await tx.updateTable('labels.edition').set({ published_at: at }).where('id', '=', id).execute()
}

function campaigns(db: Database, network: NetworkId) {
  return db
    .selectFrom('labels.edition as e')
    .innerJoin('labels.scheme as s', 's.id', 'e.scheme_id')
    .innerJoin('labels.scheme_version as v', 'v.id', 'e.version_id')
    .leftJoin('labels.jury as j', 'j.edition_id', 'e.id')
    .where('s.network_id', '=', network)
    .where(sql<boolean>`v.content ->> 'route' = 'jury'`)
    .select(['e.id', 'e.name', 'e.year', 'e.opens_on', 'e.closes_on', 'e.published_at', 'e.version_id'])
    .select(['s.id as scheme_id', 's.code', 's.name as scheme_name'])
    .select(sql<SchemeContent>`v.content`.as('content'))
    .select(['j.marks_until', 'j.marks_closed_at', 'j.ceremony_on', 'j.tells_medians'])
}

type Row = Awaited<ReturnType<ReturnType<typeof campaigns>['executeTakeFirstOrThrow']>>

function campaignOf(row: Row): Campaign {
  return {
    id: row.id,
    scheme: { id: row.scheme_id, code: row.code, name: row.scheme_name },
    versionId: row.version_id,
    content: row.content,
    name: row.name,
    year: row.year,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    publishedAt: row.published_at,
    jury: row.marks_until
      ? {
          marksUntil: row.marks_until,
          marksClosedAt: row.marks_closed_at,
          ceremonyOn: row.ceremony_on,
          tellsMedians: row.tells_medians ?? false,
        }
      : null,
  }
}
