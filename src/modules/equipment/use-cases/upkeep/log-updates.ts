import type { Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { codedUnits } from '../../data/desk/codes.queries.ts'
import { addUpdates, softwareOn, type UpdateResult } from '../../data/upkeep/updates.store.ts'
import { recordedBy } from '../act-on-line.ts'
import { readCodes } from '../desk/read-codes.ts'
import type { ActPlace } from '../workplace.ts'

export interface UpdateTold {
  software: string
  /** Empty: what the log says of each unit. */
  versionBefore: string
  versionAfter: string
  day: Day
  result: UpdateResult
  note: string
}

export type UpdateRefusal = 'no_unit' | 'day_ahead'

/**
 * One update on several units, typed or scanned one a line: each unit that is known gets its line in the log, the other
 * lines are given back. Refused when none is known. EQP-1002, 002 art. 4.2.
 */
export async function logUpdates(
  { context, inventory }: ActPlace,
  codes: string,
  told: UpdateTold,
): Promise<{ kept: number; unknown: readonly string[] } | Refusal<UpdateRefusal>> {
  if (told.day > dayOf(context.now, inventory.timeZone)) return refuse('day_ahead')
  const { units, unknown } = readCodes(codes, await codedUnits(context.db, inventory.id))
  if (units.length === 0) return refuse('no_unit')
  const ids = units.map(({ id }) => id)
  await inTransaction(context.db, async (tx) => {
    const before = await softwareOn(tx, { units: ids })
    const versionOf = (unit: string) =>
      before.find((one) => one.unitId === unit && one.software.toLowerCase() === told.software.toLowerCase())
        ?.versionAfter ?? ''
    await addUpdates(
      tx,
      ids.map((unitId) => ({ ...told, unitId, versionBefore: told.versionBefore || versionOf(unitId) })),
      recordedBy(context),
    )
    await writeJournal(tx, context, 'software.updated', inventory.id, { units: ids })
  })
  return { kept: units.length, unknown }
}
