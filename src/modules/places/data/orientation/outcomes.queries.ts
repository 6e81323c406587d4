import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { CountedOutcome } from '../../domain/orientation/outcome.ts'

/** How many sheets of one month, for one need and one territory, by what became of them. */
export interface OutcomeLine {
  /** Its first day. */
  month: Day
  /** A service; empty: none in particular. */
  need: string
  /** `50`, `2A`; empty: unknown. */
  department: string
  sheets: Readonly<Partial<Record<CountedOutcome, number>>>
}

const MOST_COUNTS = 2000

/** The latest month first. */
export async function outcomeLines(db: Database, network: NetworkId): Promise<OutcomeLine[]> {
  const counts = await db
    .selectFrom('places.orientation_outcome')
    .select(['month', 'need', 'department', 'outcome', 'sheets'])
    .where('network_id', '=', network)
    .orderBy('month', 'desc')
    .orderBy('department')
    .orderBy('need')
    .limit(MOST_COUNTS)
    .execute()
  const lines = Map.groupBy(counts, ({ month, need, department }) => `${month} ${department} ${need}`)
  return [...lines.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { month, need, department } = first
    return {
      month,
      need,
      department,
      sheets: Object.fromEntries(same.map((one) => [one.outcome, one.sheets])),
    }
  })
}
