import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { UnitId } from './domain/equipment.ts'
import { PRODUCT_RULES, rulesFrom } from './domain/rules.ts'
import type { Borrower, Lent } from './testing.ts'

/** So many more units of the model, in one statement. */
export async function manyUnits({ db, now }: Context, lent: Lent, count: number): Promise<UnitId[]> {
  const units = Array.from({ length: count }, () => newId<'unit'>())
  await sql`insert into equipment.unit (id, inventory_id, model_id, asset_number, home_desk_id, created_at)
    select id, ${lent.inventoryId}, ${lent.model}, 'N-' || id, ${lent.deskId}, ${now}
    from unnest(${units}::uuid[]) id`.execute(db)
  return units
}

export interface Stay {
  pickup: Instant
  back: Instant
}

/**
 * One granted loan of each unit, over the same days, each with its two appointments: written as the acts would have, in a
 * few statements, for those who count or measure.
 */
export async function loansAtOnce(
  { db, now, network }: Context,
  lent: Lent,
  borrower: Pick<Borrower, 'organisationId'> & { agreementId: Borrower['agreementId'] | null },
  { pickup, back }: Stay,
): Promise<void> {
  const rules = JSON.stringify(rulesFrom({}, { version: 1, rules: PRODUCT_RULES }))
  const rows = lent.units.map((unit) => ({
    ...{ unit, request: newId<'loan-request'>(), line: newId<'loan-line'>() },
    ...{ out: newId<'slot-booking'>(), in: newId<'slot-booking'>() },
  }))
  const all = JSON.stringify(rows.map((row, index) => ({ ...row, seat: index + 1 })))
  const each = sql`jsonb_to_recordset(${all}::jsonb) as x(unit uuid, request uuid, line uuid, "out" uuid, "in" uuid, seat integer)`
  await inTransaction(db, async (tx) => {
    await sql`insert into equipment.loan_request (id, network_id, inventory_id, organisation_id, agreement_id, desk_id,
        actions, collector_name, created_at, submitted_at)
      select x.request, ${network.id}, ${lent.inventoryId}, ${borrower.organisationId}, ${borrower.agreementId},
        ${lent.deskId}, 'Trois ateliers à la médiathèque', 'Camille Essai ' || x.seat, ${now},
        ${borrower.agreementId ? now : null} from ${each}`.execute(tx)
    for (const [column, purpose, start] of [
      ['out', 'pickup', pickup],
      ['in', 'return', back],
    ] as const)
      await sql`insert into equipment.slot_booking (id, request_id, desk_id, purpose, starts_at, ends_at, seats, seat, made_at)
        select x.${sql.ref(column)}, x.request, ${lent.deskId}, ${purpose}, ${start}::timestamptz,
          ${start}::timestamptz + interval '30 minutes', 1000, x.seat, ${now} from ${each}`.execute(tx)
    await sql`insert into equipment.loan_line (id, request_id, model_id, unit_id, pickup_at, return_at, pickup_booking_id,
        return_booking_id, days, rules, created_at)
      select x.line, x.request, ${lent.model}, x.unit, ${pickup}, ${back}, x."out", x."in", 1, ${rules}::jsonb, ${now}
      from ${each}`.execute(tx)
    for (const [seq, from, to] of [
      [1, null, 'draft'],
      [2, 'draft', 'submitted'],
      [3, 'submitted', 'approved'],
    ] as const)
      await sql`insert into equipment.loan_event (id, line_id, seq, act, from_state, to_state, occurred_at, recorded_at)
        select gen_random_uuid(), x.line, ${seq}, ${to}, ${from}, ${to}, ${now}, ${now} from ${each}`.execute(
        tx,
      )
    await sql`insert into equipment.due_date (id, line_id, kind, due_at, recorded_at)
      select gen_random_uuid(), x.line, 'original', ${back}, ${now} from ${each}`.execute(tx)
    await sql`insert into equipment.occupancy (id, unit_id, kind, line_id, root_id, status, period, turnaround_minutes,
        blocked, recorded_at)
      select gen_random_uuid(), x.unit, 'loan', x.line, gen_random_uuid(), 'firm',
        tstzrange(${pickup}::timestamptz, ${back}::timestamptz), 120, 'empty', ${now} from ${each}`.execute(
      tx,
    )
  })
}
