import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'

export type SchemeId = Id<'scheme'>
type AgreementId = Id<'agreement'>
type PlaceId = Id<'place'>

export interface Scheme {
  id: SchemeId
  code: string
  name: string
}

export interface Grant {
  placeId: PlaceId
  scheme: Scheme
  grantedOn: Day
  /** Days on which it is shown, half-open; `from` null until the agreement is in force. */
  from: Day | null
  until: Day | null
  /** How it stops, once it is known to: by a withdrawal, or with its agreement. LAB-34. */
  outcome: 'withdrawn' | 'ended' | null
}

export function listSchemes(db: Database, network: NetworkId): Promise<Scheme[]> {
  return db
    .selectFrom('labels.scheme')
    .select(['id', 'code', 'name'])
    .where('network_id', '=', network)
    .orderBy(sql`name collate public.french`)
    .execute()
}

export async function grantsUnder(db: Database, agreement: AgreementId): Promise<Grant[]> {
  const rows = await db
    .selectFrom('labels.grant_of_label as g')
    .innerJoin('labels.scheme as s', 's.id', 'g.scheme_id')
    .leftJoin('labels.shown_label as v', 'v.grant_id', 'g.id')
    .select([
      'g.place_id',
      'g.granted_on',
      's.id',
      's.code',
      's.name',
      'v.from_day',
      'v.until_day',
      'v.outcome',
    ])
    .where('g.agreement_id', '=', agreement)
    .orderBy('g.granted_on')
    .orderBy('g.place_id')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    scheme: { id: row.id, code: row.code, name: row.name },
    grantedOn: row.granted_on,
    from: row.from_day,
    until: row.until_day,
    outcome: row.outcome === 'withdrawn' || row.outcome === 'ended' ? row.outcome : null,
  }))
}

/** Throws the violation of `one_grant_per_agreement` when this label was already granted there. */
export async function addGrant(
  tx: Database,
  grant: { schemeId: SchemeId; placeId: PlaceId; agreementId: AgreementId; grantedOn: Day },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.grant_of_label')
    .values({
      id: newId(),
      scheme_id: grant.schemeId,
      place_id: grant.placeId,
      agreement_id: grant.agreementId,
      granted_on: grant.grantedOn,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}

/** For seeds and first settings. */
export async function addScheme(
  db: Database,
  network: NetworkId,
  { code, name, description = '' }: { code: string; name: string; description?: string },
): Promise<SchemeId> {
  const id: SchemeId = newId()
  await db.insertInto('labels.scheme').values({ id, network_id: network, code, name, description }).execute()
  return id
}
