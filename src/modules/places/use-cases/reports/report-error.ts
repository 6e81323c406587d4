import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { countAttempt } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { addReport, type ReportId } from '../../data/reports/reports.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { ReportKind } from '../../domain/reports/report.ts'
import { reportSent } from '../../jobs/reports/report-queues.ts'

export type ReportRefusal = 'too-many-reports' | 'already-reported'

const AN_HOUR = 3600
/** From one address in an hour, whatever the places. */
const MOST_REPORTS = 5

interface Said {
  place: PlaceId
  kind: ReportKind
  words: string
  email: string | null
}

/**
 * Somebody says what is wrong about a place, without an account. The same thing said twice from one address within the
 * hour is one report: two people are needed to say that a place is to be checked. DIR-74.
 */
export async function reportError(
  context: Context,
  config: Pick<Config, 'secret'>,
  { place: placeId, kind, words, email }: Said,
): Promise<ReportId | Refusal<ReportRefusal>> {
  const { db, network, now: at, origin } = context
  const from = keyedDigest(config, 'places/report-from', origin?.address ?? '')
  const same = await countAttempt(db, `place-report:${from}:${placeId}:${kind}`, AN_HOUR, at)
  if (same.count > 1) return refuse('already-reported')
  const all = await countAttempt(db, `place-reports:${from}`, AN_HOUR, at)
  if (all.count > MOST_REPORTS) return refuse('too-many-reports')
  return inTransaction(db, async (tx) => {
    const id = await addReport(tx, network.id, { placeId, kind, words, email, at })
    await writeJournal(tx, context, 'place-report.sent', id, { place: placeId, kind })
    await enqueue(tx, reportSent, { report: id, network: network.id })
    return id
  })
}
