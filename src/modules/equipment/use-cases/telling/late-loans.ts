import type { Day } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { listDesks } from '../../data/desks.store.ts'
import { queueOf } from '../../data/telling/queue.queries.ts'
import { remindersSent } from '../../data/telling/reminders.store.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'
import { latenessOf } from '../../domain/moving/lateness.ts'
import { isOpeningDay } from '../../domain/opening.ts'

export interface LateLoan {
  readonly id: LineId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly dueAt: Instant
  readonly daysLate: number
  /** Of its desk. */
  readonly zone: string
  /** For the present due date, first to last. */
  readonly sent: readonly { readonly kind: string; readonly day: Day }[]
}

/** What is late in an inventory now, the longest first: read from who has what, never kept. EQP-1101, EQP-1103. */
export async function lateLoans({ db, now }: Context, inventory: InventoryId): Promise<LateLoan[]> {
  const out = (await queueOf(db, inventory, now)).filter(({ isLate }) => isLate)
  const desks = await listDesks(db, inventory)
  const sent = await remindersSent(db, out)
  return out
    .flatMap(({ id, organisationId, deskId, dueAt, unitName, modelName }) => {
      const desk = desks.find((one) => one.id === deskId)
      if (!desk || !dueAt) return []
      const { calendar } = desk
      const isDeskClosed = !isOpeningDay(calendar, dayOf(dueAt, calendar.zone))
      const { daysLate } = latenessOf({ due: dueAt, isOut: true, isDeskClosed }, now, calendar.zone)
      const own = sent.filter(({ lineId }) => lineId === id)
      return [
        {
          ...{ id, organisationId, dueAt, daysLate, zone: calendar.zone },
          name: unitName ? `${modelName} (${unitName})` : modelName,
          sent: own.map(({ kind, sentAt }) => ({ kind, day: dayOf(sentAt, calendar.zone) })),
        },
      ]
    })
    .filter(({ daysLate }) => daysLate > 0)
    .sort((one, other) => other.daysLate - one.daysLate)
}
