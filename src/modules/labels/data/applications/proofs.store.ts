import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { ApplicationId } from './applications.store.ts'

export type ProofId = Id<'proof'>
export type ProofKind = 'file' | 'photo' | 'url' | 'declaration'

/** A proof an organisation holds, for as many criteria and files as wanted. LAB-9. */
export interface Proof {
  readonly id: ProofId
  readonly organisationId: OrganisationId
  readonly kind: ProofKind
  readonly fileId: Id<'file'> | null
  /** An address, or what is declared. */
  readonly words: string
  readonly name: string
  readonly on: Day | null
  readonly addedAt: Instant
  /** Another took its place: what was sent keeps this one. */
  readonly isReplaced: boolean
}

export interface NewProof {
  readonly networkId: NetworkId
  readonly organisationId: OrganisationId
  readonly kind: ProofKind
  readonly fileId: Id<'file'> | null
  readonly words: string
  readonly name: string
  readonly on: Day | null
  readonly replaces?: ProofId | null
}

/** Throws the violation of `proof_is_replaced_once` when somebody replaced it meanwhile. */
export async function addProof(
  tx: Database,
  made: NewProof,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<ProofId> {
  const id: ProofId = newId()
  await tx
    .insertInto('labels.proof')
    .values({
      id,
      network_id: made.networkId,
      organisation_id: made.organisationId,
      kind: made.kind,
      file_id: made.fileId,
      words: made.words,
      name: made.name,
      on_day: made.on,
      replaces: made.replaces ?? null,
      added_at: at,
      added_by: by,
    })
    .execute()
  return id
}

/** Null when it does not exist, or lies out of reach. A proof is its organisation's. */
export async function findProof(db: Database, reach: Reach, id: ProofId): Promise<Proof | null> {
  if (reach.kind !== 'these' || reach.organisations.length === 0) return null
  const row = await proofs(db)
    .where('p.id', '=', id)
    .where('p.network_id', '=', reach.network)
    .where('p.organisation_id', 'in', [...reach.organisations])
    .executeTakeFirst()
  return row ? proofOf(row) : null
}

export interface LibraryProof extends Proof {
  /** In how many files it is shown today. */
  readonly uses: number
}

/** What an organisation may show again, the latest first; what was replaced is left out. */
export async function libraryOf(
  db: Database,
  network: NetworkId,
  organisations: readonly OrganisationId[],
): Promise<LibraryProof[]> {
  if (organisations.length === 0) return []
  const rows = await proofs(db)
    .select(
      sql<number>`(select count(distinct u.application_id)::integer from labels.application_proof u
        where u.proof_id = p.id and u.removed_at is null)`.as('uses'),
    )
    .where('p.network_id', '=', network)
    .where('p.organisation_id', 'in', [...organisations])
    .where(sql<boolean>`not exists (select 1 from labels.proof n where n.replaces = p.id)`)
    .orderBy('p.added_at', 'desc')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...proofOf(row), uses: row.uses }))
}

export interface ShownProof {
  readonly code: string
  readonly proof: Proof
}

/** What a file shows, criterion by criterion, in the order it was added. */
export async function proofsIn(db: Database, application: ApplicationId): Promise<ShownProof[]> {
  const rows = await proofs(db)
    .innerJoin('labels.application_proof as u', 'u.proof_id', 'p.id')
    .select('u.code')
    .where('u.application_id', '=', application)
    .where('u.removed_at', 'is', null)
    .orderBy('u.added_at')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ code: row.code, proof: proofOf(row) }))
}

/** Shown for that criterion; shown again if it had been taken off. */
export async function showProof(
  tx: Database,
  application: ApplicationId,
  code: string,
  proof: ProofId,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('labels.application_proof')
    .values({ application_id: application, code, proof_id: proof, added_at: at, removed_at: null })
    .onConflict((on) => on.columns(['application_id', 'code', 'proof_id']).doUpdateSet({ removed_at: null }))
    .execute()
}

/** Taken off the file; the organisation keeps it. */
export async function takeOffProof(
  tx: Database,
  application: ApplicationId,
  code: string,
  proof: ProofId,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('labels.application_proof')
    .set({ removed_at: at })
    .where('application_id', '=', application)
    .where('code', '=', code)
    .where('proof_id', '=', proof)
    .where('removed_at', 'is', null)
    .execute()
}

/** The day a proof speaks of, said once. */
export async function dateProof(tx: Database, id: ProofId, on: Day): Promise<void> {
  await tx
    .updateTable('labels.proof')
    .set({ on_day: on })
    .where('id', '=', id)
    .where('on_day', 'is', null)
    .execute()
}

/** Drafts show the new one in the place of the old; what was sent keeps what was sent. */
export async function replaceInDrafts(tx: Database, old: ProofId, by: ProofId, at: Instant): Promise<void> {
  await sql`insert into labels.application_proof (application_id, code, proof_id, added_at)
    select u.application_id, u.code, ${by}, ${at} from labels.application_proof u
    join labels.application a on a.id = u.application_id and a.state = 'draft'
    where u.proof_id = ${old} and u.removed_at is null
    on conflict do nothing`.execute(tx)
  await sql`update labels.application_proof u set removed_at = ${at} from labels.application a
    where a.id = u.application_id and a.state = 'draft' and u.proof_id = ${old} and u.removed_at is null`.execute(
    tx,
  )
}

/** The new file shows what the former one shows for the same criteria, in the proofs' last state. */
export async function copyProofs(
  tx: Database,
  { from, to }: { from: ApplicationId; to: ApplicationId },
  codes: readonly string[],
  at: Instant,
): Promise<void> {
  await sql`with recursive latest (id, first) as (
      select u.proof_id, u.proof_id from labels.application_proof u
        where u.application_id = ${from} and u.removed_at is null
      union
      select n.id, l.first from labels.proof n join latest l on n.replaces = l.id
    )
    insert into labels.application_proof (application_id, code, proof_id, added_at)
    select ${to}, u.code, l.id, ${at} from labels.application_proof u
    join latest l on l.first = u.proof_id and not exists (select 1 from labels.proof n where n.replaces = l.id)
    where u.application_id = ${from} and u.removed_at is null and u.code = any(${codes}::text[])
    on conflict do nothing`.execute(tx)
}

function proofs(db: Database) {
  return db
    .selectFrom('labels.proof as p')
    .select([
      'p.id',
      'p.organisation_id',
      'p.kind',
      'p.file_id',
      'p.words',
      'p.name',
      'p.on_day',
      'p.added_at',
      sql<boolean>`exists (select 1 from labels.proof n where n.replaces = p.id)`.as('is_replaced'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof proofs>['executeTakeFirstOrThrow']>>

function proofOf(row: Row): Proof {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind as ProofKind,
    fileId: row.file_id,
    words: row.words,
    name: row.name,
    on: row.on_day,
    addedAt: row.added_at,
    isReplaced: row.is_replaced,
  }
}
