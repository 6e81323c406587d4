import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** Codes live by the real hour, which authenticators also read: never by a day chosen for a demonstration. */
const now = sql<Instant>`now()`

/** Wrong codes in a row before this way closes for a while. Only whoever has the first factor can spend them. */
export const WRONG_CODES = 10
export const CLOSED_MINUTES = 15

export interface Factors {
  /** An application that gives codes is set up. */
  hasCode: boolean
  passkeys: number
  /** This session has given its second factor. */
  given: boolean
}

/** What a person has beyond their first factor, and whether this session gave it. */
export async function factorsOf(db: Database, person: PersonId, session: Id<'session'>): Promise<Factors> {
  const row = await db
    .selectFrom('identity.person as p')
    .select((of) => [
      'p.two_factor_enabled as hasCode',
      of
        .selectFrom('identity.passkey as k')
        .whereRef('k.person_id', '=', 'p.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('passkeys'),
      of
        .exists(
          of
            .selectFrom('identity.session as s')
            .select('s.id')
            .where('s.id', '=', session)
            .whereRef('s.person_id', '=', 'p.id')
            .where('s.second_factor_at', 'is not', null),
        )
        .as('given'),
    ])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow()
  return { hasCode: row.hasCode, passkeys: row.passkeys ?? 0, given: Boolean(row.given) }
}

/** An application of codes, set up or half so, or a key. */
export async function hasSecondFactor(db: Database, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from identity.two_factor where person_id = ${person})
      or exists (select from identity.passkey where person_id = ${person}) as has`.execute(db)
  return rows[0]?.has ?? false
}

/** The application of a person, set up (`isSetUp`) or waiting for its first code. Secrets are sealed. */
export interface Authenticator {
  id: Id<'two-factor'>
  secret: string
  recoveryCodes: string
  isSetUp: boolean
  isClosed: boolean
}

export async function findAuthenticator(db: Database, person: PersonId): Promise<Authenticator | null> {
  return (await authenticators(db, person).executeTakeFirst()) ?? null
}

/** The same, held until the end of the transaction: two answers at once are read one after the other. */
export async function lockAuthenticator(tx: Database, person: PersonId): Promise<Authenticator | null> {
  return (await authenticators(tx, person).forUpdate().executeTakeFirst()) ?? null
}

function authenticators(db: Database, person: PersonId) {
  return db
    .selectFrom('identity.two_factor')
    .select(['id', 'secret', 'backup_codes as recoveryCodes'])
    .select([
      sql<boolean>`verified is not false`.as('isSetUp'),
      sql<boolean>`coalesce(locked_until > now(), false)`.as('isClosed'),
    ])
    .where('person_id', '=', person)
}

/** A secret that waits for its first code; it replaces one that never had it. False when one is already set up. */
export async function prepareAuthenticator(
  tx: Database,
  person: PersonId,
  sealed: { secret: string; recoveryCodes: string },
): Promise<boolean> {
  const fields = { secret: sealed.secret, backup_codes: sealed.recoveryCodes }
  const row = await tx
    .insertInto('identity.two_factor')
    .values({ id: newId(), person_id: person, verified: false, failed_verification_count: 0, ...fields })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet(fields).where('identity.two_factor.verified', '=', false),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function confirmAuthenticator(tx: Database, person: PersonId): Promise<void> {
  await tx
    .updateTable('identity.two_factor')
    .set({ verified: true })
    .where('person_id', '=', person)
    .execute()
  await tx
    .updateTable('identity.person')
    .set({ two_factor_enabled: true, updated_at: now })
    .where('id', '=', person)
    .execute()
}

export async function removeAuthenticator(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('identity.two_factor').where('person_id', '=', person).execute()
  await tx
    .updateTable('identity.person')
    .set({ two_factor_enabled: false, updated_at: now })
    .where('id', '=', person)
    .execute()
}

export async function keepRecoveryCodes(tx: Database, person: PersonId, sealed: string): Promise<void> {
  await tx
    .updateTable('identity.two_factor')
    .set({ backup_codes: sealed })
    .where('person_id', '=', person)
    .execute()
}

/** One more wrong answer; after too many, none is read for a while. */
export async function countWrongCode(tx: Database, person: PersonId): Promise<void> {
  const count = sql<number>`coalesce(failed_verification_count, 0) + 1`
  await tx
    .updateTable('identity.two_factor')
    .set({
      failed_verification_count: sql`case when ${count} >= ${WRONG_CODES} then 0 else ${count} end`,
      locked_until: sql`case when ${count} >= ${WRONG_CODES}
        then now() + make_interval(mins => ${CLOSED_MINUTES}) else locked_until end`,
    })
    .where('person_id', '=', person)
    .execute()
}

export async function forgetWrongCodes(tx: Database, person: PersonId): Promise<void> {
  await tx
    .updateTable('identity.two_factor')
    .set({ failed_verification_count: 0, locked_until: null })
    .where('person_id', '=', person)
    .execute()
}

/** This session has given its second factor. False when it is over, or another person's. */
export async function strengthenSession(
  tx: Database,
  session: Id<'session'>,
  person: PersonId,
): Promise<boolean> {
  const row = await tx
    .updateTable('identity.session')
    .set({ second_factor_at: now })
    .where('id', '=', session)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
