import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'

/** Who has a unit in hand, for one line. `backAt` null: still out. */
export interface Custody {
  readonly id: Id<'custody'>
  readonly unitId: UnitId
  readonly outAt: Instant
  readonly backAt: Instant | null
  /** Told by a device that had no network at that time. EQP-1303. */
  readonly isOffline: boolean
}

/** Throws `one_open_custody_per_unit` or `one_custody_at_a_time` when somebody else has one of them. EQP-404. */
export async function openCustody(
  tx: Database,
  line: LineId,
  units: readonly UnitId[],
  outAt: Instant,
  entered: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.custody')
    .values(
      units.map((unit) => ({
        id: newId<'custody'>(),
        unit_id: unit,
        line_id: line,
        out_at: outAt,
        entered_at: entered.at,
        entered_by: entered.by,
      })),
    )
    .execute()
}

export async function custodyOf(db: Database, line: LineId): Promise<Custody[]> {
  return (await custodyOfLines(db, [line])).get(line) ?? []
}

/** The same for several loans: one statement. EQP-1804. */
export async function custodyOfLines(
  db: Database,
  lines: readonly LineId[],
): Promise<ReadonlyMap<LineId, Custody[]>> {
  if (lines.length === 0) return new Map()
  const rows = await db
    .selectFrom('equipment.custody')
    .select(['id', 'line_id', 'unit_id', 'out_at', 'back_at', 'is_offline'])
    .where('line_id', 'in', lines)
    .orderBy('unit_id')
    .execute()
  const of = Map.groupBy(rows, ({ line_id: line }) => line)
  const custody = (row: (typeof rows)[number]): Custody => ({
    id: row.id,
    unitId: row.unit_id,
    outAt: row.out_at,
    backAt: row.back_at,
    isOffline: row.is_offline,
  })
  return new Map(lines.map((line) => [line, (of.get(line) ?? []).map(custody)]))
}

/** In whose hands a unit is, and when it is due back. */
export interface Holder {
  readonly assetNumber: string
  readonly organisationId: OrganisationId
  readonly dueAt: Instant | null
}

/** Who still has the unit of a loan, or a part of it, under another loan; null: all of it is in. EQP-503, EQP-806. */
export async function heldByAnother(
  db: Database,
  line: LineId,
  units: readonly UnitId[],
): Promise<Holder | null> {
  const { rows } = await sql<Holder>`
    select u.asset_number as "assetNumber", r.organisation_id as "organisationId",
      coalesce((select due_at from equipment.due_date where line_id = l.id and lifted_at is null
        order by recorded_at desc limit 1), l.return_at) as "dueAt"
    from equipment.custody c
    join equipment.unit u on u.id = c.unit_id
    join equipment.loan_line l on l.id = c.line_id
    join equipment.loan_request r on r.id = l.request_id
    where c.unit_id = any(${units}::uuid[]) and c.line_id <> ${line} and c.back_at is null
    order by 3 desc, u.asset_number limit 1`.execute(db)
  return rows[0] ?? null
}

/** Throws `custody_ends_after_it_begins` when the return is told to be before the hand-over. */
export async function closeCustody(
  tx: Database,
  custodies: readonly Custody[],
  backAt: Instant,
  entered: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('equipment.custody')
    .set({ back_at: backAt, back_entered_at: entered.at, back_entered_by: entered.by })
    .where(
      'id',
      'in',
      custodies.map(({ id }) => id),
    )
    .where('back_at', 'is', null)
    .execute()
}

/** What will not come back, lost or stolen, is in nobody's hands from then on. EQP-503, EQP-904. */
export async function endCustody(
  tx: Database,
  custodies: readonly Custody[],
  ended: { at: Instant; as: 'lost' | 'stolen' },
  entered: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('equipment.custody')
    .set({
      back_at: ended.at,
      ended_as: ended.as,
      back_entered_at: entered.at,
      back_entered_by: entered.by,
    })
    .where(
      'id',
      'in',
      custodies.map(({ id }) => id),
    )
    .where('back_at', 'is', null)
    .execute()
}
