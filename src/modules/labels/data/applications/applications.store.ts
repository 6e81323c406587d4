import { type ExpressionBuilder, sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { ApplicationState } from '../../domain/applications/application.ts'
import type { Holder, SchemeId } from '../awards/awards.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'

export type ApplicationId = Id<'application'>

export interface Application {
  id: ApplicationId
  networkId: NetworkId
  schemeId: SchemeId
  versionId: SchemeVersionId
  purpose: 'application' | 'self_assessment'
  editionId: Id<'edition'> | null
  holder: Holder
  applicantId: OrganisationId
  agreementId: Id<'agreement'> | null
  state: ApplicationState
  /** Of its last event; 1 while nothing happened. */
  seq: number
  createdAt: Instant
  submittedAt: Instant | null
  decidedAt: Instant | null
}

/**
 * A draft, or a self-assessment. Throws the violation of `one_open_application_per_holder`, or of
 * `one_application_per_edition`, when the holder has one.
 */
export async function addApplication(
  tx: Database,
  made: Pick<
    Application,
    | 'networkId'
    | 'schemeId'
    | 'versionId'
    | 'purpose'
    | 'editionId'
    | 'holder'
    | 'applicantId'
    | 'agreementId'
  >,
  recorded: { at: Instant; by: PersonId | null },
): Promise<ApplicationId> {
  const id: ApplicationId = newId()
  await tx
    .insertInto('labels.application')
    .values({
      id,
      network_id: made.networkId,
      scheme_id: made.schemeId,
      version_id: made.versionId,
      purpose: made.purpose,
      edition_id: made.editionId,
      place_id: made.holder.kind === 'place' ? made.holder.id : null,
      organisation_id: made.holder.kind === 'organisation' ? made.holder.id : null,
      applicant_id: made.applicantId,
      agreement_id: made.agreementId,
      state: 'draft',
      created_at: recorded.at,
      created_by: recorded.by,
    })
    .execute()
  return id
}

/** Null when it does not exist, or lies out of reach. A draft is its applicant's alone. */
export async function findApplication(
  db: Database,
  reach: Reach,
  id: ApplicationId,
): Promise<Application | null> {
  const row = await reached(db, reach).where('a.id', '=', id).executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** As `findApplication`, held until the transaction ends: what is done to one file is done in turn. */
export async function lockApplication(
  tx: Database,
  reach: Reach,
  id: ApplicationId,
): Promise<Application | null> {
  const row = await reached(tx, reach).where('a.id', '=', id).forUpdate('a').executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** For jobs, which know an id and no network. Null when there is no such file. */
export async function networkOfApplication(db: Database, id: ApplicationId): Promise<NetworkId | null> {
  const row = await db
    .selectFrom('labels.application')
    .select('network_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.network_id ?? null
}

function reached(db: Database, reach: Reach) {
  return db
    .selectFrom('labels.application as a')
    .selectAll('a')
    .where((where) => isReached(where, reach))
}

/** The condition that every reading of an application's file begins with. */
export function isReached(where: ExpressionBuilder<DB & { a: DB['labels.application'] }, 'a'>, reach: Reach) {
  if (reach.kind === 'nobody') return where.lit(false)
  const inNetwork = where('a.network_id', '=', reach.network)
  if (reach.kind === 'all')
    return where.and([inNetwork, where('a.purpose', '=', 'application'), where('a.state', '<>', 'draft')])
  return where.and([inNetwork, where('a.applicant_id', 'in', [...reach.organisations, sql.lit(null)])])
}

/** Moves a locked file on. Throws the violation of `application_step_is_allowed` when its state does not lead there. */
export async function moveApplication(
  tx: Database,
  { id, state, seq }: Pick<Application, 'id' | 'state' | 'seq'>,
  to: ApplicationState,
  recorded: { at: Instant; by: PersonId | null; reason?: string },
): Promise<void> {
  await tx
    .insertInto('labels.application_event')
    .values({
      id: newId(),
      application_id: id,
      seq,
      from_state: state,
      to_state: to,
      reason: recorded.reason ?? '',
      at: recorded.at,
      by: recorded.by,
    })
    .execute()
  await tx
    .updateTable('labels.application')
    .set({
      state: to,
      seq: seq + 1,
      ...(to === 'submitted' && { submitted_at: recorded.at }),
      ...(to === 'decided' && { decided_at: recorded.at }),
    })
    .where('id', '=', id)
    .execute()
}

type Row = Awaited<ReturnType<ReturnType<typeof reached>['executeTakeFirstOrThrow']>>

export function applicationOf(row: Row): Application {
  return {
    id: row.id,
    networkId: row.network_id,
    schemeId: row.scheme_id,
    versionId: row.version_id,
    purpose: row.purpose === 'self_assessment' ? 'self_assessment' : 'application',
    editionId: row.edition_id,
    holder: row.place_id
      ? { kind: 'place', id: row.place_id }
      : { kind: 'organisation', id: row.organisation_id as OrganisationId },
    applicantId: row.applicant_id,
    agreementId: row.agreement_id,
    state: row.state as ApplicationState,
    seq: row.seq,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
  }
}
