import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { SchemeContent } from '../../domain/schemes/scheme.ts'
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
