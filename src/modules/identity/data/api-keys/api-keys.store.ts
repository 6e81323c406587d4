import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Member, NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { ApiKey, ApiKeyId, Scope } from '../../domain/api-key.ts'

const HOUR = 3600

export interface NewApiKey {
  readonly digest: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: Instant
}

export async function addApiKey(
  tx: Database,
  { personId, membershipId }: Pick<Member, 'personId' | 'membershipId'>,
  { digest, name, scopes, expiresAt }: NewApiKey,
  at: Instant,
): Promise<ApiKeyId> {
  const id: ApiKeyId = newId()
  await tx
    .insertInto('identity.api_key')
    .values({
      id,
      person_id: personId,
      membership_id: membershipId,
      name,
      digest,
      scopes: [...scopes],
      created_at: at,
      expires_at: expiresAt,
    })
    .execute()
  return id
}

/** The keys of a person that still open something in that network, the oldest first. */
export async function listApiKeys(
  db: Database,
  network: NetworkId,
  person: PersonId,
  now: Instant,
): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom('identity.api_key as k')
    .innerJoin('identity.membership as m', 'm.id', 'k.membership_id')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id')
    .select(['k.id', 'k.name', 'k.scopes', 'k.created_at', 'k.expires_at', 'k.last_used_at', 'o.name as of'])
    .where('k.person_id', '=', person)
    .where('m.network_id', '=', network)
    .where('m.ended_at', 'is', null)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now)
    .orderBy('k.created_at')
    .orderBy('k.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes as Scope[],
    organisation: row.of,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** The key opens nothing any more. False when it is not one of theirs. */
export async function endApiKey(tx: Database, person: PersonId, id: ApiKeyId, at: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('identity.api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface FoundKey {
  readonly personId: PersonId
  readonly name: string
  readonly id: ApiKeyId
  readonly membershipId: Member['membershipId']
  readonly scopes: readonly Scope[]
  readonly lastUsedAt: Instant | null
}

/** Whose key it is, while it lasts. */
export async function keyOfDigest(db: Database, digest: string, now: Instant): Promise<FoundKey | null> {
  const row = await db
    .selectFrom('identity.api_key as k')
    .innerJoin('identity.person as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.membership_id', 'k.scopes', 'k.last_used_at', 'p.name'])
    .where('k.digest', '=', digest)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now)
    .where('p.anonymised_at', 'is', null)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        personId: row.person_id,
        name: row.name ?? '',
        membershipId: row.membership_id,
        scopes: row.scopes as Scope[],
        lastUsedAt: row.last_used_at,
      }
    : null
}

/** To the hour: one write an hour, whatever is asked. */
export async function noteKeyUse(
  db: Database,
  { id, lastUsedAt }: Pick<FoundKey, 'id' | 'lastUsedAt'>,
  now: Instant,
): Promise<void> {
  if (lastUsedAt !== null && lastUsedAt > laterBy(now, -HOUR)) return
  await db.updateTable('identity.api_key').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Keys that opened nothing for `days` days. Returns how many were let go. */
export async function forgetApiKeys(db: Database, now: Instant, days: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.api_key')
    .where(sql<boolean>`least(revoked_at, expires_at) < ${now}::timestamptz - make_interval(days => ${days})`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
