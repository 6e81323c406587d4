import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What is only true for a few minutes: codes already used, recovery codes on show, sign-ins that wait for a code. */
const now = sql<Instant>`now()`

/** A code opens once, even within its half minute. False when it already has; needs the authenticator's lock. */
export async function spendCode(tx: Database, person: PersonId, code: string): Promise<boolean> {
  const identifier = `spent-code:${person}:${code}`
  const spent = await tx
    .selectFrom('identity.verification')
    .select('id')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!spent) await note(tx, identifier, 3)
  return !spent
}

/** Whose password was right a moment ago, for the value of the cookie of a sign-in that waits for its code. */
export async function findPendingPerson(db: Database, pending: string): Promise<PersonId | null> {
  const row = await db
    .selectFrom('identity.verification')
    .select('value')
    .where('identifier', '=', pending)
    .where('identifier', 'like', '2fa-%')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return (row?.value as PersonId | undefined) ?? null
}

/** Recovery codes are shown until the person says they noted them, an hour at most. */
export async function showRecoveryCodes(tx: Database, person: PersonId): Promise<void> {
  await hideRecoveryCodes(tx, person)
  await note(tx, shownCodes(person), 60)
}

export async function hideRecoveryCodes(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('identity.verification').where('identifier', '=', shownCodes(person)).execute()
}

export async function areRecoveryCodesShown(db: Database, person: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('identity.verification')
    .select('id')
    .where('identifier', '=', shownCodes(person))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

function shownCodes(person: PersonId): string {
  return `recovery-codes:${person}`
}

async function note(tx: Database, identifier: string, minutes: number): Promise<void> {
  await tx
    .insertInto('identity.verification')
    .values({
      id: newId(),
      identifier,
      value: '',
      expires_at: sql<Instant>`now() + make_interval(mins => ${minutes})`,
    })
    .execute()
}
