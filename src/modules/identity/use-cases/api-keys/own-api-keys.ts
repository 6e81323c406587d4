import { randomBytes } from 'node:crypto'
import { laterBy } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { Member } from '../../../../platform/session/actor.ts'
import { addApiKey, endApiKey } from '../../data/api-keys/api-keys.store.ts'
import type { ApiKeyId, Scope } from '../../domain/api-key.ts'

type Key = Pick<Config, 'secret'>

/** So that a key forgotten in a file is recognised for what it is. */
const PREFIX = 'maillage_'

/** Makes a key that acts as this member, and gives it: it is kept nowhere. EQP-1405. */
export async function makeApiKey(
  context: Context,
  config: Key,
  member: Member,
  { name, scopes, days }: { name: string; scopes: readonly Scope[]; days: number },
): Promise<string> {
  const secret = PREFIX + randomBytes(32).toString('base64url')
  const expiresAt = laterBy(context.now, days * 86_400)
  await inTransaction(context.db, async (tx) => {
    const key = { digest: digestOfKey(config, secret), name, scopes, expiresAt }
    const id = await addApiKey(tx, member, key, context.now)
    await writeJournal(tx, context, 'api-key.created', member.personId, { key: id, scopes, expiresAt })
  })
  return secret
}

/** It answers no more, at once. */
export function revokeApiKey(
  context: Context,
  person: Member['personId'],
  id: ApiKeyId,
): Promise<null | Refusal<'unknown-key'>> {
  return inTransaction<null | Refusal<'unknown-key'>>(context.db, async (tx) => {
    if (!(await endApiKey(tx, person, id, context.now))) return refuse('unknown-key')
    await writeJournal(tx, context, 'api-key.revoked', person, { key: id })
    return null
  })
}

export function digestOfKey(config: Key, secret: string): string {
  return keyedDigest(config, 'api-key', secret)
}
