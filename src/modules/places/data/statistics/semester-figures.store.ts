import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { TerritoryFigures } from '../../domain/statistics/figures.ts'

/** Figures as they were at the end of a semester. */
export interface KeptFigures {
  semester: string
  figures: TerritoryFigures
  countedAt: Instant
}

/** One territory's, the oldest first. */
export async function keptFigures(
  db: Database,
  network: NetworkId,
  territory: string,
): Promise<KeptFigures[]> {
  const rows = await db
    .selectFrom('places.semester_figures')
    .select(['semester', 'figures', 'counted_at'])
    .where('network_id', '=', network)
    .where('territory', '=', territory)
    .orderBy('semester')
    .execute()
  return rows.map((row) => ({
    semester: row.semester,
    figures: row.figures as unknown as TerritoryFigures,
    countedAt: row.counted_at,
  }))
}

/** When those of a territory were last kept; empty: never. They may be without anything else changing. DIR-84. */
export async function lastKept(db: Database, network: NetworkId, territory: string): Promise<string> {
  const row = await db
    .selectFrom('places.semester_figures')
    .select(({ fn }) => fn.max('counted_at').as('at'))
    .where('network_id', '=', network)
    .where('territory', '=', territory)
    .executeTakeFirst()
  return row?.at ?? ''
}

export async function hasKept(db: Database, network: NetworkId, semester: string): Promise<boolean> {
  const row = await db
    .selectFrom('places.semester_figures')
    .select('territory')
    .where('network_id', '=', network)
    .where('semester', '=', semester)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const BATCH = 500

/** Written once: a second run, or another process, changes nothing. */
export async function keepFigures(
  tx: Database,
  { network, semester, countedAt }: { network: NetworkId; semester: string; countedAt: Instant },
  figures: ReadonlyMap<string, TerritoryFigures>,
): Promise<void> {
  const rows = [...figures].map(([territory, one]) => ({
    network_id: network,
    semester,
    territory,
    figures: JSON.stringify(one),
    counted_at: countedAt,
  }))
  for (let first = 0; first < rows.length; first += BATCH)
    await tx
      .insertInto('places.semester_figures')
      .values(rows.slice(first, first + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
