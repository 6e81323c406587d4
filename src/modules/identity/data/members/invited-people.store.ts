import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'

export async function personByEmail(db: Database, email: string): Promise<PersonId | null> {
  const row = await db
    .selectFrom('identity.person')
    .select('id')
    .where('email', '=', email)
    .where('anonymised_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The account of somebody who received our mail: its address is theirs. Null when it was made meanwhile. */
export async function addInvitedPerson(
  tx: Database,
  { email, givenName, familyName }: { email: string; givenName: string; familyName: string },
  now: Instant,
): Promise<PersonId | null> {
  const added = await tx
    .insertInto('identity.person')
    .values({
      id: newId(),
      email,
      given_name: givenName,
      family_name: familyName,
      email_verified: true,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

/** Whoever holds the link of a mail reads that mailbox. */
export async function proveEmail(tx: Database, person: PersonId): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ email_verified: true })
    .where('id', '=', person)
    .where('email_verified', '=', false)
    .execute()
}

/** The organisations one may invite for, by name; duplicates are read as the one they joined. */
export async function organisationsToInviteFor(
  db: Database,
  reach: Reach,
): Promise<{ id: OrganisationId; name: string }[]> {
  if (reach.kind === 'nobody') return []
  return db
    .selectFrom('identity.organisation')
    .select(['id', 'name'])
    .where('network_id', '=', reach.network)
    .where('merged_into', 'is', null)
    .$if(reach.kind === 'these', (query) =>
      query.where(sql<boolean>`id = any(${reach.kind === 'these' ? reach.organisations : []})`),
    )
    .orderBy(sql`name collate public.french`)
    .execute()
}

/** The organisation that heads the network, duplicates read as one; null while none is named. */
export async function headOf(db: Database, network: NetworkId): Promise<OrganisationId | null> {
  const row = await db
    .selectFrom('identity.network as n')
    .innerJoin('identity.current_organisation as o', 'o.id', 'n.head_id')
    .select('o.current_id')
    .where('n.id', '=', network)
    .executeTakeFirst()
  return row?.current_id ?? null
}
