import type { Day } from '../../../kernel/day.ts'
import { compareInstants, type Instant } from '../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { addDesk, addOpeningRules, type Desk, findDesk, saveOverride } from '../data/desks.store.ts'
import { addDueDate, findLine } from '../data/lines.store.ts'
import { appointmentsOn, endWeek, forgetOverride } from '../data/setup.store.ts'
import type { DeskId } from '../domain/equipment.ts'
import { isAway } from '../domain/line.ts'
import type { Hours, OpeningRule } from '../domain/opening.ts'
import { slotsNear } from '../domain/slots.ts'
import type { Workplace } from './workplace.ts'

export type DeskRefusal = 'name_taken' | 'hours_overlap'

/** A place where things are fetched and brought back, with its week. EQP-301. */
export function openDesk(
  workplace: Workplace,
  desk: { name: string; location: string },
  week: readonly OpeningRule[],
): Promise<DeskId | Refusal<DeskRefusal>> {
  const { context, inventory } = workplace
  return kept(async (tx) => {
    const zone = inventory.timeZone
    const id = await addDesk(tx, inventory.id, { ...desk, timeZone: zone }, context.now)
    if (week.length > 0) await addOpeningRules(tx, id, week)
    await writeJournal(tx, context, 'desk.opened', inventory.id, { desk: id })
    return id
  }, context)
}

/** Another week from a day on; what holds until then stays. */
export function changeWeek(
  { context, inventory }: Workplace,
  desk: DeskId,
  { from, week }: { from: Day; week: readonly OpeningRule[] },
): Promise<DeskId | Refusal<DeskRefusal>> {
  return kept(async (tx) => {
    await endWeek(tx, desk, from)
    if (week.length > 0) await addOpeningRules(tx, desk, week)
    await writeJournal(tx, context, 'desk.ruled', inventory.id, { desk, from })
    return desk
  }, context)
}

export interface DayOverride {
  day: Day
  /** None: closed. Null: the week decides again. */
  hours: readonly Hours[] | null
  reason: string
}

/**
 * A day that is not like the others. Nobody is late because a desk is closed: what was due that day is due at the next time
 * it opens. EQP-301, EQP-306.
 */
export function overrideDay(
  { context, inventory }: Workplace,
  desk: Desk,
  override: DayOverride,
): Promise<DeskId | Refusal<DeskRefusal>> {
  return kept(async (tx) => {
    const { day, hours, reason } = override
    if (hours === null) await forgetOverride(tx, desk.id, day)
    else await saveOverride(tx, desk.id, { day, hours, reason })
    await writeJournal(tx, context, 'desk.overridden', inventory.id, { desk: desk.id, day })
    if (hours?.length === 0) await postponeReturns(tx, context, desk, override)
    return desk.id
  }, context)
}

async function postponeReturns(
  tx: Database,
  context: Context,
  desk: Desk,
  { day, reason }: DayOverride,
): Promise<void> {
  const closed = (await findDesk(tx, desk.inventoryId, desk.id)) ?? desk
  const standing = await appointmentsOn(tx, desk.id, day, desk.calendar.zone)
  for (const { lineId, purpose, startsAt } of standing) {
    const line = purpose === 'return' ? await findLine(tx, context.reach, lineId) : null
    const dueAt = firstSlotAfter(closed, startsAt)
    if (line && isAway(line.state) && dueAt)
      await addDueDate(tx, lineId, { kind: 'closure', dueAt, reason }, context.now)
  }
}

/** The first time to come after a moment; null when the desk does not open again soon. */
export function firstSlotAfter({ calendar }: Desk, moment: Instant): Instant | null {
  const near = slotsNear(calendar, moment, {
    minutes: 30,
    count: 1,
    isFree: ({ start }) => compareInstants(start, moment) > 0,
  })
  return near[0]?.start ?? null
}

async function kept<T>(
  work: (tx: Database) => Promise<T>,
  { db }: Context,
): Promise<T | Refusal<DeskRefusal>> {
  try {
    return await inTransaction<T>(db, work)
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_desk_per_name') return refuse('name_taken')
    if (constraint === 'one_opening_rule_at_a_time' || constraint === 'desk_closes_after_it_opens')
      return refuse('hours_overlap')
    throw error
  }
}
