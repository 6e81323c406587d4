import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { Lack } from '../../domain/instruction/completion.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export type RequestId = Id<'completion-request'>

export interface CompletionItem {
  readonly code: string
  readonly mark: Lack
  readonly message: string
  readonly answer: string
  readonly fileId: Id<'file'> | null
  /** The day the document speaks of. */
  readonly fileOn: Day | null
  readonly answeredAt: Instant | null
}

export interface CompletionRequest {
  readonly id: RequestId
  readonly rank: number
  readonly message: string
  /** Why something that was there before is asked only now; empty: nothing is. */
  readonly lateReason: string
  readonly askedOn: Day
  readonly dueOn: Day
  readonly askedAt: Instant
  readonly answeredOn: Day | null
  readonly answeredAt: Instant | null
  readonly remindedOn: readonly Day[]
  /** In the order of the form's criteria codes. */
  readonly items: readonly CompletionItem[]
}

/** Every request made on a file, from the first to the last. */
export async function completionsOf(db: Database, application: ApplicationId): Promise<CompletionRequest[]> {
  const requests = await db
    .selectFrom('labels.completion_request')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('rank')
    .execute()
  if (requests.length === 0) return []
  const ids = requests.map(({ id }) => id)
  const [items, reminders] = [await itemsOf(db, ids), await remindersOf(db, ids)]
  return requests.map((row) => ({
    id: row.id,
    rank: row.rank,
    message: row.message,
    lateReason: row.late_reason,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    answeredOn: row.answered_on,
    answeredAt: row.answered_at,
    remindedOn: reminders.filter(({ request_id }) => request_id === row.id).map(({ sent_on }) => sent_on),
    items: items
      .filter(({ request_id }) => request_id === row.id)
      .map((item) => ({
        code: item.code,
        mark: item.mark as Lack,
        message: item.message,
        answer: item.answer,
        fileId: item.file_id,
        fileOn: item.file_on,
        answeredAt: item.answered_at,
      })),
  }))
}

function itemsOf(db: Database, ids: readonly RequestId[]) {
  return db
    .selectFrom('labels.completion_item')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('code')
    .execute()
}

function remindersOf(db: Database, ids: readonly RequestId[]) {
  return db
    .selectFrom('labels.completion_reminder')
    .select(['request_id', 'sent_on'])
    .where('request_id', 'in', ids)
    .orderBy('rank')
    .execute()
}

export interface NewRequest {
  readonly rank: number
  readonly message: string
  readonly lateReason: string
  readonly askedOn: Day
  readonly dueOn: Day
  readonly items: readonly { code: string; mark: Lack; message: string }[]
}

/** Throws the violation of `one_open_completion_request` when the applicant has the word already. */
export async function addRequest(
  tx: Database,
  application: ApplicationId,
  request: NewRequest,
  recorded: { at: Instant; by: PersonId | null },
): Promise<RequestId> {
  const id: RequestId = newId()
  await tx
    .insertInto('labels.completion_request')
    .values({
      id,
      application_id: application,
      rank: request.rank,
      message: request.message,
      late_reason: request.lateReason,
      asked_on: request.askedOn,
      due_on: request.dueOn,
      asked_at: recorded.at,
      asked_by: recorded.by,
    })
    .execute()
  await tx
    .insertInto('labels.completion_item')
    .values(request.items.map((item) => ({ request_id: id, ...item })))
    .execute()
  return id
}

export interface ItemAnswer {
  readonly answer: string
  /** Null keeps the document sent before. */
  readonly file: { readonly id: Id<'file'>; readonly on: Day | null } | null
}

export async function answerItem(
  tx: Database,
  request: RequestId,
  code: string,
  { answer, file }: ItemAnswer,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('labels.completion_item')
    .set({
      answer,
      ...(file && { file_id: file.id, file_on: file.on }),
      answered_at: recorded.at,
      answered_by: recorded.by,
    })
    .where('request_id', '=', request)
    .where('code', '=', code)
    .execute()
}

export async function closeRequest(
  tx: Database,
  request: RequestId,
  on: Day,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('labels.completion_request')
    .set({ answered_on: on, answered_at: recorded.at, answered_by: recorded.by })
    .where('id', '=', request)
    .execute()
}

/** Files whose applicant has the word, with what a reminder needs. */
export async function awaitedCompletions(db: Database, network: NetworkId) {
  const rows = await db
    .selectFrom('labels.completion_request as q')
    .innerJoin('labels.application as a', 'a.id', 'q.application_id')
    .select(['q.id', 'q.asked_on', 'q.due_on', 'a.id as application_id', 'a.applicant_id', 'a.scheme_id'])
    .where('a.network_id', '=', network)
    .where('a.state', '=', 'incomplete')
    .where('q.answered_at', 'is', null)
    .orderBy('q.id')
    .execute()
  if (rows.length === 0) return []
  const sent = await remindersOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    requestId: row.id,
    applicationId: row.application_id,
    applicantId: row.applicant_id,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    remindedOn: sent.filter(({ request_id }) => request_id === row.id).map(({ sent_on }) => sent_on),
  }))
}

/** False when that reminder left already: two runs at once send one. */
export async function noteReminder(tx: Database, request: RequestId, rank: 1 | 2, on: Day): Promise<boolean> {
  const row = await tx
    .insertInto('labels.completion_reminder')
    .values({ request_id: request, rank, sent_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .returning('rank')
    .executeTakeFirst()
  return row !== undefined
}
