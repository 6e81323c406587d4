import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { LineId, UnitId } from '../domain/equipment.ts'

/** Who has a unit in hand, for one line. `backAt` null: still out. */
export interface Custody {
  readonly id: Id<'custody'>
  readonly unitId: UnitId
  readonly outAt: Instant
  readonly backAt: Instant | null
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
  const rows = await db
    .selectFrom('equipment.custody')
    .select(['id', 'unit_id', 'out_at', 'back_at'])
    .where('line_id', '=', line)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, outAt: row.out_at, backAt: row.back_at }))
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
