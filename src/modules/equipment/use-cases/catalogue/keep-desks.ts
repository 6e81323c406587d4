import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PlaceId } from '../../../places/index.ts'
import { endWeek, forgetOverrides } from '../../data/catalogue/setup.store.ts'
import { addDesk, addOpeningRules, type Desk, placeDeskIn, saveOverrides } from '../../data/desks.store.ts'
import type { DeskId } from '../../domain/equipment.ts'
import { withDays, withWeek } from '../../domain/moving/closing.ts'
import type { Hours, OpeningRule } from '../../domain/opening.ts'
import { followHours } from '../moving/close-desk.ts'
import type { ActPlace, Workplace } from '../workplace.ts'

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

/**
 * Another week from a day on; what holds until then stays. The appointments it no longer keeps are to be given another slot.
 * EQP-301, EQP-306.
 */
export function changeWeek(
  { context, inventory }: Workplace,
  desk: Desk,
  { from, week }: { from: Day; week: readonly OpeningRule[] },
): Promise<DeskId | Refusal<DeskRefusal>> {
  return kept(async (tx) => {
    await endWeek(tx, desk.id, from)
    if (week.length > 0) await addOpeningRules(tx, desk.id, week)
    await writeJournal(tx, context, 'desk.ruled', inventory.id, { desk: desk.id, from })
    const after = withWeek(desk.calendar, from, week)
    await followHours(tx, context, {
      desk,
      after,
      from,
      lastDay: null,
      reason: 'Changement des heures d’ouverture',
    })
    return desk.id
  }, context)
}

export interface DayOverride {
  /** The same hours on all of them, in their order. */
  days: readonly [Day, ...Day[]]
  /** None: closed. Null: the week decides again. */
  hours: readonly Hours[] | null
  reason: string
}

/**
 * Days that are not like the others. Nobody is late because a desk is closed: the appointments it no longer keeps are to be
 * given another slot. EQP-301, EQP-306.
 */
export function overrideDays(
  { context, inventory }: Workplace,
  desk: Desk,
  override: DayOverride,
): Promise<DeskId | Refusal<DeskRefusal>> {
  return kept(async (tx) => {
    const { days, hours, reason } = override
    if (hours === null) await forgetOverrides(tx, desk.id, days)
    else await saveOverrides(tx, desk.id, { days, hours, reason })
    const [from] = days
    const lastDay = days.at(-1) ?? from
    await writeJournal(tx, context, 'desk.overridden', inventory.id, { desk: desk.id, day: from, lastDay })
    const after = withDays(desk.calendar, days, { hours, reason })
    await followHours(tx, context, { desk, after, from, lastDay, reason })
    return desk.id
  }, context)
}

/** Says in which place of the directory a desk stands, or in none. DIR-72. */
export async function placeDesk(
  { context, inventory }: ActPlace,
  desk: Pick<Desk, 'id'>,
  place: PlaceId | null,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await placeDeskIn(tx, desk.id, place)
    await writeJournal(tx, context, 'desk.placed', inventory.id, { desk: desk.id, place })
  })
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
