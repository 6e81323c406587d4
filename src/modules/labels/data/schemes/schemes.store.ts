import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import { isBorneByAgreement, type SchemeContent } from '../../domain/schemes/scheme.ts'
import type { Scheme, SchemeId } from '../awards/awards.store.ts'

export type SchemeVersionId = Id<'scheme-version'>
export type Transition = 'new_applications' | 'at_renewal' | 'all'

/** A published version, immutable. A revision of it changed words only. LAB-1, LAB-6. */
export interface SchemeVersion {
  id: SchemeVersionId
  scheme: Scheme
  version: number
  revision: number
  content: SchemeContent
  transition: Transition
  inForceFrom: Day
}

/** A label with what is said of it. */
export interface DescribedScheme extends Scheme {
  description: string
}

export async function describedSchemes(db: Database, network: NetworkId): Promise<DescribedScheme[]> {
  return db
    .selectFrom('labels.scheme')
    .where('network_id', '=', network)
    .select(['id', 'code', 'name', 'description'])
    .orderBy(sql`name collate public.french`)
    .execute()
}

/** Those that exist for others: not the ones that are still being written for the first time. */
export async function establishedSchemes(db: Database, network: NetworkId): Promise<Scheme[]> {
  return db
    .selectFrom('labels.scheme as s')
    .where('s.network_id', '=', network)
    .where(
      sql<boolean>`(not exists (select 1 from labels.scheme_draft d where d.scheme_id = s.id)
        or exists (select 1 from labels.scheme_version v where v.scheme_id = s.id))`,
    )
    .select(['s.id', 's.code', 's.name'])
    .orderBy(sql`s.name collate public.french`)
    .execute()
}

/** Those a place bears by the list of its agreement alone, as they stand that day: no charter, no jury, no community. */
export async function schemesOfAgreements(db: Database, network: NetworkId, on: Day): Promise<Scheme[]> {
  const [schemes, latest] = [await establishedSchemes(db, network), await latestVersions(db, network, on)]
  return schemes.filter(({ id }) => isBorneByAgreement(latest.get(id)?.content ?? null))
}

/** Its code stays: addresses and numbers are made of it. */
export async function describeScheme(
  tx: Database,
  network: NetworkId,
  { id, name, description }: Omit<DescribedScheme, 'code'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('labels.scheme')
    .set({ name, description })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of each label that has one: the version that applies that day, else the first to come. */
export async function latestVersions(
  db: Database,
  network: NetworkId,
  on: Day,
): Promise<Map<SchemeId, SchemeVersion>> {
  const rows = await versions(db, network)
    .orderBy(sql`v.in_force_from <= ${on}`)
    .orderBy(sql`case when v.in_force_from > ${on} then -v.version else v.version end`)
    .orderBy('v.revision')
    .execute()
  return new Map(rows.map((row) => [row.scheme_id, versionOf(row)]))
}

/** Throws the violation of `one_scheme_version_per_number` when it was published meanwhile. */
export async function addVersion(
  tx: Database,
  { scheme, version, revision, content, transition, inForceFrom }: Omit<SchemeVersion, 'id'>,
  recorded: { at: Instant; by: PersonId | null },
): Promise<SchemeVersionId> {
  const id: SchemeVersionId = newId()
  await tx
    .insertInto('labels.scheme_version')
    .values({
      id,
      scheme_id: scheme.id,
      version,
      revision,
      content: JSON.stringify(content),
      transition,
      in_force_from: inForceFrom,
      published_at: recorded.at,
      published_by: recorded.by,
    })
    .execute()
  return id
}

/** The version applied to that day, the last one published among those in force; null: none is yet. */
export async function versionOn(
  db: Database,
  network: NetworkId,
  scheme: SchemeId,
  on: Day,
): Promise<SchemeVersion | null> {
  const row = await versions(db, network)
    .where('v.scheme_id', '=', scheme)
    .where('v.in_force_from', '<=', on)
    .orderBy('v.version', 'desc')
    .orderBy('v.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? versionOf(row) : null
}

/** Every version of a scheme, the last one first. */
export async function versionsOf(
  db: Database,
  network: NetworkId,
  scheme: SchemeId,
): Promise<SchemeVersion[]> {
  const rows = await versions(db, network)
    .where('v.scheme_id', '=', scheme)
    .orderBy('v.version', 'desc')
    .orderBy('v.revision', 'desc')
    .execute()
  return rows.map(versionOf)
}

export async function versionById(
  db: Database,
  network: NetworkId,
  id: SchemeVersionId,
): Promise<SchemeVersion | null> {
  const row = await versions(db, network).where('v.id', '=', id).executeTakeFirst()
  return row ? versionOf(row) : null
}

function versions(db: Database, network: NetworkId) {
  return db
    .selectFrom('labels.scheme_version as v')
    .innerJoin('labels.scheme as s', 's.id', 'v.scheme_id')
    .where('s.network_id', '=', network)
    .select([
      'v.id',
      's.id as scheme_id',
      's.code',
      's.name',
      'v.version',
      'v.revision',
      sql<SchemeContent>`v.content`.as('content'),
      sql<Transition>`v.transition`.as('transition'),
      'v.in_force_from',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

function versionOf({ id, scheme_id, code, name, in_force_from, ...rest }: Row): SchemeVersion {
  return { id, scheme: { id: scheme_id, code, name }, ...rest, inForceFrom: in_force_from }
}
