import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import { PERIOD_LENGTHS, type PeriodLength } from '../../domain/freshness/period.ts'

/** Who owes a word, how often, since when, and what becomes of the silent. DIR-57, DIR-60. */
export interface FreshnessRule {
  every: PeriodLength
  covers: 'labelled' | 'published'
  from: Day | null
  /** Twelve at least; null: no place is ever hidden by itself. */
  hidesAfterMonths: number | null
}

/** What the conventions ask, when the network says nothing else. */
export const ORDINARY_RULE: FreshnessRule = {
  every: 'semester',
  covers: 'labelled',
  from: null,
  hidesAfterMonths: null,
}

export async function ruleOf(db: Database, network: NetworkId): Promise<FreshnessRule> {
  const row = await db
    .selectFrom('places.freshness_rule')
    .selectAll()
    .where('network_id', '=', network)
    .executeTakeFirst()
  if (!row) return ORDINARY_RULE
  return {
    every: PERIOD_LENGTHS.find((every) => every === row.period) ?? ORDINARY_RULE.every,
    covers: row.covers === 'published' ? 'published' : 'labelled',
    from: row.from_day,
    hidesAfterMonths: row.hides_after_months,
  }
}

export async function keepRule(
  tx: Database,
  network: NetworkId,
  { every, covers, from, hidesAfterMonths }: FreshnessRule,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const row = {
    ...{ period: every, covers, from_day: from, hides_after_months: hidesAfterMonths },
    ...{ changed_at: at, changed_by: by },
  }
  await tx
    .insertInto('places.freshness_rule')
    .values({ network_id: network, ...row })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(row))
    .execute()
}
