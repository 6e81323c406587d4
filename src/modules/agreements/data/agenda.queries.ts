import { type SelectQueryBuilder, sql } from 'kysely'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { DB } from '../../../platform/db/schema.generated.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { NetworkId, Reach } from '../../../platform/session/actor.ts'
import type { AgendaGroup, AgendaKind } from '../domain/agenda.ts'
import type { AgendaEntry } from '../domain/agenda-lines.ts'
import type { Agreement, AgreementId } from '../domain/agreement.ts'
import { saveAgenda } from './agenda.store.ts'
import { withActs, withinReach } from './agreements.store.ts'

export const BOARD_PAGE = 25
/** Agreements read again in one transaction. */
const BATCH = 200

export interface BoardLine extends AgendaEntry {
  readonly agreement: Agreement
}

/** What is asked of the board; every member narrows it. */
export interface BoardFilter {
  kinds?: readonly AgendaKind[]
  /** Whose turn it is: the head's, a partner's. */
  owedBy?: 'head' | 'partner'
  lateOnly?: boolean
  /** In the partner's name or the reference. */
  q?: string
  /** First day shown, inclusive. */
  from?: Day
  /** Last day shown, inclusive. */
  until: Day
}

export interface BoardPage {
  lines: BoardLine[]
  /** How many lines of each group answer, on all pages. */
  counts: Record<AgendaGroup, number>
  total: number
}

/**
 * One page of the board: five statements whatever the number of agreements. Lines whose day to be read again has come
 * are read again first: the board is right even when the night's work did not run.
 */
export async function boardPage(
  db: Database,
  reach: Reach,
  asked: BoardFilter,
  { today, now, page, size = BOARD_PAGE }: { today: Day; now: Instant; page: number; size?: number },
): Promise<BoardPage> {
  let counted = await countsOf(db, reach, asked, today)
  if (counted.isStale && reach.kind !== 'nobody') {
    await readAgain(db, { today, now }, reach.network)
    counted = await countsOf(db, reach, asked, today)
  }
  const { counts } = counted
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const lines = await linesOf(db, reach, asked, { limit: size, offset: (page - 1) * size })
  return { lines, counts, total }
}

/** Every line that answers, for a file; `limit` at most. */
export async function boardLines(
  db: Database,
  reach: Reach,
  asked: BoardFilter,
  { today, now, limit }: { today: Day; now: Instant; limit: number },
): Promise<BoardLine[]> {
  if (reach.kind !== 'nobody') await readAgain(db, { today, now }, reach.network)
  return linesOf(db, reach, asked, { limit, offset: 0 })
}

/** Reads again what has to be, of one network or of all. Two runs at once share the work. */
export async function readAgain(
  db: Database,
  read: { today: Day; now: Instant },
  network?: NetworkId,
): Promise<number> {
  let done = 0
  for (let found = BATCH; found === BATCH; done += found) {
    found = await inTransaction(db, async (tx) => {
      const rows = await tx
        .selectFrom('agreements.standing as s')
        .innerJoin('agreements.agreement as a', 'a.id', 's.agreement_id')
        .selectAll('a')
        .where((is) => is.or([is('s.agenda_until', 'is', null), is('s.agenda_until', '<=', read.today)]))
        .$if(network !== undefined, (query) => query.where('s.network_id', '=', network as NetworkId))
        .limit(BATCH)
        .forUpdate('a')
        .skipLocked()
        .execute()
      await saveAgenda(tx, await withActs(tx, rows), read)
      return rows.length
    })
  }
  return done
}

/** A calendar's event: a line that stands, or that went since `since`. */
export interface CalendarLine extends AgendaEntry {
  readonly agreement: AgreementId
  readonly reference: string
  readonly partner: string
  readonly sequence: number
  readonly changedAt: Instant
  /** It disappeared before its day came. */
  readonly isCancelled: boolean
}

/** What a calendar follows: days to come and missed, and for a while those that disappeared. Not what only waits. */
export async function calendarLines(
  db: Database,
  reach: Reach,
  { today, limit }: { today: Day; limit: number },
): Promise<CalendarLine[]> {
  const rows = await linesWithin(db, reach)
    .innerJoin('identity.current_organisation as o', 'o.id', 'agreements.agreement.partner_id')
    .selectAll('l')
    .select(['agreements.agreement.reference', 'o.name as partner'])
    .where('l.urgency', '<>', 'waiting')
    .where('l.day', '<=', addMonths(today, 24))
    .where((is) => is.or([is('l.gone_on', 'is', null), is('l.gone_on', '>=', addDays(today, -90))]))
    .orderBy('l.day')
    .orderBy('l.key')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...entryOf(row),
    agreement: row.agreement_id,
    reference: row.reference,
    partner: row.partner ?? '',
    sequence: row.sequence,
    changedAt: row.changed_at,
    isCancelled: row.gone_on !== null && row.day >= row.gone_on,
  }))
}

type Lines = SelectQueryBuilder<
  DB & { l: DB['agreements.agenda_line'] },
  'agreements.agreement' | 'l',
  object
>

function linesWithin(db: Database, reach: Reach): Lines {
  return withinReach(db.selectFrom('agreements.agreement'), reach).innerJoin(
    'agreements.agenda_line as l',
    'l.agreement_id',
    'agreements.agreement.id',
  ) as Lines
}

async function countsOf(db: Database, reach: Reach, asked: BoardFilter, today: Day) {
  const network = reach.kind === 'nobody' ? null : reach.network
  const stale = db
    .selectFrom('agreements.standing')
    .select((of) => [sql<string>`'stale'`.as('group'), of.fn.countAll<number>().as('count')])
    .where('network_id', '=', network)
    .where((is) => is.or([is('agenda_until', 'is', null), is('agenda_until', '<=', today)]))
  const rows = await stale
    .unionAll(
      answering(linesWithin(db, reach), asked)
        .select((of) => [groupOn(today).as('group'), of.fn.countAll<number>().as('count')])
        .groupBy('group') as unknown as typeof stale,
    )
    .execute()
  const countOf = (group: string) => rows.find((row) => row.group === group)?.count ?? 0
  const counts: Record<AgendaGroup, number> = {
    late: countOf('late'),
    waiting: countOf('waiting'),
    this_week: countOf('this_week'),
    this_month: countOf('this_month'),
    later: countOf('later'),
  }
  return { counts, isStale: countOf('stale') > 0 }
}

async function linesOf(
  db: Database,
  reach: Reach,
  asked: BoardFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<BoardLine[]> {
  // Sorted without the agreements' terms: these are read for the lines of the page alone.
  const lines = answering(linesWithin(db, reach), asked)
    .selectAll('l')
    .select([rank().as('rank'), 'agreements.agreement.reference as named'])
    .orderBy('rank')
    .orderBy('l.day')
    .orderBy('named')
    .orderBy('l.key')
    .limit(limit)
    .offset(offset)
  const rows = await db
    .selectFrom(lines.as('l'))
    .innerJoin('agreements.agreement as a', 'a.id', 'l.agreement_id')
    .selectAll('l')
    .selectAll('a')
    .orderBy('l.rank')
    .orderBy('l.day')
    .orderBy('l.named')
    .orderBy('l.key')
    .execute()
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  const agreements = new Map((await withActs(db, distinct)).map((agreement) => [agreement.id, agreement]))
  return rows.flatMap((row) => {
    const agreement = agreements.get(row.agreement_id)
    return agreement ? [{ ...entryOf(row), agreement }] : []
  })
}

function answering(lines: Lines, { kinds, owedBy, lateOnly, q, from, until }: BoardFilter): Lines {
  const head = sql<string>`agreements.agreement.terms #>> '{parties,0}'`
  return lines
    .where('l.gone_on', 'is', null)
    .where('l.day', '<=', until)
    .$if(kinds !== undefined, (found) => found.where('l.kind', 'in', kinds ?? []))
    .$if(from !== undefined, (found) => found.where('l.day', '>=', from as Day))
    .$if(lateOnly === true, (found) => found.where('l.urgency', '=', 'late'))
    .$if(owedBy === 'head', (found) => found.where(sql<boolean>`${head} = any (l.responsible)`))
    .$if(owedBy === 'partner', (found) =>
      found.where(sql<boolean>`exists (select from unnest(l.responsible) p where p <> ${head})`),
    )
    .$if(Boolean(q), (found) =>
      found.where(
        sql<boolean>`(agreements.agreement.reference ilike ${`%${escaped(q ?? '')}%`} or exists (
          select from identity.current_organisation o where o.id = agreements.agreement.partner_id
            and public.folded(o.name) like '%' || public.folded(${escaped(q ?? '')}) || '%'))`,
      ),
    )
}

/** The groups of `byUrgency`, as the database counts them. */
function groupOn(today: Day) {
  return sql<string>`case when l.urgency <> 'coming' then l.urgency
    when l.day < ${addDays(today, 7)}::date then 'this_week'
    when l.day < ${addMonths(today, 1)}::date then 'this_month' else 'later' end`
}

function rank() {
  return sql<number>`case l.urgency when 'late' then 0 when 'waiting' then 1 else 2 end`
}

function entryOf(row: {
  key: string
  kind: string
  day: Day
  urgency: string
  subject: string | null
  responsible: string[]
  article: string | null
  missed: number
}): AgendaEntry {
  const { key, day, subject, responsible, article, missed } = row
  const [kind, urgency] = [row.kind as AgendaKind, row.urgency as AgendaEntry['urgency']]
  return { key, kind, day, urgency, subject, responsible, article, missed }
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
