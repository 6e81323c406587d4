import { sql } from 'kysely'
import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { hoursCompiler } from '../../domain/hours/compile-hours.ts'
import type { HolidayBook } from '../../domain/hours/holiday-book.ts'
import { type OpenSchedule, openSchedule } from '../../domain/hours/open-schedule.ts'
import { ofArea } from '../../domain/hours/place-clock.ts'
import { calendarOfPlace } from '../../domain/hours/place-holidays.ts'
import { readRules, type Span } from '../../domain/hours/rules.ts'
import { holidayBook } from './holidays.store.ts'

/** After so many days the days ahead are worked out again: a year of them is always known. DIR-49. */
const LASTS = 30
const BATCH = 1000
const EVERY = 1_000_000

interface Text {
  key: string
  words: string
  area: string
}

/**
 * Works out the hours of the network that are new, or whose days ahead run short, `most` texts at once; returns how many.
 * Two processes may do it at once: they write the same.
 */
export async function workOutHours(
  db: Database,
  network: NetworkId,
  today: Day,
  most = EVERY,
): Promise<number> {
  const due = await db
    .selectFrom('places.hours')
    .where('network_id', '=', network)
    .where((is) => is.or([is('compiled_on', 'is', null), is('compiled_on', '<', addDays(today, -LASTS))]))
    .select(['key', 'words', 'area'])
    .orderBy('area')
    .limit(most)
    .execute()
  if (due.length === 0) return 0
  const book = await holidayBook(db, network)
  for (let first = 0; first < due.length; first += BATCH)
    await write(db, network, today, workedOut(due.slice(first, first + BATCH), book, today))
  return due.length
}

type WorkedOut = Text & { zone: string; schedule: OpenSchedule | null }

/** The eve too: what is open past midnight on the first day. */
function workedOut(texts: readonly Text[], book: HolidayBook, today: Day): WorkedOut[] {
  const compilers = new Map<string, ReturnType<typeof hoursCompiler>>()
  return texts.map((text) => {
    const { zone, department } = ofArea(text.area)
    const compile =
      compilers.get(text.area) ?? hoursCompiler(calendarOfPlace(department, book), addDays(today, -1))
    compilers.set(text.area, compile)
    const rules = readRules(text.words)
    return { ...text, zone, schedule: rules && openSchedule(compile(rules)) }
  })
}

async function write(
  db: Database,
  network: NetworkId,
  today: Day,
  texts: readonly WorkedOut[],
): Promise<void> {
  const keys = texts.map(({ key }) => key)
  const days = texts.flatMap(({ key, schedule }) => (schedule?.days ?? []).map((one) => ({ key, ...one })))
  await inTransaction(db, async (tx) => {
    await tx
      .deleteFrom('places.hours_of_day')
      .where('network_id', '=', network)
      .where(sql<boolean>`key = any(${sql.val(keys)}::uuid[])`)
      .execute()
    await sql`insert into places.hours_of_day (network_id, key, on_day, open)
      select ${network}, d.key, d.on_day, d.open::int4multirange
      from unnest(${days.map(({ key }) => key)}::uuid[], ${days.map(({ on }) => on)}::date[],
        ${days.map(({ spans }) => multirange(spans))}::text[]) as d(key, on_day, open)
      order by d.on_day, d.key
      on conflict do nothing`.execute(tx)
    // Last: whoever changes a place waits for the end of this transaction from then on.
    const number = await growVersion(tx, network)
    await sql`update places.hours h
      set compiled_on = ${today}, is_read = w.is_read, zone = w.zone, week = w.week::int4multirange,
        moments = string_to_array(w.moments, ' '), number = ${number}
      from (select * from unnest(${keys}::uuid[], ${texts.map(({ schedule }) => schedule !== null)}::boolean[],
        ${texts.map(({ zone }) => zone)}::text[], ${texts.map(({ schedule }) => multirange(schedule?.week ?? []))}::text[],
        ${texts.map(({ schedule }) => schedule?.moments.join(' ') ?? '')}::text[])
        as w(key, is_read, zone, week, moments)) w
      where h.network_id = ${network} and h.key = w.key`.execute(tx)
  })
}

function multirange(spans: readonly Span[]): string {
  return `{${spans.map(({ start, end }) => `[${start},${end})`).join(',')}}`
}

/** Whatever was worked out is to be worked out again: the days off changed. */
export async function forgetWorkedOut(tx: Database, network: NetworkId): Promise<void> {
  await tx.updateTable('places.hours').set({ compiled_on: null }).where('network_id', '=', network).execute()
  await growVersion(tx, network)
}

export async function networksWithHours(db: Database): Promise<NetworkId[]> {
  const rows = await db.selectFrom('places.hours').select('network_id').distinct().execute()
  return rows.map(({ network_id }) => network_id)
}

/** What a process keeps of the directory depends on hours too. DIR-84. Returns the version that begins. */
async function growVersion(db: Database, network: NetworkId): Promise<number> {
  const row = await db
    .updateTable('places.directory_version')
    .set({ version: sql`version + 1` })
    .where('network_id', '=', network)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? 0
}
