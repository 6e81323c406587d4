import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { DeskId, LineId, RequestId } from '../domain/equipment.ts'
import type { Slot } from '../domain/slots.ts'

export interface Appointment {
  requestId: RequestId
  deskId: DeskId
  purpose: 'pickup' | 'return'
  slot: Pick<Slot, 'start' | 'end'>
  seats: number
}

/**
 * Takes the lowest free seat of a slot; null when it is full. Two who take the same seat at once: the index gives it to
 * one, the other tries the next. EQP-304.
 */
export async function bookSeat(
  tx: Database,
  { requestId, deskId, purpose, slot, seats }: Appointment,
  at: Instant,
): Promise<Id<'slot-booking'> | null> {
  for (let tries = 0; tries <= seats; tries += 1) {
    const taken = await seatsTaken(tx, deskId, slot.start)
    const seat = Array.from({ length: seats }, (_, index) => index + 1).find((one) => !taken.has(one))
    if (!seat) return null
    const id: Id<'slot-booking'> = newId()
    try {
      await inTransaction(tx, (inner) =>
        inner
          .insertInto('equipment.slot_booking')
          .values({
            id,
            request_id: requestId,
            desk_id: deskId,
            purpose,
            starts_at: slot.start,
            ends_at: slot.end,
            seats,
            seat,
            made_at: at,
          })
          .execute(),
      )
      return id
    } catch (error) {
      if (refusedBy(error) !== 'one_booking_per_seat') throw error
    }
  }
  return null
}

async function seatsTaken(tx: Database, desk: DeskId, start: Instant): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('equipment.slot_booking')
    .select('seat')
    .where('desk_id', '=', desk)
    .where('starts_at', '=', start)
    .where('cancelled_at', 'is', null)
    .execute()
  return new Set(rows.map(({ seat }) => seat))
}

/** How many seats are taken, by the start of each slot, in a span: one statement for a month of slots. EQP-1804. */
export async function seatsBooked(
  db: Database,
  desk: DeskId,
  { from, until }: { from: Instant; until: Instant },
): Promise<ReadonlyMap<Instant, number>> {
  const rows = await db
    .selectFrom('equipment.slot_booking')
    .select(['starts_at', (of) => of.fn.countAll<number>().as('count')])
    .where('desk_id', '=', desk)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .groupBy('starts_at')
    .execute()
  return new Map(rows.map((row) => [row.starts_at, row.count]))
}

/** Frees the appointments of a request that none of its lines in course needs, `except` one that moves, any more. */
export async function cancelUnusedBookings(
  tx: Database,
  request: RequestId,
  at: Instant,
  except: LineId | null = null,
): Promise<void> {
  await sql`update equipment.slot_booking b set cancelled_at = ${at}
    where b.request_id = ${request} and b.cancelled_at is null and not exists (
      select 1 from equipment.loan_line l
      where (l.pickup_booking_id = b.id or l.return_booking_id = b.id) and l.id is distinct from ${except}
        and l.state in ('submitted', 'approved', 'prepared', 'displaced', 'out', 'partially_returned'))`.execute(
    tx,
  )
}
