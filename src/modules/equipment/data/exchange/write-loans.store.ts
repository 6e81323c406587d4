import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import type { ImportId } from '../../domain/exchange/import.ts'
import type { NewLoan } from '../../domain/exchange/judge-loans.ts'
import type { LineState } from '../../domain/line.ts'

/** The way from a draft to a closed loan, by the transitions that are allowed; `imported_step` was never an act. */
const STORY: readonly { act: string; to: LineState; at: 'out' | 'back' }[] = [
  { act: 'imported', to: 'draft', at: 'out' },
  { act: 'imported_step', to: 'submitted', at: 'out' },
  { act: 'imported_step', to: 'approved', at: 'out' },
  { act: 'imported_step', to: 'prepared', at: 'out' },
  { act: 'handed_over', to: 'out', at: 'out' },
  { act: 'taken_back', to: 'returned', at: 'back' },
  { act: 'imported_step', to: 'inspected', at: 'back' },
  { act: 'closed', to: 'closed', at: 'back' },
]

/** From which file, and in whose name. */
export interface LoanSource {
  networkId: NetworkId
  inventoryId: InventoryId
  importId: ImportId
  fileName: string
  at: Instant
  by: PersonId | null
}

/**
 * Past loans, closed, with their custody and their due date. Their story says it comes from a file. Throws
 * `one_custody_at_a_time` when a unit was elsewhere meanwhile.
 */
export async function insertClosedLoans(
  tx: Database,
  source: LoanSource,
  loans: readonly NewLoan[],
): Promise<void> {
  const { networkId, inventoryId, at, by } = source
  const rows = loans.map((loan) => ({
    ...loan,
    ...{ request: newId<'loan-request'>(), line: newId<'loan-line'>() },
    ...{ due: newId<'due-date'>(), custody: newId<'custody'>() },
  }))
  const told = JSON.stringify(rows)
  const record =
    sql.raw(`as f (request uuid, line uuid, due uuid, custody uuid, unit text, "organisationId" uuid,
    "outAt" timestamptz, "backAt" timestamptz, "dueAt" timestamptz, days integer, "actionKind" text, actions text)`)
  const withUnit = sql`join equipment.unit u on u.inventory_id = ${inventoryId} and u.asset_number = f.unit`
  await sql`insert into equipment.loan_request (id, network_id, inventory_id, organisation_id, desk_id, action_kind, actions,
      created_at)
    select f.request, ${networkId}, ${inventoryId}, f."organisationId", u.home_desk_id, f."actionKind", f.actions, ${at}
    from jsonb_to_recordset(${told}::jsonb) ${record} ${withUnit}`.execute(tx)
  await sql`insert into equipment.loan_line (id, request_id, model_id, unit_id, pickup_at, return_at, days, created_at)
    select f.line, f.request, u.model_id, u.id, f."outAt", f."dueAt", f.days, ${at}
    from jsonb_to_recordset(${told}::jsonb) ${record} ${withUnit}`.execute(tx)
  await sql`insert into equipment.due_date (id, line_id, kind, due_at, recorded_at)
    select due, line, 'original', "dueAt", ${at} from jsonb_to_recordset(${told}::jsonb) ${record}`.execute(
    tx,
  )
  await sql`insert into equipment.custody (id, unit_id, line_id, out_at, back_at, entered_at, entered_by, back_entered_at,
      back_entered_by)
    select f.custody, u.id, f.line, f."outAt", f."backAt", ${at}, ${by}, ${at}, ${by}
    from jsonb_to_recordset(${told}::jsonb) ${record} ${withUnit}`.execute(tx)
  await insertStories(tx, source, rows)
}

/** Line by line and act by act, in order: each event names the one before, and the last says the state. */
async function insertStories(
  tx: Database,
  { importId, fileName, at, by }: LoanSource,
  loans: readonly (NewLoan & { line: string })[],
): Promise<void> {
  const events = loans.flatMap(({ line, outAt, backAt }) =>
    STORY.map(({ act, to, at: when }, rank) => ({
      ...{ id: newId<'loan-event'>(), line, act, to, seq: rank + 1 },
      from: STORY[rank - 1]?.to ?? null,
      occurred: when === 'out' ? outAt : backAt,
      reason: rank === 0 ? fileName : '',
    })),
  )
  await sql`insert into equipment.loan_event (id, line_id, seq, act, from_state, to_state, occurred_at, recorded_at,
      recorded_by, reason, details)
    select id, line, seq, act, "from", "to", occurred, ${at}, ${by}, reason, jsonb_build_object('import', ${importId}::text)
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as f (id uuid, line uuid, seq integer, act text, "from" text, "to" text, occurred timestamptz, reason text)
    order by line, seq`.execute(tx)
}
