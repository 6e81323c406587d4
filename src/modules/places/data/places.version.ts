import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'

/**
 * Grows with every change of the network's places, in the transaction of the change (DIR-84). Whatever a process
 * keeps is kept under this number, so a change is seen at the next request of any process.
 */
export async function directoryVersion(db: Database, network: NetworkId): Promise<number> {
  const row = await db
    .selectFrom('places.directory_version')
    .where('network_id', '=', network)
    .select('version')
    .executeTakeFirst()
  return row?.version ?? 0
}

/**
 * Makes `make` remember its last answers, each as long as its version lasts. The version is read before the answer
 * is made: a change in between makes the answer younger than its number, never older. `key` tells answers apart
 * beyond the network; the `most` last used are kept.
 */
export function keptBy<Rest extends readonly unknown[], Answer>(
  versionOf: (db: Database, network: NetworkId) => Promise<number>,
  make: (db: Database, network: NetworkId, ...rest: Rest) => Promise<Answer>,
  { key, most }: { key: (...rest: Rest) => string; most: number },
): (db: Database, network: NetworkId, ...rest: Rest) => Promise<Answer> {
  const kept = new WeakMap<Database, Map<string, { version: number; answer: Promise<Answer> }>>()
  return async (db, network, ...rest) => {
    const version = await versionOf(db, network)
    const known = kept.get(db) ?? new Map()
    kept.set(db, known)
    const name = `${network} ${key(...rest)}`
    const last = known.get(name)
    known.delete(name)
    const answer = last?.version === version ? last.answer : make(db, network, ...rest)
    answer.catch(() => known.delete(name))
    known.set(name, { version, answer })
    if (known.size > most) forgetOldest(known)
    return answer
  }
}

/** A Map keeps the order of insertion, and each use inserts again: the first is the least used. */
function forgetOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys()
  if (oldest !== undefined) known.delete(oldest)
}
