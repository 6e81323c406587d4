import { addDays, type Day } from '../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { addDueDate, lockLine } from '../data/lines.store.ts'
import type { QueueLine } from '../data/queue.queries.ts'
import { dueBeforeRecall, liftRecall, standingRecall } from '../data/recalls.store.ts'
import type { InventoryId, LineId } from '../domain/equipment.ts'
import { recallDay } from '../domain/lateness.ts'
import { isAway } from '../domain/line.ts'
import type { DeskCalendar } from '../domain/opening.ts'
import { slotsOn } from '../domain/slots.ts'
import { frameOf } from './decide-line.ts'
import { type LendingFrame, lendingFrame, rightUntil } from './lending-frame.ts'

/**
 * What is out past the end of its agreement is called back for the last day, and no longer when the end moves away: read
 * from the agreement each time, so that a second run changes nothing. True: the due date moved. EQP-204, L27.
 */
export function recallLine(context: Context, id: LineId): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const line = await lockLine(tx, context.reach, id)
    const frame = line && (await frameOf(tx, context, line))
    const due = await dueBeforeRecall(tx, id)
    if (!line || !frame || !due || !isAway(line.state)) return false
    const { calendar } = frame.desk
    const right = rightUntil(frame, context.now, null, line.placeId)
    const last = recallDay(due, right.lastReturnDay, calendar.zone)
    const wanted = last && lastSlotUntil(calendar, last, frame.rules.slotMinutes.value, line.pickupAt)
    const standing = await standingRecall(tx, id)
    if (sameMoment(wanted, standing)) return false
    if (standing) await liftRecall(tx, id, context.now)
    if (wanted) await callBack(tx, context, id, wanted)
    await writeJournal(tx, context, wanted ? 'loan.recalled' : 'loan.recall-lifted', line.requestId, {
      line: id,
    })
    return true
  })
}

function callBack(tx: Database, { now }: Context, id: LineId, dueAt: Instant): Promise<void> {
  return addDueDate(tx, id, { kind: 'recall', dueAt, reason: 'Fin de la convention' }, now)
}

function sameMoment(one: Instant | null, other: Instant | null): boolean {
  return one === null || other === null ? one === other : compareInstants(one, other) === 0
}

/** The last time one may come back on or before that day; null when the desk was not open since it left. */
function lastSlotUntil(
  calendar: DeskCalendar,
  last: Day,
  minutes: number,
  pickup: Instant | null,
): Instant | null {
  const first = pickup ? dayOf(pickup, calendar.zone) : addDays(last, -30)
  for (let day = last; day >= first; day = addDays(day, -1)) {
    const slot = slotsOn(calendar, day, minutes).at(-1)
    if (slot) return slot.start
  }
  return null
}

/** The loans still to come whose return falls after the last day of their agreement: a person shortens or refuses them. EQP-204. */
export async function beyondAgreement(
  context: Context,
  inventoryId: InventoryId,
  lines: readonly QueueLine[],
): Promise<Set<LineId>> {
  const frames = new Map<string, LendingFrame | null>()
  const beyond = new Set<LineId>()
  for (const { id, agreementId, deskId, placeId, returnAt, state } of lines) {
    if (!agreementId || !returnAt || !['submitted', 'approved', 'prepared'].includes(state)) continue
    const key = `${agreementId} ${deskId}`
    const frame =
      frames.get(key) ?? (await lendingFrame(context.db, context, { inventoryId, deskId, agreementId }))
    frames.set(key, frame)
    if (frame && !rightUntil(frame, context.now, returnAt, placeId).canRequest) beyond.add(id)
  }
  return beyond
}
