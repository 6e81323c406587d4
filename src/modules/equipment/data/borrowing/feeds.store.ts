import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, UnitId } from '../../domain/equipment.ts'
import type { Feed, FeedId, FeedSubject } from '../../domain/telling/feed.ts'

/** The table keeps the digest of the secret: the address itself is told once, to whoever opens it. */
export async function addFeed(
  tx: Database,
  network: NetworkId,
  subject: FeedSubject,
  made: { digest: string; at: Instant; by: PersonId },
): Promise<FeedId> {
  const id: FeedId = newId()
  const of = <Kind extends FeedSubject['kind']>(kind: Kind) =>
    subject.kind === kind ? (subject.id as Extract<FeedSubject, { kind: Kind }>['id']) : null
  await tx
    .insertInto('equipment.feed')
    .values({
      id,
      network_id: network,
      inventory_id: of('inventory'),
      desk_id: of('desk'),
      unit_id: of('unit'),
      organisation_id: of('organisation'),
      digest: made.digest,
      created_at: made.at,
      created_by: made.by,
    })
    .execute()
  return id
}

/** Whose feeds: those of an inventory with its desks and units, or those of an organisation. */
export type FeedScope =
  | { readonly kind: 'inventory'; readonly inventory: InventoryId }
  | { readonly kind: 'organisation'; readonly organisations: readonly OrganisationId[] }

export interface ListedFeed {
  readonly id: FeedId
  readonly kind: FeedSubject['kind']
  /** Name of the inventory or of the desk, number of the unit; empty for an organisation. */
  readonly name: string
  readonly createdAt: Instant
  readonly isOwn: boolean
}

/** The feeds that answer, the oldest first. */
export async function listFeeds(
  db: Database,
  network: NetworkId,
  scope: FeedScope,
  person: PersonId,
): Promise<ListedFeed[]> {
  const { rows } = await sql<ListedFeed>`
    select f.id, coalesce(i.name, d.name, u.asset_number, '') as name, f.created_at as "createdAt",
      f.created_by = ${person} as "isOwn",
      case when i.id is not null then 'inventory' when d.id is not null then 'desk'
        when u.id is not null then 'unit' else 'organisation' end as kind
    from equipment.feed f
    left join equipment.inventory i on i.id = f.inventory_id
    left join equipment.desk d on d.id = f.desk_id
    left join equipment.unit u on u.id = f.unit_id
    where f.network_id = ${network} and f.revoked_at is null and ${within(scope)}
    order by f.created_at, f.id`.execute(db)
  return rows
}

function within(scope: FeedScope) {
  return scope.kind === 'inventory'
    ? sql<boolean>`${scope.inventory} in (i.id, d.inventory_id, u.inventory_id)`
    : sql<boolean>`f.organisation_id = any(${scope.organisations}::uuid[])`
}

/** The address answers no more. */
export async function endFeed(tx: Database, id: FeedId, at: Instant): Promise<void> {
  await tx
    .updateTable('equipment.feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

interface FeedRow {
  id: FeedId
  created_by: PersonId
  inventory_id: InventoryId | null
  desk_id: DeskId | null
  unit_id: UnitId | null
  organisation_id: OrganisationId | null
  /** The inventory it is about, itself or through its desk or unit. */
  about: InventoryId | null
  name: string
}

export interface FoundFeed extends Feed {
  readonly createdBy: PersonId
  readonly inventoryId: InventoryId | null
  readonly name: string
}

/** The feed whose address ends with the secret of that digest, in that network, unless it was taken back. */
export async function feedOfDigest(
  db: Database,
  network: NetworkId,
  digest: string,
): Promise<FoundFeed | null> {
  const { rows } = await sql<FeedRow>`
    select f.id, f.created_by, f.inventory_id, f.desk_id, f.unit_id, f.organisation_id,
      coalesce(i.id, d.inventory_id, u.inventory_id) as about, coalesce(i.name, d.name, u.asset_number, '') as name
    from equipment.feed f
    left join equipment.inventory i on i.id = f.inventory_id
    left join equipment.desk d on d.id = f.desk_id
    left join equipment.unit u on u.id = f.unit_id
    where f.digest = ${digest} and f.network_id = ${network} and f.revoked_at is null`.execute(db)
  const [row] = rows
  const subject = row && subjectOf(row)
  return row && subject
    ? { id: row.id, createdBy: row.created_by, inventoryId: row.about, name: row.name, subject }
    : null
}

function subjectOf(row: FeedRow): FeedSubject | null {
  if (row.inventory_id) return { kind: 'inventory', id: row.inventory_id }
  if (row.desk_id) return { kind: 'desk', id: row.desk_id }
  if (row.unit_id) return { kind: 'unit', id: row.unit_id }
  return row.organisation_id ? { kind: 'organisation', id: row.organisation_id } : null
}

/** Units of an inventory that bear that number. */
export async function unitOfNumber(
  db: Database,
  inventory: InventoryId,
  assetNumber: string,
): Promise<Id<'unit'> | null> {
  const row = await db
    .selectFrom('equipment.unit')
    .select('id')
    .where('inventory_id', '=', inventory)
    .where(sql<boolean>`lower(asset_number) = lower(${assetNumber})`)
    .executeTakeFirst()
  return row?.id ?? null
}
