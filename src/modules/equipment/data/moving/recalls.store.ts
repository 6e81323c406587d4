import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { AgreementId, LineId } from '../../domain/equipment.ts'

/** The loans of a network that are out, wholly or in part. */
export async function linesOut(db: Database, network: NetworkId): Promise<LineId[]> {
  const rows = await db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select('l.id')
    .where('r.network_id', '=', network)
    .where('l.state', 'in', ['out', 'partially_returned'])
    .orderBy('l.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The same under one agreement, with the network it belongs to. */
export async function linesOutUnder(
  db: Database,
  agreement: AgreementId,
): Promise<{ id: LineId; networkId: NetworkId }[]> {
  const rows = await db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select(['l.id', 'r.network_id'])
    .where('r.agreement_id', '=', agreement)
    .where('l.state', 'in', ['out', 'partially_returned'])
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({ id: row.id, networkId: row.network_id }))
}

/** When a loan would be due if no agreement's end had called it back; null before it was granted. EQP-704. */
export async function dueBeforeRecall(db: Database, line: LineId): Promise<Instant | null> {
  const row = await db
    .selectFrom('equipment.due_date')
    .select('due_at')
    .where('line_id', '=', line)
    .where('lifted_at', 'is', null)
    .where('kind', '<>', 'recall')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** The recall that stands, or null. */
export async function standingRecall(db: Database, line: LineId): Promise<Instant | null> {
  const row = await db
    .selectFrom('equipment.due_date')
    .select('due_at')
    .where('line_id', '=', line)
    .where('kind', '=', 'recall')
    .where('lifted_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** What moved it no longer holds: the earlier date counts again. EQP-204. */
export async function liftRecall(tx: Database, line: LineId, at: Instant): Promise<void> {
  await sql`update equipment.due_date set lifted_at = ${at}
    where line_id = ${line} and kind = 'recall' and lifted_at is null`.execute(tx)
}
