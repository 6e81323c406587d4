import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'

export interface InTheWay {
  readonly rootId: string
  readonly lineId: LineId | null
  readonly offerId: string | null
  readonly displacementId: string | null
  /** Null with the line. */
  readonly state: LineState | null
}

/** The loans, offers and substitutes that take one of these units in a span, what has left excepted; the first to leave first. */
export async function loansInTheWay(
  tx: Database,
  units: readonly UnitId[],
  { from, until }: { from: Instant; until: Instant | null },
): Promise<InTheWay[]> {
  const { rows } = await sql<InTheWay>`
    select o.root_id as "rootId", o.line_id as "lineId", o.offer_id as "offerId", d.id as "displacementId", l.state
    from equipment.occupancy o left join equipment.loan_line l on l.id = o.line_id
    left join equipment.displacement d on d.hold_root_id = o.root_id and d.answer is null
    where o.kind = 'loan' and o.status in ('hold', 'firm') and o.unit_id = any(${units}::uuid[])
      and o.blocked && tstzrange(${from}::timestamptz, ${until}::timestamptz)
    group by 1, 2, 3, 4, 5 order by min(lower(o.period)), 1`.execute(tx)
  return rows
}
