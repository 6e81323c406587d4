import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId, ModelId, RequestId, UnitId } from '../domain/equipment.ts'

/** What somebody follows: what their structures asked, and what was asked of the inventories they work for. */
export interface FollowedScope {
  readonly network: NetworkId
  readonly organisations: readonly OrganisationId[]
  readonly inventories: readonly InventoryId[]
}

export interface ShownLine {
  readonly id: LineId
  readonly requestId: RequestId
  readonly inventoryId: InventoryId
  readonly organisationId: OrganisationId
  readonly deskId: DeskId
  readonly modelId: ModelId
  readonly unitId: UnitId | null
  readonly state: string
  readonly version: number
  readonly pickupAt: Instant | null
  readonly returnAt: Instant | null
  readonly days: number | null
  readonly needsDerogation: boolean
}

export interface PageAsked<Key> {
  readonly after: Key | null
  readonly limit: number
}

/** A page of them by id, and one more when there is another page: one statement. A draft is its author's alone. */
export async function shownLines(
  db: Database,
  scope: FollowedScope,
  { after, limit, state }: PageAsked<LineId> & { readonly state: string | null },
): Promise<ShownLine[]> {
  const { rows } = await sql<ShownLine>`
    select l.id, l.request_id as "requestId", r.inventory_id as "inventoryId", r.organisation_id as "organisationId",
      r.desk_id as "deskId", l.model_id as "modelId", l.unit_id as "unitId", l.state, l.seq as version,
      l.pickup_at as "pickupAt", l.return_at as "returnAt", l.days, l.needs_derogation as "needsDerogation"
    from equipment.loan_line l join equipment.loan_request r on r.id = l.request_id
    where ${followed(scope)} and (${after}::uuid is null or l.id > ${after}::uuid)
      and (${state}::text is null or l.state = ${state}::text)
    order by l.id limit ${limit + 1}`.execute(db)
  return rows
}

export interface ShownRequest {
  readonly id: RequestId
  readonly inventoryId: InventoryId
  readonly organisationId: OrganisationId
  readonly deskId: DeskId
  readonly actionKind: string
  readonly actions: string
  readonly lines: { readonly id: LineId; readonly modelId: ModelId; readonly state: string }[]
}

/** The same of requests, each with its lines. */
export async function shownRequests(
  db: Database,
  scope: FollowedScope,
  { after, limit }: PageAsked<RequestId>,
): Promise<ShownRequest[]> {
  const { rows } = await sql<ShownRequest>`
    select r.id, r.inventory_id as "inventoryId", r.organisation_id as "organisationId", r.desk_id as "deskId",
      r.action_kind as "actionKind", r.actions,
      jsonb_agg(jsonb_build_object('id', l.id, 'modelId', l.model_id, 'state', l.state) order by l.id) as lines
    from equipment.loan_request r join equipment.loan_line l on l.request_id = r.id
    where ${followed(scope)} and (${after}::uuid is null or r.id > ${after}::uuid)
    group by r.id order by r.id limit ${limit + 1}`.execute(db)
  return rows
}

function followed({ network, organisations, inventories }: FollowedScope): RawBuilder<boolean> {
  return sql`(r.network_id = ${network} and (r.organisation_id = any(${organisations}::uuid[])
    or (r.inventory_id = any(${inventories}::uuid[]) and l.state <> 'draft')))`
}

export interface ShownItem {
  readonly id: UnitId
  readonly inventoryId: InventoryId
  readonly modelId: ModelId
  readonly deskId: DeskId
  readonly assetNumber: string
  readonly isKit: boolean
  readonly isInService: boolean
}

/** What may be lent one day, by id: neither what is gone, nor the parts that never leave alone. */
export async function shownItems(
  db: Database,
  inventories: readonly InventoryId[],
  { after, limit, model }: PageAsked<UnitId> & { readonly model: ModelId | null },
): Promise<ShownItem[]> {
  const { rows } = await sql<ShownItem>`
    select u.id, u.inventory_id as "inventoryId", u.model_id as "modelId", u.home_desk_id as "deskId",
      u.asset_number as "assetNumber", u.is_kit as "isKit", u.lifecycle = 'in_service' as "isInService"
    from equipment.unit u join equipment.model m on m.id = u.model_id
    where u.inventory_id = any(${inventories}::uuid[]) and m.retired_at is null
      and u.lifecycle not in ('lost', 'stolen', 'retired') and (u.kit_id is null or u.lent_alone)
      and (${model}::uuid is null or u.model_id = ${model}::uuid) and (${after}::uuid is null or u.id > ${after}::uuid)
    order by u.id limit ${limit + 1}`.execute(db)
  return rows
}
