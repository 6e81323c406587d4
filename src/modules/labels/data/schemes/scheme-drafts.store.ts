import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { SchemeContent } from '../../domain/schemes/scheme.ts'
import type { SchemeId } from '../awards/awards.store.ts'

/** A version that is being written. `seq` counts what was saved. */
export interface SchemeDraft {
  schemeId: SchemeId
  content: SchemeContent
  seq: number
}

interface Recorded {
  at: Instant
  by: PersonId | null
}

export async function findSchemeDraft(
  db: Database,
  network: NetworkId,
  scheme: SchemeId,
): Promise<SchemeDraft | null> {
  return (await draft(db, network, scheme).executeTakeFirst()) ?? null
}

/** The same, held until the end of the transaction: whoever writes at the same time waits. */
export async function lockSchemeDraft(
  tx: Database,
  network: NetworkId,
  scheme: SchemeId,
): Promise<SchemeDraft | null> {
  return (await draft(tx, network, scheme).forUpdate('d').executeTakeFirst()) ?? null
}

function draft(db: Database, network: NetworkId, scheme: SchemeId) {
  return db
    .selectFrom('labels.scheme_draft as d')
    .innerJoin('labels.scheme as s', 's.id', 'd.scheme_id')
    .where('s.network_id', '=', network)
    .where('d.scheme_id', '=', scheme)
    .select(['d.scheme_id as schemeId', sql<SchemeContent>`d.content`.as('content'), 'd.seq'])
}

/** Throws the violation of `scheme_draft_pkey` when one is being written already. */
export async function addSchemeDraft(
  tx: Database,
  { schemeId, content }: Pick<SchemeDraft, 'schemeId' | 'content'>,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('labels.scheme_draft')
    .values({ scheme_id: schemeId, content: JSON.stringify(content), changed_at: at, changed_by: by })
    .execute()
}

export async function saveSchemeDraft(
  tx: Database,
  { schemeId, seq }: SchemeDraft,
  content: SchemeContent,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('labels.scheme_draft')
    .set({ content: JSON.stringify(content), seq: seq + 1, changed_at: at, changed_by: by })
    .where('scheme_id', '=', schemeId)
    .execute()
}

/** Published, or given up. */
export async function dropSchemeDraft(tx: Database, scheme: SchemeId): Promise<void> {
  await tx.deleteFrom('labels.scheme_draft').where('scheme_id', '=', scheme).execute()
}

export async function draftedSchemes(db: Database, network: NetworkId): Promise<SchemeId[]> {
  const rows = await db
    .selectFrom('labels.scheme_draft as d')
    .innerJoin('labels.scheme as s', 's.id', 'd.scheme_id')
    .where('s.network_id', '=', network)
    .select('d.scheme_id')
    .execute()
  return rows.map(({ scheme_id }) => scheme_id)
}
