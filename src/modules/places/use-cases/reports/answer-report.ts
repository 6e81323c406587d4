import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import {
  type ErrorReport,
  findReport,
  type ReportId,
  recordAnswer,
} from '../../data/reports/reports.store.ts'
import type { ReportOutcome } from '../../domain/reports/report.ts'
import { reportAnswered } from '../../jobs/reports/report-queues.ts'

export type AnswerRefusal = 'no-such-report' | 'already-answered'

/** Corrected, or refused with a reason: whoever keeps the place answers, or staff. The reporter is told. DIR-74. */
export function answerReport(
  context: Context,
  id: ReportId,
  { outcome, words }: { outcome: ReportOutcome; words: string },
): Promise<ErrorReport | Refusal<AnswerRefusal>> {
  return inTransaction<ErrorReport | Refusal<AnswerRefusal>>(context.db, async (tx) => {
    const report = await findReport({ ...context, db: tx }, id, { held: true })
    if (!report) return refuse('no-such-report')
    if (report.answer) return refuse('already-answered')
    const { now: at, actor, network, reach } = context
    const as = reach.kind === 'all' ? 'staff' : 'owner'
    await recordAnswer(tx, id, { outcome, words, at, as, by: personOf(actor)?.personId ?? null })
    await writeJournal(tx, context, 'place-report.answered', id, { place: report.place.id, outcome, as })
    if (report.email) await enqueue(tx, reportAnswered, { report: id, network: network.id })
    return report
  })
}
