import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import { canonicalText, type InitiativeContent, type InitiativeId } from '../domain/initiative.ts'
import type { Initiative } from './initiatives.store.ts'

export type FrozenInitiativeId = Id<'frozen-initiative'>

/** A copy that never changes: what a jury reads, whatever the initiative becomes. LAB-23. */
export interface FrozenInitiative {
  readonly id: FrozenInitiativeId
  readonly initiativeId: InitiativeId
  readonly revision: number
  readonly content: InitiativeContent
  /** Hexadecimal SHA-256 of the content, its keys in order. */
  readonly sha256: string
  readonly frozenAt: Instant
}

/** Freezes the last revision of each; asked again for the same purpose, a revision is frozen once. In the order asked. */
export async function freeze(
  tx: Database,
  chosen: readonly Initiative[],
  purpose: string,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<FrozenInitiative[]> {
  if (chosen.length === 0) return []
  await tx
    .insertInto('initiatives.frozen_initiative')
    .values(
      chosen.map(({ id, revision, content }) => ({
        id: newId<'frozen-initiative'>(),
        initiative_id: id,
        revision,
        purpose,
        content: JSON.stringify(content),
        sha256: createHash('sha256').update(canonicalText(content)).digest('hex'),
        frozen_at: at,
        frozen_by: by,
      })),
    )
    .onConflict((on) => on.constraint('one_frozen_copy_per_purpose').doNothing())
    .execute()
  const rows = await frozen(tx)
    .where('f.purpose', '=', purpose)
    .where((where) =>
      where.or(
        chosen.map(({ id, revision }) =>
          where.and([where('f.initiative_id', '=', id), where('f.revision', '=', revision)]),
        ),
      ),
    )
    .execute()
  const byInitiative = new Map(rows.map((row) => [row.initiative_id, frozenOf(row)]))
  return chosen.flatMap(({ id }) => byInitiative.get(id) ?? [])
}

/** Copies by their ids, in the order asked; those of another network are left out. */
export async function frozenById(
  db: Database,
  network: NetworkId,
  ids: readonly FrozenInitiativeId[],
): Promise<FrozenInitiative[]> {
  if (ids.length === 0) return []
  const rows = await frozen(db)
    .innerJoin('initiatives.initiative as i', 'i.id', 'f.initiative_id')
    .where('i.network_id', '=', network)
    .where('f.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, frozenOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function frozen(db: Database) {
  return db
    .selectFrom('initiatives.frozen_initiative as f')
    .select([
      'f.id',
      'f.initiative_id',
      'f.revision',
      'f.sha256',
      'f.frozen_at',
      sql<InitiativeContent>`f.content`.as('content'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof frozen>['executeTakeFirstOrThrow']>>

function frozenOf({ id, initiative_id, revision, content, sha256, frozen_at }: Row): FrozenInitiative {
  return { id, initiativeId: initiative_id as InitiativeId, revision, content, sha256, frozenAt: frozen_at }
}
