import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Accounts } from './accounts.ts'

type PersonId = Id<'person'>

/** As the library keeps it, slow to make (0.1 to 0.6 s): never inside a transaction. */
export async function hashOf(accounts: Accounts, password: string): Promise<string> {
  return (await accounts.$context).password.hash(password)
}

/** Is it their password? False without one. */
export async function isPasswordOf(
  db: Database,
  accounts: Accounts,
  person: PersonId,
  password: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('identity.credential')
    .select('password')
    .where('person_id', '=', person)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  return row?.password ? (await accounts.$context).password.verify({ hash: row.password, password }) : false
}

export async function savePassword(tx: Database, person: PersonId, hash: string): Promise<void> {
  await tx
    .insertInto('identity.credential')
    .values({
      id: newId<'credential'>(),
      // As the library names the account of a password.
      account: person,
      provider: 'credential',
      person_id: person,
      password: hash,
      updated_at: sql<Instant>`now()`,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('one_credential_per_account')
        .doUpdateSet({ password: hash, updated_at: sql`now()` }),
    )
    .execute()
}
