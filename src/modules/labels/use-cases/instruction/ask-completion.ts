import { addDays, type Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type Application,
  type ApplicationId,
  moveApplication,
} from '../../data/applications/applications.store.ts'
import { addRequest, completionsOf } from '../../data/instruction/completions.store.ts'
import { changedSince } from '../../data/instruction/file-content.queries.ts'
import { type CriterionReview, reviewsOf } from '../../data/instruction/review.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { askedLate, completionDays, type Lack } from '../../domain/instruction/completion.ts'
import { tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type CompletionRefusal = 'file-moved-on' | 'nothing-lacks' | 'due-too-early' | 'late-items-unexplained'

export interface CompletionAsked {
  readonly message: string
  readonly dueOn: Day
  readonly lateReason: string
}

/** What would be asked: each criterion that lacks something, and those that were already there the time before. */
export interface CompletionPlan {
  readonly rank: number
  readonly items: readonly { code: string; mark: Lack; message: string }[]
  readonly late: readonly string[]
  /** The last day to answer, at the soonest. */
  readonly earliest: Day
}

export async function planCompletion(
  db: Database,
  { network, today }: Context,
  { id, versionId }: Pick<Application, 'id' | 'versionId'>,
): Promise<CompletionPlan> {
  const before = await completionsOf(db, id)
  const last = before.at(-1)
  const items = [...(await reviewsOf(db, id)).values()].filter(isLacking)
  const codes = items.map(({ code }) => code)
  const since = last ? await changedSince(db, id, last.askedAt) : new Set<string>()
  const version = await versionById(db, network.id, versionId)
  return {
    rank: before.length + 1,
    items,
    late: askedLate(codes, { isFirst: !last, changedSince: since }),
    earliest: addDays(today, completionDays(version?.content ?? {})),
  }
}

/**
 * Asks the applicant for all that lacks, at once, item by item: the delay to instruct stops until the answer. A second request
 * is about new facts, or says why. LAB-10.
 */
export function askCompletion(
  context: Context,
  id: ApplicationId,
  asked: CompletionAsked,
): Promise<true | Refusal<CompletionRefusal> | null> {
  return actOnFile<true, CompletionRefusal>(context, id, async (tx, file) => {
    if (file.state !== 'submitted' && file.state !== 'under_instruction') return refuse('file-moved-on')
    const plan = await planCompletion(tx, context, file)
    if (plan.items.length === 0) return refuse('nothing-lacks')
    if (asked.dueOn < plan.earliest) return refuse('due-too-early', { earliest: plan.earliest })
    if (plan.late.length > 0 && asked.lateReason === '')
      return refuse('late-items-unexplained', { codes: plan.late.join(', ') })
    const recorded = recordedBy(context)
    const { message, dueOn } = asked
    const lateReason = plan.late.length > 0 ? asked.lateReason : ''
    const { rank, items } = plan
    const request = { rank, message, lateReason, askedOn: context.today, dueOn, items }
    const requestId = await addRequest(tx, id, request, recorded)
    await moveApplication(tx, file, 'incomplete', recorded)
    const codes = items.map(({ code }) => code)
    await writeJournal(tx, context, 'completion.asked', id, { request: requestId, codes, dueOn })
    await enqueue(tx, tellInstruction, { kind: 'completion_asked', application: id, subject: requestId })
    return true
  })
}

function isLacking(review: CriterionReview): review is CriterionReview & { mark: Lack } {
  return review.mark !== 'complete'
}
