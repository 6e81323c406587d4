import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { PartToCheck } from '../domain/condition.ts'
import type { UnitId } from '../domain/equipment.ts'
import type { Lifecycle } from './catalogue.store.ts'

interface PartRow {
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
  const { rows } = await sql<PartRow>`
    select * from (
      select u.id as unit_id, m.name || ', ' || u.asset_number as label, 1 as expected,
          u.id = ${unit} or u.is_critical as is_critical, coalesce(s.software || ' ' || s.version_after, '') as software,
          case when u.id = ${unit} then 1 else 2 end as place, 0 as rank, u.asset_number as sorted
        from equipment.unit u join equipment.model m on m.id = u.model_id
        left join lateral (select * from equipment.software_update l where l.unit_id = u.id and l.result = 'done'
          order by l.day desc, l.recorded_at desc limit 1) s on true
        where u.id = ${unit} or u.kit_id = ${unit}
      union all
      select null, c.label, c.expected, c.is_critical, '', 3, c.rank, c.id::text
        from equipment.checklist_item c
        where c.kit_id = ${unit} or c.model_id = (select model_id from equipment.unit where id = ${unit})
    ) part order by place, rank, sorted`.execute(db)
  return rows.map((row, index) => ({
    rank: index + 1,
    unitId: row.unit_id,
    label: row.label,
    expected: row.expected,
    isCritical: row.is_critical,
    software: row.software,
  }))
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
  const rows = await db
    .selectFrom('equipment.unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .leftJoin('equipment.unit_label as l', (join) =>
      join.onRef('l.unit_id', '=', 'u.id').on('l.replaced_at', 'is', null),
    )
    .select(['u.id', 'u.asset_number', 'm.name', 'u.lifecycle', 'l.token', 'm.replacement_cents'])
    .where((where) => where.or([where('u.id', '=', unit), where('u.kit_id', '=', unit)]))
    .orderBy('u.asset_number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    assetNumber: row.asset_number,
    modelName: row.name,
    lifecycle: row.lifecycle as Lifecycle,
    token: row.token,
    replacementCents: row.replacement_cents === null ? null : Number(row.replacement_cents),
  }))
}
