import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'

/** What a source was last held to say under one of its ids. */
export interface KnownRow {
  readonly fingerprint: string
  /** Null: the row itself is not kept whole, and must be written again. */
  readonly rawDigest: string | null
}

/** By their ids; those that the source never gave are absent. */
export async function knownRows(
  db: Database,
  { network, source }: { network: NetworkId; source: string },
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const { rows } = await sql<{ id: string; fingerprint: string; digest: string | null }>`
    select external_id as id, fingerprint, case when fields is not null then raw_digest end as digest
    from places.external_ref
    where network_id = ${network} and source = ${source} and external_id = any(${externalIds})`.execute(db)
  return new Map(rows.map(({ id, fingerprint, digest }) => [id, { fingerprint, rawDigest: digest }]))
}
