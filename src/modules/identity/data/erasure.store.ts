import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Subject } from '../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { lockOfficers } from './members/members.store.ts'
import { lastsOn } from './members/membership-terms.ts'

const NOBODY = 'Personne effacée'

/** Waits for whoever erases the same person. Null when they are erased already, or never were. */
export async function lockPerson(tx: Database, id: PersonId): Promise<Subject | null> {
  const row = await tx
    .selectFrom('identity.person')
    .select(['id', 'email'])
    .where('id', '=', id)
    .where('anonymised_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/**
 * The networks that this person's leaving would leave without an officer. Their officers are held until the
 * transaction ends, as when one of them is removed: two who leave at once are not each the other's successor.
 */
export async function networksLeftAlone(tx: Database, id: PersonId, today: Day): Promise<string[]> {
  const led = await tx
    .selectFrom('identity.membership as m')
    .innerJoin('identity.network as n', 'n.id', 'm.network_id')
    .select(['n.id', 'n.name'])
    .distinct()
    .where('m.person_id', '=', id)
    .where('m.role', '=', 'officer')
    .where(lastsOn(today))
    // One order for everybody: nobody waits for whom they keep waiting.
    .orderBy('n.id')
    .execute()
  const alone: string[] = []
  for (const network of led) {
    const officers = await lockOfficers(tx, network.id, today)
    if (officers.every(({ personId }) => personId === id)) alone.push(network.name)
  }
  return alone
}

/** Mandates and delegations of the person that an act of the journal was done under: they prove it. */
export async function usedMandates(
  db: Database,
  id: PersonId,
): Promise<{ quality: string; organisation: string }[]> {
  const { rows } = await sql<{ quality: string; organisation: string }>`
    select m.quality, o.name as organisation from identity.mandate m
    join identity.organisation o on o.id = m.organisation_id
    where m.person_id = ${id} and ${wasUsed('m')}
    union
    select d.quality, o.name from identity.delegation d
    join identity.mandate m on m.id = d.mandate_id join identity.organisation o on o.id = m.organisation_id
    where d.person_id = ${id} and exists (select 1 from platform.journal l where l.delegation_id = d.id)`.execute(
    db,
  )
  return rows
}

function wasUsed(mandate: string) {
  return sql<boolean>`exists (select 1 from platform.journal l where l.mandate_id = ${sql.ref(`${mandate}.id`)}
    or l.delegation_id in (select g.id from identity.delegation g where g.mandate_id = ${sql.ref(`${mandate}.id`)}))`
}

/** Nothing of the account opens any more, and nothing of it tells who they were. */
export async function erasePerson(tx: Database, { id, email }: Subject, now: Instant): Promise<void> {
  await forgetWaysIn(tx, id, email)
  await tx
    .updateTable('identity.membership')
    .set({ ended_at: now, ended_by: 'anonymised' })
    .set({
      until_day: sql<never>`greatest(from_day, least(until_day, (${now}::timestamptz at time zone 'Europe/Paris')::date))`,
    })
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('identity.membership')
    .set({ job_title: '', end_reason: '' })
    .where('person_id', '=', id)
    .execute()
  await forgetNames(tx, id, email, now)
  await endHelp(tx, id, now)
  await tx
    .updateTable('identity.person')
    .set({
      given_name: 'Personne',
      family_name: 'effacée',
      email: `efface-${id}@invalide.invalid`,
      email_verified: false,
      phone: '',
      image: null,
      two_factor_enabled: false,
      last_seen_on: null,
      inactivity_warned_on: null,
      anonymised_at: now,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
}

async function forgetWaysIn(tx: Database, id: PersonId, email: string): Promise<void> {
  for (const table of [
    'identity.session',
    'identity.credential',
    'identity.passkey',
    'identity.api_key',
    'identity.two_factor',
    'identity.known_device',
  ] as const)
    await tx.deleteFrom(table).where('person_id', '=', id).execute()
  await tx
    .deleteFrom('identity.verification')
    .where((is) => is.or([is('value', 'like', `%${id}%`), is('value', 'like', `%${email}%`)]))
    .execute()
}

async function forgetNames(tx: Database, id: PersonId, email: string, now: Instant): Promise<void> {
  const theirs = sql<boolean>`(email = ${email} or membership_id in
    (select m.id from identity.membership m where m.person_id = ${id}))`
  await tx
    .updateTable('identity.invitation')
    .set({ answer: 'withdrawn', answered_at: now })
    .where(theirs)
    .where('answer', 'is', null)
    .execute()
  await tx
    .updateTable('identity.invitation')
    .set({ email: `efface-${id}@invalide.invalid`, given_name: '', family_name: '', job_title: '' })
    .where(theirs)
    .execute()
  await tx.deleteFrom('identity.contact').where(sql<boolean>`lower(email) = ${email}`).execute()
  await sql`update identity.delegation d set holder_name = ${NOBODY}, quality = 'effacée'
    where person_id = ${id} and not exists (select 1 from platform.journal l where l.delegation_id = d.id)`.execute(
    tx,
  )
  await sql`update identity.mandate m set holder_name = ${NOBODY}, quality = 'effacée'
    where person_id = ${id} and not ${wasUsed('m')}`.execute(tx)
}

async function endHelp(tx: Database, id: PersonId, now: Instant): Promise<void> {
  await tx
    .updateTable('identity.support_consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx
    .updateTable('identity.impersonation')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`(impersonator_id = ${id} or membership_id in
        (select m.id from identity.membership m where m.person_id = ${id}))`,
    )
    .execute()
}
