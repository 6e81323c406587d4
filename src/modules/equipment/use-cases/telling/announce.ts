import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import type { Line } from '../../data/lines.store.ts'
import type { AnnouncementKind, Facts } from '../../domain/telling/announcements.ts'
import { announcing } from '../../jobs/announcement-queue.ts'

/**
 * Tells the other side of a loan what has just been done, once the transaction `tx` of the act is committed. `line` as it
 * stands after the act; `once` names what is told: the kind, the loan and its last event unless said otherwise. EQP-1104.
 */
export async function announce(
  tx: Database,
  told: { kind: AnnouncementKind; line: Pick<Line, 'id' | 'seq'>; once?: string; facts?: Facts },
): Promise<void> {
  const { kind, line, facts = {} } = told
  const once = told.once ?? `${kind}:${line.id}:${line.seq}`
  await enqueue(tx, announcing, { kind, line: line.id, seq: line.seq, once, facts }, { once })
}

/** The last word of an act on a line: tells it, and hands the line on. */
export async function told(
  tx: Database,
  kind: AnnouncementKind,
  line: Line,
  facts: Facts = {},
): Promise<Line> {
  await announce(tx, { kind, line, facts })
  return line
}
