import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PeerId } from '../domain/peer.ts'

/** Why one line was put aside. */
export type LineProblem = 'not-json' | 'not-a-record' | 'not-a-place' | 'not-its-own' | 'not-its-path'

export interface Quarantined {
  id: Id<'quarantined'>
  uri: string | null
  line: string
  problem: LineProblem
  at: Instant
}

const LONGEST = 4000

/** A line that comes again takes the place of the former one. */
export async function quarantine(
  tx: Database,
  peer: PeerId,
  lines: readonly { uri: string | null; line: string; problem: LineProblem }[],
  at: Instant,
): Promise<void> {
  for (const { uri, line, problem } of lines) {
    await tx
      .insertInto('federation.quarantined')
      .values({ id: newId(), peer_id: peer, uri, line: line.slice(0, LONGEST), problem, at })
      .onConflict((conflict) =>
        conflict
          .columns(['peer_id', 'uri'])
          .where('closed_at', 'is', null)
          .doUpdateSet({ line: line.slice(0, LONGEST), problem, at }),
      )
      .execute()
  }
}

/** A place that came right again is put aside no more. */
export async function closeQuarantine(
  tx: Database,
  peer: PeerId,
  uris: readonly string[],
  at: Instant,
): Promise<void> {
  if (uris.length === 0) return
  await tx
    .updateTable('federation.quarantined')
    .set({ closed_at: at })
    .where('peer_id', '=', peer)
    .where(sql<boolean>`uri = any(${sql.val([...uris])}::text[])`)
    .where('closed_at', 'is', null)
    .execute()
}

/** What is aside, the last first, a hundred at most. */
export function quarantinedOf(db: Database, peer: PeerId): Promise<Quarantined[]> {
  return db
    .selectFrom('federation.quarantined')
    .select(['id', 'uri', 'line', sql<LineProblem>`problem`.as('problem'), 'at'])
    .where('peer_id', '=', peer)
    .where('closed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export async function countQuarantined(
  db: Database,
  peers: readonly PeerId[],
): Promise<ReadonlyMap<PeerId, number>> {
  if (peers.length === 0) return new Map()
  const rows = await db
    .selectFrom('federation.quarantined')
    .where('peer_id', 'in', [...peers])
    .where('closed_at', 'is', null)
    .groupBy('peer_id')
    .select((is) => ['peer_id as peer', is.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ peer, count }) => [peer, Number(count)]))
}
