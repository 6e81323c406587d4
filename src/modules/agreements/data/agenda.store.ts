import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { readAgenda } from '../domain/agenda-lines.ts'
import type { Agreement } from '../domain/agreement.ts'
import { agendaOfPapers } from '../domain/paper-agenda.ts'
import { publicGround } from '../domain/register.ts'
import { papersOf } from './papers.queries.ts'
import { placeFacts } from './place-facts.queries.ts'

/**
 * Writes what these agreements ask for, as read on `today`, and until when it reads the same. A line whose day moved
 * or that disappeared takes the next sequence number: calendars follow it (AGR-81).
 */
export async function saveAgenda(
  tx: Database,
  agreements: readonly Agreement[],
  read: { today: Day; now: Instant },
): Promise<void> {
  const reading = newId<'reading'>()
  const facts = await placeFacts(tx, agreements, read.today)
  const papersOfAgreement = await papersOf(
    tx,
    agreements.map(({ id }) => id),
  )
  const readings = agreements.map((agreement) => {
    const papers = agendaOfPapers(papersOfAgreement(agreement.id), read.today)
    return { agreement, ...readAgenda(agreement, read.today, facts.get(agreement.id), papers) }
  })
  await saveLines(tx, readings, { ...read, reading })
  await dropLines(tx, agreements, { ...read, reading })
  const standings = readings.map(({ agreement, until, state }) => ({
    id: agreement.id,
    until,
    ground: publicGround(state, agreement.acts),
  }))
  await sql`update agreements.standing s set agenda_until = r.until, public_ground = coalesce(r.ground,
      case when s.from_day is not null and exists (select from agreements.publication_basis b
        where b.agreement_id = s.agreement_id and b.withdrawn_at is null) then 'legal_basis' end)
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) r(id uuid, until date, ground text)
    where s.agreement_id = r.id`.execute(tx)
}

/** Forgets the lines that went long ago: no calendar holds them any more. */
export async function forgetGoneLines(db: Database, before: Day): Promise<void> {
  await db.deleteFrom('agreements.agenda_line').where('gone_on', '<', before).execute()
}

interface Run {
  today: Day
  now: Instant
  reading: string
}

async function saveLines(
  tx: Database,
  readings: readonly ({ agreement: Agreement } & ReturnType<typeof readAgenda>)[],
  { now, reading }: Run,
): Promise<void> {
  const rows = readings.flatMap(({ agreement, entries }) =>
    entries.map(({ key, kind, day, urgency, subject, responsible, article, missed }) => ({
      agreement_id: agreement.id,
      network_id: agreement.networkId,
      responsible: [...responsible],
      changed_at: now,
      ...{ key, kind, day, urgency, subject, article, missed, reading },
    })),
  )
  if (rows.length === 0) return
  const isMoved = sql<boolean>`(agenda_line.day <> excluded.day or agenda_line.gone_on is not null)`
  await tx
    .insertInto('agreements.agenda_line')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['agreement_id', 'key']).doUpdateSet((from) => ({
        day: from.ref('excluded.day'),
        urgency: from.ref('excluded.urgency'),
        responsible: from.ref('excluded.responsible'),
        article: from.ref('excluded.article'),
        missed: from.ref('excluded.missed'),
        reading: from.ref('excluded.reading'),
        sequence: sql<number>`agenda_line.sequence + case when ${isMoved} then 1 else 0 end`,
        changed_at: sql<Instant>`case when ${isMoved} then excluded.changed_at else agenda_line.changed_at end`,
        gone_on: null,
      })),
    )
    .execute()
}

/** What this reading did not find any more. */
async function dropLines(
  tx: Database,
  agreements: readonly Agreement[],
  { today, now, reading }: Run,
): Promise<void> {
  if (agreements.length === 0) return
  await tx
    .updateTable('agreements.agenda_line')
    .set((line) => ({ gone_on: today, changed_at: now, sequence: sql<number>`${line.ref('sequence')} + 1` }))
    .where('gone_on', 'is', null)
    .where('reading', '<>', reading)
    .where(
      'agreement_id',
      'in',
      agreements.map(({ id }) => id),
    )
    .execute()
}
