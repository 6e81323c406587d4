import type { Selectable } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { IdentityMandate } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { Mandate, MandateAct } from '../../domain/organisations/capacity.ts'

export interface StoredMandate extends Mandate {
  organisationId: OrganisationId
  personId: PersonId | null
  documentId: Id<'file'> | null
}

export type NewMandate = Omit<StoredMandate, 'id' | 'withdrawn'>

/** The mandates of an organisation and its duplicates, the legal representative first, the last begun first. */
export async function mandatesOf(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<StoredMandate[]> {
  const rows = await db
    .selectFrom('identity.mandate')
    .selectAll()
    .where('organisation_id', 'in', organisations)
    .orderBy('is_legal_representative', 'desc')
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(mandateOf)
}

/** Held until the transaction ends; null when it is not one of these organisations'. */
export async function lockMandate(
  tx: Database,
  organisations: readonly OrganisationId[],
  id: Id<'mandate'>,
): Promise<StoredMandate | null> {
  const row = await tx
    .selectFrom('identity.mandate')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', 'in', organisations)
    .forUpdate()
    .executeTakeFirst()
  return row ? mandateOf(row) : null
}

export async function addMandate(
  tx: Database,
  network: NetworkId,
  mandate: NewMandate,
  recorded: { at: Instant; by: PersonId | null },
): Promise<Id<'mandate'>> {
  const id = newId<'mandate'>()
  await tx
    .insertInto('identity.mandate')
    .values({
      id,
      network_id: network,
      organisation_id: mandate.organisationId,
      person_id: mandate.personId,
      holder_name: mandate.holderName,
      quality: mandate.quality,
      is_legal_representative: mandate.isLegalRepresentative,
      act_kind: mandate.actKind,
      act_reference: mandate.actReference,
      act_date: mandate.actDate,
      document_file_id: mandate.documentId,
      from_day: mandate.from,
      until_day: mandate.until,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}

export async function endMandate(tx: Database, id: Id<'mandate'>, until: Day): Promise<void> {
  await tx.updateTable('identity.mandate').set({ until_day: until }).where('id', '=', id).execute()
}

export async function withdrawMandate(tx: Database, id: Id<'mandate'>, now: Instant): Promise<void> {
  await tx.updateTable('identity.mandate').set({ withdrawn_at: now }).where('id', '=', id).execute()
}

export function mandateOf(row: Selectable<IdentityMandate>): StoredMandate {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    holderName: row.holder_name,
    quality: row.quality,
    isLegalRepresentative: row.is_legal_representative,
    actKind: row.act_kind as MandateAct,
    actReference: row.act_reference,
    actDate: row.act_date,
    documentId: row.document_file_id,
    from: row.from_day,
    until: row.until_day,
    withdrawn: row.withdrawn_at !== null,
  }
}
