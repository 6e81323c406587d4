import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** Puts a new key in the place of the one that was not used; false when one was. */
export async function replaceKey(db: Database, digest: string, now: Instant): Promise<boolean> {
  const row = await db
    .insertInto('identity.first_run')
    .values({ digest, made_at: now })
    .onConflict((conflict) =>
      conflict
        .column('single')
        .doUpdateSet({ digest, made_at: now })
        .where('identity.first_run.used_at', 'is', null),
    )
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

export async function isOpenKey(db: Database, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.first_run')
    .select('digest')
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses the key: of two who try at once, the database lets one. */
export async function takeKey(tx: Database, digest: string, now: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('identity.first_run')
    .set({ used_at: now })
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

/** The first officer's account; the address is theirs once they opened the mail sent to it. */
export async function addFirstOfficer(
  tx: Database,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
  now: Instant,
): Promise<PersonId> {
  const id: PersonId = newId()
  await tx
    .insertInto('identity.person')
    .values({ id, given_name: givenName, family_name: familyName, email, created_at: now })
    .execute()
  return id
}

const HELD = 'the key of the first run'

/**
 * Says, until `release`, that this process shows the key: another one leaves it alone. The lock falls with the
 * process, so that a restart makes a new key. Null when another process holds it.
 */
export async function holdKey(db: Database): Promise<{ release(): Promise<void> } | null> {
  const asked = Promise.withResolvers<boolean>()
  const over = Promise.withResolvers<void>()
  const held = db.connection().execute(async (own) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${HELD}, 0)) as got`.execute(own)
    const got = rows[0]?.got === true
    asked.resolve(got)
    if (!got) return
    await over.promise
    await sql`select pg_advisory_unlock(hashtextextended(${HELD}, 0))`.execute(own)
  })
  held.catch(asked.reject)
  if (!(await asked.promise)) return null
  return {
    async release() {
      over.resolve()
      // A database that went away has let go of the lock by itself.
      await held.catch(() => {})
    },
  }
}
