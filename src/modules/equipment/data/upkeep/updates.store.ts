import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'

export type UpdateResult = 'done' | 'failed' | 'postponed'

export interface NewUpdate {
  readonly unitId: UnitId
  readonly software: string
  readonly versionBefore: string
  readonly versionAfter: string
  readonly day: Day
  readonly result: UpdateResult
  readonly note: string
}

/** Written once: a mistake is followed by another line. EQP-1002. */
export async function addUpdates(
  tx: Database,
  updates: readonly NewUpdate[],
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.software_update')
    .values(
      updates.map((one) => ({
        id: newId<'software-update'>(),
        unit_id: one.unitId,
        software: one.software,
        version_before: one.versionBefore,
        version_after: one.versionAfter,
        day: one.day,
        result: one.result,
        note: one.note,
        recorded_at: recorded.at,
        recorded_by: recorded.by,
      })),
    )
    .execute()
}

export interface UpdateLine {
  readonly unitId: UnitId
  readonly unitName: string
  readonly software: string
  readonly versionBefore: string
  readonly versionAfter: string
  readonly day: Day
  readonly result: UpdateResult
  readonly note: string
}

/** The log of one unit or of an inventory, the last one first. */
export function updatesOf(
  db: Database,
  of: { unit: UnitId } | { inventory: InventoryId },
  limit = 20,
): Promise<UpdateLine[]> {
  const where = 'unit' in of ? sql`u.id = ${of.unit}` : sql`u.inventory_id = ${of.inventory}`
  return lines(
    db,
    sql`select ${COLUMNS} ${FROM} where ${where} order by s.day desc, s.recorded_at desc limit ${limit}`,
  )
}

/** What runs on these units now: the last version of each software that was put on them. */
export function softwareOn(
  db: Database,
  of: { units: readonly UnitId[] } | { model: ModelId },
): Promise<UpdateLine[]> {
  const where =
    'model' in of
      ? sql`u.model_id = ${of.model} and u.lifecycle = 'in_service'`
      : sql`u.id = any(${of.units}::uuid[])`
  return lines(
    db,
    sql`select * from (select distinct on (u.id, lower(s.software)) ${COLUMNS} ${FROM}
      where ${where} and s.result = 'done'
      order by u.id, lower(s.software), s.day desc, s.recorded_at desc) last
      order by "unitName" collate public.french, software collate public.french`,
  )
}

export interface UnitToUpdate {
  readonly id: UnitId
  readonly assetNumber: string
  readonly modelName: string
  /** Null: never. */
  readonly lastDay: Day | null
}

/**
 * The units in service that run some software and were not updated since that day, the oldest first. What was never
 * updated counts from its entry in the inventory. EQP-1002.
 */
export async function unitsToUpdate(
  db: Database,
  inventory: InventoryId,
  since: Day,
): Promise<UnitToUpdate[]> {
  const { rows } = await sql<UnitToUpdate>`
    select u.id, u.asset_number as "assetNumber", m.name as "modelName", last.day as "lastDay"
    from equipment.unit u join equipment.model m on m.id = u.model_id join equipment.desk d on d.id = u.home_desk_id
    left join lateral (select max(s.day) as day from equipment.software_update s
      where s.unit_id = u.id and s.result = 'done') last on true
    where u.inventory_id = ${inventory} and u.lifecycle in ('in_service', 'quarantine')
      and (cardinality(m.software) > 0 or exists (select 1 from equipment.software_update s where s.unit_id = u.id))
      and coalesce(last.day, (u.created_at at time zone d.time_zone)::date) < ${since}::date
    order by last.day nulls first, u.asset_number collate public.french`.execute(db)
  return rows
}

const COLUMNS = sql`u.id as "unitId", u.asset_number as "unitName", s.software, s.version_before as "versionBefore",
  s.version_after as "versionAfter", s.day, s.result, s.note`

const FROM = sql`from equipment.software_update s join equipment.unit u on u.id = s.unit_id`

async function lines(db: Database, query: RawBuilder<unknown>): Promise<UpdateLine[]> {
  const { rows } = await sql<UpdateLine>`${query}`.execute(db)
  return rows
}
