import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { SchemeId } from '../awards/awards.store.ts'
import type { SchemeVersionId } from './schemes.store.ts'

export type EditionId = Id<'edition'>

/** A year's campaign. LAB-22. */
export interface Edition {
  id: EditionId
  schemeId: SchemeId
  versionId: SchemeVersionId
  name: string
  year: number
  opensOn: Day
  closesOn: Day
  /** From then on its results are public; null: under embargo. */
  publishedAt: Instant | null
}

/** One extension for all, as it is published. */
export interface Extension {
  from: Day
  to: Day
  reason: string
  at: Instant
}

/** Of one label, or of them all; the last one first. */
export async function editionsOf(
  db: Database,
  network: NetworkId,
  scheme: SchemeId | null,
): Promise<Edition[]> {
  return editions(db, network)
    .$if(scheme !== null, (query) => query.where('e.scheme_id', '=', scheme))
    .orderBy('e.year', 'desc')
    .orderBy('e.id')
    .execute()
}

export async function findEdition(db: Database, network: NetworkId, id: EditionId): Promise<Edition | null> {
  return (await editions(db, network).where('e.id', '=', id).executeTakeFirst()) ?? null
}

/** Held until the end of the transaction. */
export async function lockEdition(tx: Database, network: NetworkId, id: EditionId): Promise<Edition | null> {
  return (await editions(tx, network).where('e.id', '=', id).forUpdate('e').executeTakeFirst()) ?? null
}

function editions(db: Database, network: NetworkId) {
  return db
    .selectFrom('labels.edition as e')
    .innerJoin('labels.scheme as s', 's.id', 'e.scheme_id')
    .where('s.network_id', '=', network)
    .select([
      'e.id',
      'e.scheme_id as schemeId',
      'e.version_id as versionId',
      'e.name',
      'e.year',
      'e.opens_on as opensOn',
      'e.closes_on as closesOn',
      'e.published_at as publishedAt',
    ])
}

/** Throws the violation of `one_edition_per_year` when the label has one that year. */
export async function addEdition(
  tx: Database,
  { schemeId, versionId, name, year, opensOn, closesOn }: Omit<Edition, 'id' | 'publishedAt'>,
  recorded: { at: Instant; by: PersonId | null },
): Promise<EditionId> {
  const id: EditionId = newId()
  await tx
    .insertInto('labels.edition')
    .values({
      id,
      scheme_id: schemeId,
      version_id: versionId,
      name,
      year,
      opens_on: opensOn,
      closes_on: closesOn,
      created_at: recorded.at,
      created_by: recorded.by,
    })
    .execute()
  return id
}

/** The edition is locked by the caller; its story keeps the day it was to close on. */
export async function extendEdition(
  tx: Database,
  { id, closesOn }: Edition,
  { to, reason }: { to: Day; reason: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  const earlier = await extensionsOf(tx, id)
  await tx
    .insertInto('labels.edition_extension')
    .values({
      id: newId(),
      edition_id: id,
      seq: earlier.length + 1,
      from_day: closesOn,
      to_day: to,
      reason,
      at: recorded.at,
      by: recorded.by,
    })
    .execute()
  await tx.updateTable('labels.edition').set({ closes_on: to }).where('id', '=', id).execute()
}

/** In the order in which they were decided. */
export async function extensionsOf(db: Database, edition: EditionId): Promise<Extension[]> {
  return db
    .selectFrom('labels.edition_extension')
    .where('edition_id', '=', edition)
    .orderBy('seq')
    .select(['from_day as from', 'to_day as to', 'reason', 'at'])
    .execute()
}
