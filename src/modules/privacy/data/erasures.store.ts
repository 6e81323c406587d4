import type { Database } from '../../../platform/db/database.ts'
import type { Fate } from '../../../platform/privacy/personal-data.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { Erasure, ErasureGround, ErasureId } from '../domain/erasure.ts'
import type { RequestId } from '../domain/request.ts'

export async function recordErasure(
  tx: Database,
  erasure: Erasure & { networkId: NetworkId; personId: PersonId },
): Promise<void> {
  await tx
    .insertInto('privacy.erasure')
    .values({
      id: erasure.id,
      network_id: erasure.networkId,
      request_id: erasure.requestId,
      person_id: erasure.personId,
      done_at: erasure.doneAt,
      ground: erasure.ground,
      gone: JSON.stringify(erasure.gone),
      kept: JSON.stringify(erasure.kept),
    })
    .execute()
}

/** The certificate: whoever has its address may read it, since no name is in it. */
export function findErasure(db: Database, network: NetworkId, id: ErasureId): Promise<Erasure | null> {
  return one(db, network, 'id', id)
}

export function erasureOfRequest(db: Database, network: NetworkId, id: RequestId): Promise<Erasure | null> {
  return one(db, network, 'request_id', id)
}

async function one(
  db: Database,
  network: NetworkId,
  column: 'id' | 'request_id',
  value: ErasureId | RequestId,
): Promise<Erasure | null> {
  const row = await db
    .selectFrom('privacy.erasure')
    .selectAll()
    .where('network_id', '=', network)
    .where(column, '=', value as never)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    doneAt: row.done_at,
    ground: row.ground as ErasureGround,
    requestId: row.request_id,
    gone: row.gone as Fate['gone'],
    kept: row.kept as Fate['kept'],
  }
}
