import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type Application,
  type ApplicationId,
  lockApplication,
  moveApplication,
} from '../../data/applications/applications.store.ts'
import {
  answerItem,
  type CompletionRequest,
  closeRequest,
  completionsOf,
} from '../../data/instruction/completions.store.ts'
import { forgetMarks } from '../../data/instruction/review.store.ts'
import { tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { recordedBy } from '../recorded-by.ts'

export type AnswerRefusal = 'nothing-asked' | 'no-such-item' | 'answer-empty' | 'not-all-answered'

/** A document sent with an answer: its bytes are kept already. `on`: the day it speaks of. */
export interface KeptAnswer {
  readonly document: Document
  readonly sha256: string
  readonly on: Day | null
}

/** One item answered and kept; nothing is sent yet. LAB-10. */
export function answerOneItem(
  context: Context,
  id: ApplicationId,
  { code, answer, file }: { code: string; answer: string; file: KeptAnswer | null },
): Promise<true | Refusal<AnswerRefusal> | null> {
  return onOpenRequest(context, id, async (tx, _file, request) => {
    const item = request.items.find((one) => one.code === code)
    if (!item) return refuse('no-such-item')
    if (answer === '' && !file && !item.fileId) return refuse('answer-empty', { code })
    const kept = file && { id: await keepFile(tx, context, file.document, file.sha256), on: file.on }
    await answerItem(tx, request.id, code, { answer, file: kept }, recordedBy(context))
    await writeJournal(tx, context, 'completion.item-answered', id, { request: request.id, code })
    return true
  })
}

/** Sends the whole answer: the delay runs again, and what was answered is to be examined anew. LAB-10, LAB-59. */
export function sendCompletion(
  context: Context,
  id: ApplicationId,
): Promise<true | Refusal<AnswerRefusal> | null> {
  return onOpenRequest(context, id, async (tx, file, request) => {
    const left = request.items.filter(({ answeredAt }) => answeredAt === null)
    if (left.length > 0) return refuse('not-all-answered', { left: String(left.length) })
    const recorded = recordedBy(context)
    await closeRequest(tx, request.id, context.today, recorded)
    const codes = request.items.map(({ code }) => code)
    await forgetMarks(tx, id, codes)
    await moveApplication(tx, file, 'under_instruction', recorded)
    await writeJournal(tx, context, 'completion.answered', id, { request: request.id, codes })
    const told = { kind: 'completion_answered', application: id, subject: request.id } as const
    await enqueue(tx, tellInstruction, told)
    return true
  })
}

/** The request the applicant has to answer; their file is held meanwhile. Null: no such file of theirs. */
function onOpenRequest(
  { db, reach }: Context,
  id: ApplicationId,
  act: (
    tx: Database,
    file: Application,
    request: CompletionRequest,
  ) => Promise<true | Refusal<AnswerRefusal>>,
): Promise<true | Refusal<AnswerRefusal> | null> {
  return inTransaction<true | Refusal<AnswerRefusal> | null>(db, async (tx) => {
    const file = await lockApplication(tx, reach, id)
    if (!file) return null
    const request = (await completionsOf(tx, id)).find(({ answeredAt }) => answeredAt === null)
    if (!request || file.state !== 'incomplete') return refuse('nothing-asked')
    return act(tx, file, request)
  })
}
