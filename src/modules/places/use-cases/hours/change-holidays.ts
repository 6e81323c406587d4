import { type Id, newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addHolidayRule, type KeptHolidayRule, removeHolidayRule } from '../../data/hours/holidays.store.ts'
import { forgetWorkedOut } from '../../data/hours/hours.store.ts'

/** Corrects the public holidays the product knows: a day more, or one that is worked, for some years or for ever. DIR-51. */
export function correctHolidays(context: Context, rule: Omit<KeptHolidayRule, 'id'>): Promise<void> {
  const { db, network } = context
  return inTransaction(db, async (tx) => {
    const id = newId<'holiday-rule'>()
    await addHolidayRule(tx, network.id, { ...rule, id })
    await forgetWorkedOut(tx, network.id)
    const { month, day, name, isOff } = rule
    await writeJournal(tx, context, 'holidays.corrected', network.id, { rule: id, month, day, name, isOff })
  })
}

/** Takes a correction back: the day is again what the product knows. */
export function dropCorrection(
  context: Context,
  id: Id<'holiday-rule'>,
): Promise<true | Refusal<'no-such-correction'>> {
  const { db, network } = context
  return inTransaction<true | Refusal<'no-such-correction'>>(db, async (tx) => {
    if (!(await removeHolidayRule(tx, network.id, id))) return refuse('no-such-correction')
    await forgetWorkedOut(tx, network.id)
    await writeJournal(tx, context, 'holidays.correction-dropped', network.id, { rule: id })
    return true
  })
}
