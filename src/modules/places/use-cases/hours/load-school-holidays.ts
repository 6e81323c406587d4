import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import {
  type Recogniser,
  readRows,
  recogniseFile,
  UnreadableRow,
} from '../../../../platform/tables/read-table.ts'
import { replaceSchoolHolidays } from '../../data/hours/holidays.store.ts'
import { forgetWorkedOut } from '../../data/hours/hours.store.ts'
import {
  type HolidayColumns,
  holidayColumns,
  merged,
  type ReadHoliday,
  readHolidayCalendar,
  readHolidayRow,
} from '../../domain/hours/school-calendar-file.ts'

/** A calendar of a country over many years is far under it. */
export const HOLIDAYS_LIMIT = 5 * 1024 * 1024

export type HolidayFileRefusal = 'holidays-unreadable' | 'holidays-too-large' | 'no-holiday' | 'no-zone'

/**
 * Loads the holidays of the schools from a calendar (ICS) or a table (CSV): each zone the file speaks of is replaced whole.
 * `zone`: of a calendar that does not say its own. Returns the zones. DIR-52.
 */
export async function loadSchoolHolidays(
  context: Context,
  content: Uint8Array,
  zone: string | null,
): Promise<readonly string[] | Refusal<HolidayFileRefusal>> {
  if (content.length > HOLIDAYS_LIMIT) return refuse('holidays-too-large')
  const read = await readFile(content, zone)
  if (isRefusal(read)) return read
  const holidays = merged(read)
  if (holidays.length === 0) return refuse('no-holiday')
  const zones = [...new Set(holidays.map((one) => one.zone))]
  const { db, network } = context
  return inTransaction<readonly string[]>(db, async (tx) => {
    await replaceSchoolHolidays(tx, network.id, holidays)
    await forgetWorkedOut(tx, network.id)
    await writeJournal(tx, context, 'school-holidays.loaded', network.id, { zones: zones.join(', ') })
    return zones
  })
}

async function readFile(
  content: Uint8Array,
  zone: string | null,
): Promise<ReadHoliday[] | Refusal<HolidayFileRefusal>> {
  const text = new TextDecoder().decode(content)
  if (!/^\uFEFF?BEGIN:VCALENDAR/.test(text)) return readTable(content)
  const found = readHolidayCalendar(text, zone)
  return found.length === 0 && zone === null ? refuse('no-zone') : found
}

async function readTable(content: Uint8Array): Promise<ReadHoliday[] | Refusal<HolidayFileRefusal>> {
  const known: { columns: HolidayColumns | null } = { columns: null }
  const recognise: Recogniser<HolidayFileRefusal> = (_head, shapes) => {
    const shape = shapes.find(({ header }) => holidayColumns(header) !== null)
    known.columns = shape ? holidayColumns(shape.header) : null
    return shape ?? refuse('holidays-unreadable')
  }
  const source = sourceOfBytes(content)
  const table = await recogniseFile(source, HOLIDAYS_LIMIT, recognise)
  const { columns } = known
  if (isRefusal(table) || !columns) return refuse('holidays-unreadable')
  const holidays: ReadHoliday[] = []
  try {
    for await (const { cells } of readRows(source, table)) {
      const holiday = readHolidayRow(cells, columns)
      if (holiday) holidays.push(holiday)
    }
  } catch (error) {
    if (error instanceof UnreadableRow) return refuse('holidays-unreadable')
    throw error
  }
  return holidays
}
