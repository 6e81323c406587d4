import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId, RequestId } from '../../domain/equipment.ts'

export type ConflictId = Id<'desk-conflict'>

interface NewConflict {
  lineId: LineId
  key: string
  act: string
  typed: Readonly<Record<string, unknown>>
  deviceAt: Instant | null
  packVersion: string
  reason: string
}

/** Once per sending: the same key again adds nothing. */
export async function addConflict(
  db: Database,
  conflict: NewConflict,
  recorded: { at: Instant; by: PersonId },
): Promise<void> {
  await db
    .insertInto('equipment.desk_conflict')
    .values({
      id: newId(),
      line_id: conflict.lineId,
      key: conflict.key,
      act: conflict.act,
      typed: JSON.stringify(conflict.typed),
      made_at: conflict.deviceAt,
      pack_version: conflict.packVersion,
      reason: conflict.reason,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .onConflict((on) => on.constraint('one_conflict_per_sending').doNothing())
    .execute()
}

/** What a device without network sent too late, waiting for somebody to read it. */
export interface Conflict {
  readonly id: ConflictId
  readonly lineId: LineId
  readonly organisationId: OrganisationId
  readonly what: string
  readonly act: string
  readonly typed: Readonly<Record<string, unknown>>
  readonly madeAt: Instant | null
  readonly recordedAt: Instant
  readonly reason: string
}

/** Those nobody settled yet in an inventory, the oldest first. */
export async function conflictsOf(db: Database, inventory: InventoryId): Promise<Conflict[]> {
  const rows = await db
    .selectFrom('equipment.desk_conflict as c')
    .innerJoin('equipment.loan_line as l', 'l.id', 'c.line_id')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .innerJoin('equipment.model as m', 'm.id', 'l.model_id')
    .leftJoin('equipment.unit as u', 'u.id', 'l.unit_id')
    .select(['c.id', 'c.line_id', 'c.act', 'c.typed', 'c.made_at', 'c.recorded_at', 'c.reason'])
    .select(['r.organisation_id', 'm.name', 'u.asset_number'])
    .where('r.inventory_id', '=', inventory)
    .where('c.settled_at', 'is', null)
    .orderBy('c.recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_id,
    organisationId: row.organisation_id,
    what: [row.name, row.asset_number].filter(Boolean).join(', '),
    act: row.act,
    typed: row.typed as Readonly<Record<string, unknown>>,
    madeAt: row.made_at,
    recordedAt: row.recorded_at,
    reason: row.reason,
  }))
}

/** Null when it is not of that inventory, or somebody settled it first. */
export async function settle(
  tx: Database,
  inventory: InventoryId,
  { conflict, settlement }: { conflict: ConflictId; settlement: string },
  settled: { at: Instant; by: PersonId | null },
): Promise<{ lineId: LineId; requestId: RequestId } | null> {
  const { rows } = await sql<{ line_id: LineId; request_id: RequestId }>`
    update equipment.desk_conflict c set settled_at = ${settled.at}, settled_by = ${settled.by}, settlement = ${settlement}
    from equipment.loan_line l join equipment.loan_request r on r.id = l.request_id
    where c.id = ${conflict} and c.settled_at is null and l.id = c.line_id and r.inventory_id = ${inventory}
    returning l.id as line_id, l.request_id`.execute(tx)
  const [row] = rows
  return row ? { lineId: row.line_id, requestId: row.request_id } : null
}
