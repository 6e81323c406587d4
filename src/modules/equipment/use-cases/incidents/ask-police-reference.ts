import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { findDesk } from '../../data/desks.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { theftsWithoutReference } from '../../data/incidents/incidents.queries.ts'
import { findLine } from '../../data/lines.store.ts'
import { policeReminderDay } from '../../domain/incidents/incident.ts'
import { announce } from '../telling/announce.ts'

/**
 * A theft that still has no reference two opening days later is told again to those who lend, once: twice or late, the mail
 * leaves once. Gives those that happened out of any loan, which no announcement of a loan can tell. EQP-902.
 */
export async function askPoliceReference(context: Context): Promise<Incident[]> {
  const { db, network, today, reach } = context
  const outOfLoans: Incident[] = []
  for (const theft of await theftsWithoutReference(db, network.id)) {
    const desk = await findDesk(db, theft.inventoryId, theft.deskId)
    const due = desk && policeReminderDay(theft, desk.calendar)
    if (!due || due > today) continue
    const line = theft.lineId && (await findLine(db, reach, theft.lineId))
    const once = `police_reference_due:${theft.id}`
    if (line) await inTransaction(db, (tx) => announce(tx, { kind: 'police_reference_due', line, once }))
    else outOfLoans.push(theft)
  }
  return outOfLoans
}
