import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { Verdict } from '../../domain/instruction/opinion.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export type OpinionId = Id<'opinion'>

export interface Opinion {
  readonly id: OpinionId
  readonly applicationId: ApplicationId
  readonly personId: PersonId
  readonly question: string
  /** The criteria it opens, with their proofs. */
  readonly codes: readonly string[]
  readonly isShared: boolean
  readonly dueOn: Day
  readonly askedAt: Instant
  readonly verdict: Verdict | null
  readonly body: string
  readonly givenOn: Day | null
  readonly revokedAt: Instant | null
  readonly revokedReason: string
}

export async function opinionsOn(db: Database, application: ApplicationId): Promise<Opinion[]> {
  const rows = await opinions(db).where('o.application_id', '=', application).execute()
  return rows.map(opinionOf)
}

/** What one person is asked in a network, and answered; not what was revoked, nor of files that are over unanswered. */
export async function opinionsAskedOf(
  db: Database,
  network: NetworkId,
  person: PersonId,
): Promise<Opinion[]> {
  const rows = await ofPerson(db, network, person).execute()
  return rows.map(opinionOf)
}

/** Null: not theirs, or no more. */
export async function opinionAskedOf(
  db: Database,
  network: NetworkId,
  person: PersonId,
  id: OpinionId,
): Promise<Opinion | null> {
  const row = await ofPerson(db, network, person).where('o.id', '=', id).executeTakeFirst()
  return row ? opinionOf(row) : null
}

function ofPerson(db: Database, network: NetworkId, person: PersonId) {
  return opinions(db)
    .innerJoin('labels.application as a', 'a.id', 'o.application_id')
    .where('a.network_id', '=', network)
    .where('o.person_id', '=', person)
    .where('o.revoked_at', 'is', null)
    .where((is) =>
      is.or([
        is('o.given_on', 'is not', null),
        is('a.state', 'not in', ['decided', 'withdrawn', 'not_followed_up']),
      ]),
    )
}

function opinions(db: Database) {
  return db.selectFrom('labels.opinion as o').selectAll('o').orderBy('o.due_on').orderBy('o.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof opinions>['executeTakeFirstOrThrow']>>

function opinionOf(row: Row): Opinion {
  return {
    id: row.id,
    applicationId: row.application_id,
    personId: row.person_id,
    question: row.question,
    codes: row.codes,
    isShared: row.is_shared,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    verdict: row.verdict as Verdict | null,
    body: row.body,
    givenOn: row.given_on,
    revokedAt: row.revoked_at,
    revokedReason: row.revoked_reason,
  }
}

export type NewOpinion = Pick<Opinion, 'personId' | 'question' | 'codes' | 'isShared' | 'dueOn'>

/** Throws the violation of `one_opinion_asked_at_a_time` when that person is asked already. */
export async function addOpinion(
  tx: Database,
  application: ApplicationId,
  asked: NewOpinion,
  recorded: { at: Instant; by: PersonId | null },
): Promise<OpinionId> {
  const id: OpinionId = newId()
  await tx
    .insertInto('labels.opinion')
    .values({
      id,
      application_id: application,
      person_id: asked.personId,
      question: asked.question,
      codes: [...asked.codes],
      is_shared: asked.isShared,
      due_on: asked.dueOn,
      asked_at: recorded.at,
      asked_by: recorded.by,
    })
    .execute()
  return id
}

/** False: it was given or revoked meanwhile. */
export async function giveOpinion(
  tx: Database,
  id: OpinionId,
  given: { verdict: Verdict; body: string; on: Day },
): Promise<boolean> {
  const row = await tx
    .updateTable('labels.opinion')
    .set({ verdict: given.verdict, body: given.body, given_on: given.on })
    .where('id', '=', id)
    .where('given_on', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False: it was given or revoked meanwhile. */
export async function revokeOpinion(
  tx: Database,
  application: ApplicationId,
  id: OpinionId,
  { at, reason }: { at: Instant; reason: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('labels.opinion')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('id', '=', id)
    .where('application_id', '=', application)
    .where('given_on', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Opinions still awaited in a network. */
export async function awaitedOpinions(db: Database, network: NetworkId): Promise<Opinion[]> {
  const rows = await opinions(db)
    .innerJoin('labels.application as a', 'a.id', 'o.application_id')
    .where('a.network_id', '=', network)
    .where('a.state', 'not in', ['decided', 'withdrawn', 'not_followed_up'])
    .where('o.given_on', 'is', null)
    .where('o.revoked_at', 'is', null)
    .execute()
  return rows.map(opinionOf)
}
