import { addDays, type Day } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import type { DayGridCell, DayGridRow } from '../../../../ui/day-grid.tsx'
import type { StockRow, StockUnit } from '../../data/stock.queries.ts'
import { daysOf, meets, type OccupancyKind } from '../../domain/availability.ts'
import type { LineId } from '../../domain/equipment.ts'
import { type ClosedBecause, type DeskCalendar, hoursOn } from '../../domain/opening.ts'

const KIND_WORDS: Readonly<Record<OccupancyKind, string>> = {
  loan: 'pris',
  owner_use: 'réservé',
  maintenance: 'entretien',
  incident: 'en panne',
  transfer: 'en transfert',
}

const CLOSED_WORDS: Readonly<Record<ClosedBecause, string>> = {
  weekly: 'fermé',
  holiday: 'férié',
  override: 'fermé',
}

const LIFECYCLE_WORDS: Readonly<Record<string, string>> = {
  quarantine: 'mis de côté',
  in_repair: 'en réparation',
  lost: 'perdu',
  stolen: 'volé',
  retired: 'retiré',
}

interface Shown {
  readonly units: readonly StockUnit[]
  readonly busy: readonly StockRow[]
  readonly days: readonly Day[]
  readonly calendar: DeskCalendar
  /** Names of the borrowers this reader may know. EQP-1502. */
  readonly borrowers: ReadonlyMap<LineId, string>
}

/** One row for each unit: what its days are, in words. A closed desk says so on days when the unit is free. EQP-109. */
export function availabilityRows(shown: Shown): DayGridRow[] {
  return shown.units.map((unit) => ({ label: unit.name, cells: cellsOf(unit, shown) }))
}

function cellsOf(unit: StockUnit, { busy, days, calendar, borrowers }: Shown): DayGridCell[] {
  const away = LIFECYCLE_WORDS[unit.lifecycle]
  if (away) return days.map(() => ({ look: 'kept', word: away }))
  return daysOf(unit, busy, days, calendar.zone).map(({ day, kinds, isFreePartOfTheDay }) => {
    const [kind] = kinds
    if (!kind) return freeCell(calendar, day)
    const whole = { from: startOfDay(day, calendar.zone), until: startOfDay(addDays(day, 1), calendar.zone) }
    const own = busy.filter((row) => row.unitId === unit.id && meets(row, whole))
    const names = own.flatMap(({ lineId }) => (lineId && borrowers.get(lineId)) || [])
    const more = names.length > 0 ? names.join(', ') : undefined
    if (isFreePartOfTheDay) return { look: 'part', word: `${KIND_WORDS[kind]} en partie`, more }
    return { look: kind === 'loan' ? 'taken' : 'kept', word: KIND_WORDS[kind], more }
  })
}

function freeCell(calendar: DeskCalendar, day: Day): DayGridCell {
  const { closed, reason } = hoursOn(calendar, day)
  if (closed === null) return { look: 'free', word: 'libre' }
  return { look: 'closed', word: CLOSED_WORDS[closed], more: reason || undefined }
}
