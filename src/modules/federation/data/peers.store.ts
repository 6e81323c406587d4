import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { Direction, Peer, PeerId, PeerProblem } from '../domain/peer.ts'
import type { PublicKey } from './keys.store.ts'

const COLUMNS = [
  'id',
  'network_id as networkId',
  sql<Direction>`direction`.as('direction'),
  'name',
  'address',
  'fingerprint',
  'departments',
  'declared_at as declaredAt',
  'cursor',
  'tried_at as triedAt',
  'answered_at as answeredAt',
  sql<PeerProblem | null>`problem`.as('problem'),
] as const

/** Those in force, in the order of their names. */
export async function listPeers(db: Database, network: NetworkId): Promise<Peer[]> {
  return db
    .selectFrom('federation.peer')
    .select(COLUMNS)
    .where('network_id', '=', network)
    .where('ended_at', 'is', null)
    .orderBy(sql`name collate public.french`)
    .orderBy('id')
    .execute()
}

export async function findPeer(db: Database, network: NetworkId, id: PeerId): Promise<Peer | null> {
  const row = await db
    .selectFrom('federation.peer')
    .select(COLUMNS)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The one that bears this fingerprint and address, of that direction, in force. */
export async function peerWith(
  db: Database,
  network: NetworkId,
  asked: { direction: Direction; address: string },
): Promise<Peer | null> {
  const row = await db
    .selectFrom('federation.peer')
    .select(COLUMNS)
    .where('network_id', '=', network)
    .where('direction', '=', asked.direction)
    .where('address', '=', asked.address)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Every source of every network: a job reads them in turn. */
export async function allSources(db: Database): Promise<{ id: PeerId; networkId: NetworkId }[]> {
  return db
    .selectFrom('federation.peer')
    .select(['id', 'network_id as networkId'])
    .where('direction', '=', 'source')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Throws `one_peer_per_address`. */
export async function addPeer(
  tx: Database,
  peer: Pick<Peer, 'id' | 'networkId' | 'direction' | 'name' | 'address' | 'fingerprint' | 'departments'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const { id, networkId, direction, name, address, fingerprint, departments } = peer
  await tx
    .insertInto('federation.peer')
    .values({
      ...{ id, network_id: networkId, direction, name, address, fingerprint },
      ...{ departments: [...departments], declared_at: at, declared_by: by },
    })
    .execute()
}

export async function endPeer(tx: Database, id: PeerId, at: Instant): Promise<void> {
  await tx.updateTable('federation.peer').set({ ended_at: at }).where('id', '=', id).execute()
}

export async function publicKeyOf(db: Database, id: PeerId): Promise<PublicKey | null> {
  const row = await db
    .selectFrom('federation.peer')
    .select(sql<PublicKey | null>`public_key`.as('publicKey'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.publicKey ?? null
}

export async function keepPublicKey(db: Database, id: PeerId, publicKey: PublicKey): Promise<void> {
  await db
    .updateTable('federation.peer')
    .set({ public_key: JSON.stringify(publicKey) })
    .where('id', '=', id)
    .execute()
}

/** One reading of a source at a time, and of an older place of its list never after a newer: null when it is held. */
export async function holdSource(tx: Database, id: PeerId): Promise<Pick<Peer, 'cursor'> | null> {
  const row = await tx
    .selectFrom('federation.peer')
    .select('cursor')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ?? null
}

export async function moveCursor(tx: Database, id: PeerId, cursor: string | null): Promise<void> {
  await tx.updateTable('federation.peer').set({ cursor }).where('id', '=', id).execute()
}

export async function recordTry(
  db: Database,
  id: PeerId,
  at: Instant,
  problem: PeerProblem | null,
): Promise<void> {
  await db
    .updateTable('federation.peer')
    .set({ tried_at: at, problem, ...(problem === null && { answered_at: at, silence_told_at: null }) })
    .where('id', '=', id)
    .execute()
}

/** Says whether this process is the one that tells of its silence: it is told once. */
export async function claimSilence(tx: Database, id: PeerId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('federation.peer')
    .set({ silence_told_at: at })
    .where('id', '=', id)
    .where('silence_told_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
