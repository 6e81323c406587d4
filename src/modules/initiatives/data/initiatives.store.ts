import { type ExpressionBuilder, sql } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { DB } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../platform/session/actor.ts'
import type { InitiativeContent, InitiativeId } from '../domain/initiative.ts'

/** An initiative as its last revision says it. */
export interface Initiative {
  readonly id: InitiativeId
  readonly networkId: NetworkId
  readonly organisationId: OrganisationId
  readonly revision: number
  readonly content: InitiativeContent
  readonly savedAt: Instant
  /** Null: its organisation and the head of the network read it, nobody else. */
  readonly publishedAt: Instant | null
}

interface Recorded {
  at: Instant
  by: PersonId | null
}

export async function addInitiative(
  tx: Database,
  made: { networkId: NetworkId; organisationId: OrganisationId; content: InitiativeContent },
  { at, by }: Recorded,
): Promise<InitiativeId> {
  const id: InitiativeId = newId()
  const { networkId, organisationId, content } = made
  await tx
    .insertInto('initiatives.initiative')
    .values({
      id,
      network_id: networkId,
      organisation_id: organisationId,
      revision: 1,
      created_at: at,
      created_by: by,
    })
    .execute()
  await addRevision(tx, id, 1, content, { at, by })
  return id
}

/** Throws the violation of `one_revision_per_number` when another was saved meanwhile. PPL-73. */
export async function saveRevision(
  tx: Database,
  id: InitiativeId,
  revision: number,
  content: InitiativeContent,
  recorded: Recorded,
): Promise<void> {
  await addRevision(tx, id, revision, content, recorded)
  await tx.updateTable('initiatives.initiative').set({ revision }).where('id', '=', id).execute()
}

async function addRevision(
  tx: Database,
  id: InitiativeId,
  revision: number,
  content: InitiativeContent,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('initiatives.revision')
    .values({
      initiative_id: id,
      revision,
      content: JSON.stringify(content),
      saved_at: at,
      saved_by: by,
    })
    .execute()
}

/** Shown to everybody from then on, or no more. */
export async function setPublished(tx: Database, id: InitiativeId, at: Instant | null): Promise<void> {
  await tx.updateTable('initiatives.initiative').set({ published_at: at }).where('id', '=', id).execute()
}

/** Null when it does not exist, or lies out of reach. */
export async function findInitiative(
  db: Database,
  reach: Reach,
  id: InitiativeId,
): Promise<Initiative | null> {
  const row = await initiatives(db, reach).where('i.id', '=', id).executeTakeFirst()
  return row ? initiativeOf(row) : null
}

/** As `findInitiative`, held until the transaction ends. */
export async function lockInitiative(
  tx: Database,
  reach: Reach,
  id: InitiativeId,
): Promise<Initiative | null> {
  const row = await initiatives(tx, reach).where('i.id', '=', id).forUpdate('i').executeTakeFirst()
  return row ? initiativeOf(row) : null
}

/** The initiatives of a reach with their last revision: what every reading begins with. */
export function initiatives(db: Database, reach: Reach) {
  return db
    .selectFrom('initiatives.initiative as i')
    .innerJoin('initiatives.revision as r', (join) =>
      join.onRef('r.initiative_id', '=', 'i.id').onRef('r.revision', '=', 'i.revision'),
    )
    .where((where) => isReached(where, reach))
    .select([
      'i.id',
      'i.network_id',
      'i.organisation_id',
      'i.revision',
      'i.published_at',
      'r.saved_at',
      sql<InitiativeContent>`r.content`.as('content'),
    ])
}

function isReached(where: ExpressionBuilder<DB & { i: DB['initiatives.initiative'] }, 'i'>, reach: Reach) {
  if (reach.kind === 'nobody') return where.lit(false)
  const inNetwork = where('i.network_id', '=', reach.network)
  if (reach.kind === 'all') return inNetwork
  if (reach.organisations.length === 0) return where.lit(false)
  return where.and([inNetwork, where('i.organisation_id', 'in', [...reach.organisations])])
}

type Row = Awaited<ReturnType<ReturnType<typeof initiatives>['executeTakeFirstOrThrow']>>

export function initiativeOf(row: Row): Initiative {
  return {
    id: row.id,
    networkId: row.network_id,
    organisationId: row.organisation_id,
    revision: row.revision,
    content: row.content,
    savedAt: row.saved_at,
    publishedAt: row.published_at,
  }
}
