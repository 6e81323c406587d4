import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { PartToCheck } from '../../domain/desk/condition.ts'
import type { UnitId } from '../../domain/equipment.ts'
import type { Lifecycle } from '../catalogue/catalogue.store.ts'

interface PartRow {
  root: UnitId
  unit_id: UnitId | null
  label: string
  expected: number
  is_critical: boolean
  software: string
}

/**
 * What leaves with a unit, in the order in which it is checked: the unit, the parts of its kit, then what is counted. A
 * report copies it, so that a later change of the list changes no report. EQP-105, EQP-106.
 */
export async function partsOf(db: Database, unit: UnitId): Promise<PartToCheck[]> {
  return (await partsOfUnits(db, [unit])).get(unit) ?? []
}

/** The same for several units: one statement. EQP-1804. */
export async function partsOfUnits(
  db: Database,
  units: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, PartToCheck[]>> {
  const { rows } = await sql<PartRow>`
    select part.* from unnest(${units}::uuid[]) as root (id) cross join lateral (
      select root.id as root, u.id as unit_id, m.name || ', ' || u.asset_number as label, 1 as expected,
          u.id = root.id or u.is_critical as is_critical, coalesce(s.versions, '') as software,
          case when u.id = root.id then 1 else 2 end as place, 0 as rank, u.asset_number as sorted
        from equipment.unit u join equipment.model m on m.id = u.model_id
        left join lateral (select string_agg(v.software || ' ' || v.version_after, ', ' order by v.software) as versions
          from (select distinct on (lower(l.software)) l.software, l.version_after from equipment.software_update l
            where l.unit_id = u.id and l.result = 'done'
            order by lower(l.software), l.day desc, l.recorded_at desc) v) s on true
        where u.id = root.id or u.kit_id = root.id
      union all
      select root.id, null, c.label, c.expected, c.is_critical, '', 3, c.rank, c.id::text
        from equipment.checklist_item c
        where c.kit_id = root.id or c.model_id = (select model_id from equipment.unit where id = root.id)
    ) part order by part.root, part.place, part.rank, part.sorted`.execute(db)
  const of = Map.groupBy(rows, ({ root }) => root)
  return new Map(units.map((unit) => [unit, (of.get(unit) ?? []).map(partOf)]))
}

function partOf(row: PartRow, index: number): PartToCheck {
  return {
    rank: index + 1,
    unitId: row.unit_id,
    label: row.label,
    expected: row.expected,
    isCritical: row.is_critical,
    software: row.software,
  }
}

export interface UnitAtDesk {
  readonly id: UnitId
  readonly assetNumber: string
  readonly modelName: string
  readonly lifecycle: Lifecycle
  /** Codes that may be read on it, the one in use. */
  readonly token: string | null
  readonly replacementCents: number | null
}

/** A unit and its parts as the desk sees them now. */
export async function unitsAtDesk(db: Database, unit: UnitId): Promise<UnitAtDesk[]> {
  return (await unitsAtDeskOf(db, [unit])).get(unit) ?? []
}

/** The same for several units: one statement. EQP-1804. */
export async function unitsAtDeskOf(
  db: Database,
  units: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, UnitAtDesk[]>> {
  if (units.length === 0) return new Map()
  const rows = await db
    .selectFrom('equipment.unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .leftJoin('equipment.unit_label as l', (join) =>
      join.onRef('l.unit_id', '=', 'u.id').on('l.replaced_at', 'is', null),
    )
    .select(['u.id', 'u.kit_id', 'u.asset_number', 'm.name', 'u.lifecycle', 'l.token', 'm.replacement_cents'])
    .where((where) => where.or([where('u.id', 'in', units), where('u.kit_id', 'in', units)]))
    .orderBy('u.asset_number')
    .execute()
  const found = rows.map((row) => ({
    id: row.id,
    kitId: row.kit_id,
    assetNumber: row.asset_number,
    modelName: row.name,
    lifecycle: row.lifecycle as Lifecycle,
    token: row.token,
    replacementCents: row.replacement_cents === null ? null : Number(row.replacement_cents),
  }))
  return new Map(units.map((unit) => [unit, found.filter((one) => one.id === unit || one.kitId === unit)]))
}
