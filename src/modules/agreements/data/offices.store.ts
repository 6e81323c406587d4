import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsLinkedOffice, AgreementsOffice } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { LinkedOffice, Office, OfficeHolder } from '../domain/offices.ts'
import type { Party } from '../domain/terms.ts'

export interface Recorded {
  at: Instant
  by: PersonId | null
}

/** Everybody who held or will hold an office, the last to come first. Of an agreement already found within reach. */
export async function officesOf(db: Database, agreement: AgreementId): Promise<OfficeHolder[]> {
  const rows = await db
    .selectFrom('agreements.office')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('from_day', 'desc')
    .orderBy(sql`name collate public.french`)
    .execute()
  return rows.map(holderOf)
}

export type NewOffice = Omit<OfficeHolder, 'id' | 'until'>

export async function addOffice(
  tx: Database,
  agreement: AgreementId,
  { from, ...office }: NewOffice,
  { at, by }: Recorded,
): Promise<Id<'office'>> {
  const id = newId<'office'>()
  await tx
    .insertInto('agreements.office')
    .values({
      id,
      agreement_id: agreement,
      ...office,
      from_day: from,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  return id
}

/** Gives an office its end, once. False when it has one already. */
export async function endOffice(
  tx: Database,
  agreement: AgreementId,
  id: Id<'office'>,
  until: Day,
  { at, by }: Recorded,
): Promise<boolean> {
  const row = await tx
    .updateTable('agreements.office')
    .set({ until_day: until, ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('agreement_id', '=', agreement)
    .where('until_day', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whom a party wants written to, on that day. */
export async function referentsOn(
  db: Database,
  agreement: AgreementId,
  on: Day,
): Promise<{ party: Party; name: string; email: string }[]> {
  return db
    .selectFrom('agreements.office')
    .select(['party', 'name', 'email'])
    .where('agreement_id', '=', agreement)
    .where('office', '=', 'referent')
    .where('from_day', '<=', on)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', on)]))
    .orderBy('email')
    .execute()
}

export async function linkedOfficesOf(db: Database, agreement: AgreementId): Promise<LinkedOffice[]> {
  const rows = await db
    .selectFrom('agreements.linked_office')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('from_day', 'desc')
    .execute()
  return rows.map(linkOf)
}

/** Those that hold on that day, in the whole network: for who composes a jury or a committee. */
export async function linkedOfficesOn(
  db: Database,
  network: NetworkId,
  on: Day,
): Promise<(LinkedOffice & { agreement: AgreementId; reference: string })[]> {
  const rows = await db
    .selectFrom('agreements.linked_office as l')
    .innerJoin('agreements.agreement as a', 'a.id', 'l.agreement_id')
    .selectAll('l')
    .select('a.reference')
    .where('a.network_id', '=', network)
    .where('l.from_day', '<=', on)
    .where((is) => is.or([is('l.until_day', 'is', null), is('l.until_day', '>', on)]))
    .orderBy(sql`l.name collate public.french`)
    .execute()
  return rows.map((row) => ({ ...linkOf(row), agreement: row.agreement_id, reference: row.reference }))
}

export async function addLinkedOffice(
  tx: Database,
  agreement: AgreementId,
  { from, ...link }: Omit<LinkedOffice, 'id' | 'until'>,
  { at, by }: Recorded,
): Promise<Id<'linked-office'>> {
  const id = newId<'linked-office'>()
  await tx
    .insertInto('agreements.linked_office')
    .values({ id, agreement_id: agreement, ...link, from_day: from, declared_at: at, declared_by: by })
    .execute()
  return id
}

export async function endLinkedOffice(
  tx: Database,
  agreement: AgreementId,
  id: Id<'linked-office'>,
  until: Day,
  { at, by }: Recorded,
): Promise<boolean> {
  const row = await tx
    .updateTable('agreements.linked_office')
    .set({ until_day: until, ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('agreement_id', '=', agreement)
    .where('until_day', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

function holderOf(row: Selectable<AgreementsOffice>): OfficeHolder {
  const { id, party, name, title, email, phone } = row
  const office = row.office as Office
  return { id, party, office, name, title, email, phone, from: row.from_day, until: row.until_day }
}

function linkOf(row: Selectable<AgreementsLinkedOffice>): LinkedOffice {
  const { id, party, name, office, body, role, measure } = row
  return { id, party, name, office, body, role, measure, from: row.from_day, until: row.until_day }
}
