import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'

type PersonId = Id<'person'>

/** The last day a person was there: what inactivity is counted from. */
export async function notePresence(db: Database, person: PersonId, today: Day): Promise<void> {
  await db
    .updateTable('identity.person')
    .set({ last_seen_on: today, inactivity_warned_on: null })
    .where('id', '=', person)
    .where((is) => is.or([is('last_seen_on', 'is', null), is('last_seen_on', '<', today)]))
    .execute()
}

/** Everything a person may see and change of what we hold on them as a user. */
export function findAccount(db: Database, person: PersonId) {
  return db
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.email', 'p.phone', 'p.two_factor_enabled'])
    .select((of) => [
      of
        .selectFrom('identity.passkey as k')
        .whereRef('k.person_id', '=', 'p.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('passkeys'),
      of
        .selectFrom('identity.credential as k')
        .whereRef('k.person_id', '=', 'p.id')
        .where('k.provider', '=', 'credential')
        .where('k.password', 'is not', null)
        .select(sql<number>`count(*)::int`.as('n'))
        .as('passwords'),
    ])
    .where('p.id', '=', person)
    .where('p.anonymised_at', 'is', null)
    .executeTakeFirst()
}

/** Whose e-mail it is; the address in lower case. */
export function findByEmail(db: Database, email: string) {
  return db
    .selectFrom('identity.person')
    .select(['id', 'email', 'email_verified'])
    .where('email', '=', email.toLowerCase())
    .where('anonymised_at', 'is', null)
    .executeTakeFirst()
}

/** They read this mailbox: said of the address the link went to, were it another one meanwhile. */
export async function confirmEmail(tx: Database, person: PersonId, email: string): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ email_verified: true, updated_at: sql<Instant>`now()` })
    .where('id', '=', person)
    .where('email', '=', email)
    .execute()
}

export async function saveEmail(tx: Database, person: PersonId, email: string): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ email, email_verified: true, updated_at: sql<Instant>`now()` })
    .where('id', '=', person)
    .execute()
}

export interface OwnIdentity {
  given_name: string
  family_name: string
  phone: string
}

export async function saveIdentity(tx: Database, person: PersonId, identity: OwnIdentity): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ ...identity, updated_at: sql<Instant>`now()` })
    .where('id', '=', person)
    .execute()
}
