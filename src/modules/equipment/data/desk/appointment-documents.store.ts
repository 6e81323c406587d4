import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Direction } from '../../domain/desk/condition.ts'
import type { ReportId } from '../../domain/desk/report.ts'
import type { LineId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'

type BookingId = Id<'slot-booking'>

export interface AppointmentLine {
  readonly id: LineId
  readonly state: LineState
}

/** The loans that share the appointment of one, by number of their unit; itself alone when it has none. EQP-805. */
export async function appointmentOf(
  db: Database,
  line: LineId,
  direction: Direction,
): Promise<{ bookingId: BookingId | null; lines: readonly AppointmentLine[] }> {
  const booking = sql.ref(direction === 'out' ? 'pickup_booking_id' : 'return_booking_id')
  const { rows } = await sql<AppointmentLine & { booking_id: BookingId | null }>`
    select l.id, l.state, own.${booking} as booking_id from equipment.loan_line own
    join equipment.loan_line l on l.id = own.id or l.${booking} = own.${booking}
    left join equipment.unit u on u.id = l.unit_id
    where own.id = ${line} order by u.asset_number, l.id`.execute(db)
  return { bookingId: rows[0]?.booking_id ?? null, lines: rows.map(({ id, state }) => ({ id, state })) }
}

/** Two who write the same appointment wait for each other. */
export async function lockAppointment(tx: Database, booking: BookingId): Promise<void> {
  await sql`select 1 from equipment.slot_booking where id = ${booking} for update`.execute(tx)
}

/** Are these very reports already in the document of the appointment? */
export async function isWritten(db: Database, booking: BookingId, fingerprint: string): Promise<boolean> {
  const row = await db
    .selectFrom('equipment.appointment_document')
    .select('id')
    .where('booking_id', '=', booking)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes the place of the document before, which held fewer reports or older ones. */
export async function keepAppointmentDocument(
  tx: Database,
  document: { bookingId: BookingId; fileId: Id<'file'>; fingerprint: string },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.appointment_document')
    .set({ replaced_at: at })
    .where('booking_id', '=', document.bookingId)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('equipment.appointment_document')
    .values({
      id: newId(),
      booking_id: document.bookingId,
      file_id: document.fileId,
      fingerprint: document.fingerprint,
      written_at: at,
    })
    .execute()
}

/** Each report leads to the document that holds it. */
export async function giveDocument(
  tx: Database,
  reports: readonly ReportId[],
  file: Id<'file'>,
): Promise<void> {
  await tx
    .updateTable('equipment.condition_report')
    .set({ document_file_id: file })
    .where('id', 'in', reports)
    .execute()
}
