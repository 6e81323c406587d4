import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'

export type BadgeKeyId = Id<'badge-key'>
export type BadgeKeyKind = 'rsa' | 'ed25519'

/** The public half, as a JWK; never a private member of it. */
export type PublicJwk = Readonly<Record<string, string>>

export interface BadgeKey {
  readonly id: BadgeKeyId
  readonly networkId: NetworkId
  readonly kind: BadgeKeyKind
  readonly publicJwk: PublicJwk
  readonly madeAt: Instant
  readonly retiredAt: Instant | null
  readonly compromisedFrom: Instant | null
}

const COLUMNS = [
  'id',
  'network_id as networkId',
  sql<BadgeKeyKind>`kind`.as('kind'),
  sql<PublicJwk>`public_jwk`.as('publicJwk'),
  'made_at as madeAt',
  'retired_at as retiredAt',
  'compromised_from as compromisedFrom',
] as const

/** Every key ever published by a network, the last made first. */
export function badgeKeys(db: Database, network: NetworkId): Promise<BadgeKey[]> {
  return db
    .selectFrom('labels.badge_key')
    .select(COLUMNS)
    .where('network_id', '=', network)
    .orderBy('made_at', 'desc')
    .orderBy('kind')
    .execute()
}

/** A key of any network of the installation: what is public answers to all. */
export async function badgeKey(db: Database, id: BadgeKeyId): Promise<BadgeKey | null> {
  const row = await db.selectFrom('labels.badge_key').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The keys that sign today, each with its private half as it is kept: sealed. */
export async function signingKeys(
  db: Database,
  network: NetworkId,
): Promise<(BadgeKey & { sealedPrivate: string })[]> {
  const rows = await db
    .selectFrom('labels.badge_key')
    .select([...COLUMNS, 'sealed_private as sealedPrivate'])
    .where('network_id', '=', network)
    .where('retired_at', 'is', null)
    .execute()
  return rows.map(({ sealedPrivate, ...key }) => ({ ...key, sealedPrivate: sealedPrivate ?? '' }))
}

/** Two processes that make the first key at once make one. */
export async function addBadgeKey(
  tx: Database,
  key: Pick<BadgeKey, 'id' | 'networkId' | 'kind' | 'publicJwk' | 'madeAt'> & { sealedPrivate: string },
): Promise<void> {
  await tx
    .insertInto('labels.badge_key')
    .values({
      id: key.id,
      network_id: key.networkId,
      kind: key.kind,
      public_jwk: JSON.stringify(key.publicJwk),
      sealed_private: key.sealedPrivate,
      made_at: key.madeAt,
    })
    .onConflict((on) => on.columns(['network_id', 'kind']).where('retired_at', 'is', null).doNothing())
    .execute()
}

/** They sign no more, and what made them sign is forgotten. Returns how many. */
export async function retireBadgeKeys(tx: Database, network: NetworkId, at: Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('labels.badge_key')
    .set({ retired_at: at, sealed_private: null })
    .where('network_id', '=', network)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Somebody else may have signed with it from `from`. False: no such key here, or it was said of an earlier day. */
export async function noteCompromise(
  tx: Database,
  network: NetworkId,
  key: BadgeKeyId,
  { from, now }: { from: Instant; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('labels.badge_key')
    .set({
      compromised_from: from,
      compromised_noted_at: now,
      retired_at: sql<Instant>`coalesce(retired_at, ${now}::timestamptz)`,
      sealed_private: null,
    })
    .where('id', '=', key)
    .where('network_id', '=', network)
    .where((is) => is.or([is('compromised_from', 'is', null), is('compromised_from', '>', from)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function newBadgeKeyId(): BadgeKeyId {
  return newId()
}
