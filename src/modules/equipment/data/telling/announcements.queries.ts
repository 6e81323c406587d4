import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { AgreementId, InventoryId, LineId } from '../../domain/equipment.ts'

/** All that a mail about a loan may say of it, as its event of one rank left it. */
export interface AnnouncedLoan {
  readonly lineId: LineId
  readonly networkId: NetworkId
  readonly inventoryId: InventoryId
  readonly inventoryName: string
  readonly ownerId: OrganisationId
  readonly organisationId: OrganisationId
  readonly agreementId: AgreementId | null
  readonly requestedBy: PersonId | null
  /** The manager who wrote it down for the borrower. EQP-505. */
  readonly enteredBy: PersonId | null
  readonly collector: string
  readonly deskName: string
  readonly zone: string
  readonly modelName: string
  readonly assetNumber: string | null
  readonly pickupAt: Instant | null
  /** The last date that stands, or the hour asked for. */
  readonly dueAt: Instant | null
  readonly heldUntil: Instant | null
  readonly needsDerogation: boolean
  readonly reasonCode: string | null
  readonly reason: string
  readonly details: Readonly<Record<string, unknown>>
  /** What is still in the borrower's hands after a partial return; empty when nothing came back. */
  readonly stillOut: readonly string[]
  /** People given a role in the inventory that decides. */
  readonly deciders: readonly PersonId[]
}

/** Null for a loan that does not exist. For the program: no reach. One statement. */
export async function announcedLoan(db: Database, line: LineId, seq: number): Promise<AnnouncedLoan | null> {
  const { rows } = await sql<AnnouncedLoan>`
    select l.id as "lineId", r.network_id as "networkId", r.inventory_id as "inventoryId", i.name as "inventoryName",
      i.owner_id as "ownerId", r.organisation_id as "organisationId", r.agreement_id as "agreementId",
      r.requested_by as "requestedBy", r.entered_by as "enteredBy", r.collector_name as collector, d.name as "deskName", d.time_zone as zone,
      m.name as "modelName", u.asset_number as "assetNumber", l.pickup_at as "pickupAt",
      coalesce((select due_at from equipment.due_date where line_id = l.id and lifted_at is null
        order by recorded_at desc limit 1), l.return_at) as "dueAt",
      (select max(held_until) from equipment.occupancy where line_id = l.id and status = 'hold') as "heldUntil",
      l.needs_derogation as "needsDerogation",
      e.reason_code as "reasonCode", coalesce(e.reason, '') as reason, coalesce(e.details, '{}') as details,
      (select coalesce(array_agg(om.name || ' (' || ou.asset_number || ')' order by ou.asset_number)
          filter (where exists (select 1 from equipment.custody b where b.line_id = l.id and b.back_at is not null)), '{}')
        from equipment.custody c join equipment.unit ou on ou.id = c.unit_id
        join equipment.model om on om.id = ou.model_id
        where c.line_id = l.id and c.back_at is null) as "stillOut",
      (select coalesce(array_agg(person_id), '{}') from equipment.inventory_role
        where inventory_id = i.id and role in ('head', 'manager')) as deciders
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.inventory i on i.id = r.inventory_id
    join equipment.desk d on d.id = r.desk_id
    left join equipment.unit u on u.id = l.unit_id
    join equipment.model m on m.id = coalesce(u.model_id, l.model_id)
    left join equipment.loan_event e on e.line_id = l.id and e.seq = ${seq}
    where l.id = ${line}`.execute(db)
  return rows[0] ?? null
}
