import type { Selectable } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { IdentityDelegation } from '../../../../platform/db/schema.generated.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { Delegation, Subject } from '../../domain/organisations/capacity.ts'

export interface StoredDelegation extends Delegation {
  mandateId: Id<'mandate'>
  personId: PersonId | null
  documentId: Id<'file'> | null
}

export type NewDelegation = Omit<StoredDelegation, 'id' | 'withdrawn'>

/** What the holders of these organisations' mandates let others sign, the last begun first. */
export async function delegationsOf(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<StoredDelegation[]> {
  const rows = await within(db, organisations).orderBy('d.from_day', 'desc').orderBy('d.id').execute()
  return rows.map(delegationOf)
}

/** Held until the transaction ends; null when it comes from no mandate of these organisations. */
export async function lockDelegation(
  tx: Database,
  organisations: readonly OrganisationId[],
  id: Id<'delegation'>,
): Promise<StoredDelegation | null> {
  const row = await within(tx, organisations).where('d.id', '=', id).forUpdate('d').executeTakeFirst()
  return row ? delegationOf(row) : null
}

export async function addDelegation(
  tx: Database,
  delegation: NewDelegation,
  recorded: { at: Instant; by: PersonId | null },
): Promise<Id<'delegation'>> {
  const id = newId<'delegation'>()
  await tx
    .insertInto('identity.delegation')
    .values({
      id,
      mandate_id: delegation.mandateId,
      person_id: delegation.personId,
      holder_name: delegation.holderName,
      quality: delegation.quality,
      subjects: [...delegation.subjects],
      act_reference: delegation.actReference,
      act_date: delegation.actDate,
      document_file_id: delegation.documentId,
      from_day: delegation.from,
      until_day: delegation.until,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}

export async function endDelegation(tx: Database, id: Id<'delegation'>, until: Day): Promise<void> {
  await tx.updateTable('identity.delegation').set({ until_day: until }).where('id', '=', id).execute()
}

export async function withdrawDelegation(tx: Database, id: Id<'delegation'>, now: Instant): Promise<void> {
  await tx.updateTable('identity.delegation').set({ withdrawn_at: now }).where('id', '=', id).execute()
}

function within(db: Database, organisations: readonly OrganisationId[]) {
  return db
    .selectFrom('identity.delegation as d')
    .innerJoin('identity.mandate as m', 'm.id', 'd.mandate_id')
    .selectAll('d')
    .where('m.organisation_id', 'in', organisations)
}

function delegationOf(row: Selectable<IdentityDelegation>): StoredDelegation {
  return {
    id: row.id,
    mandateId: row.mandate_id,
    personId: row.person_id,
    holderName: row.holder_name,
    quality: row.quality,
    subjects: row.subjects as Subject[],
    actReference: row.act_reference,
    actDate: row.act_date,
    documentId: row.document_file_id,
    from: row.from_day,
    until: row.until_day,
    withdrawn: row.withdrawn_at !== null,
  }
}
