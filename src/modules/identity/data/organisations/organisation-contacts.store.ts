import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { ContactDetails, OrganisationContact, Purpose } from '../../domain/organisations/contact.ts'

/** The contacts of an organisation and its duplicates, by purpose then by name. */
export async function contactsOf(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<OrganisationContact[]> {
  const rows = await db
    .selectFrom('identity.contact')
    .selectAll()
    .where('organisation_id', 'in', organisations)
    .orderBy('purpose')
    .orderBy(sql`name collate public.french`)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, job_title, email, phone, purpose }) => ({
    ...{ id, name, email, phone },
    jobTitle: job_title,
    purpose: purpose as Purpose,
  }))
}

export async function addContact(
  tx: Database,
  organisation: OrganisationId,
  contact: ContactDetails,
  now: Instant,
): Promise<Id<'contact'>> {
  const id = newId<'contact'>()
  await tx
    .insertInto('identity.contact')
    .values({ id, organisation_id: organisation, ...columnsOf(contact), added_at: now })
    .execute()
  return id
}

export async function saveContact(tx: Database, id: Id<'contact'>, contact: ContactDetails): Promise<void> {
  await tx.updateTable('identity.contact').set(columnsOf(contact)).where('id', '=', id).execute()
}

/** False when somebody already removed it. */
export async function dropContact(tx: Database, id: Id<'contact'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('identity.contact')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

function columnsOf({ jobTitle, ...columns }: ContactDetails) {
  return { ...columns, job_title: jobTitle }
}
