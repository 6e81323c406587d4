import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { type OrganisationProfile, organisationProfiles } from '../../../identity/index.ts'
import { departmentNumber, departmentsOfPlaces } from '../../../places/index.ts'
import { countedLines, countedUnits } from '../../data/telling/statistics.queries.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import type { CountedLine, CountedUnit } from '../../domain/telling/statistics.ts'
import { type Stretch, useOf } from '../../domain/telling/use-days.ts'

export interface LendingStatistics {
  readonly lines: readonly CountedLine[]
  readonly units: readonly CountedUnit[]
  readonly borrowers: ReadonlyMap<OrganisationId, OrganisationProfile>
}

/**
 * Everything the figures of an inventory are made from, in four statements whatever its size. Each figure is then a choice
 * among these lines: what it opens is what it counts. EQP-1402.
 */
export async function lendingStatistics(
  db: Database,
  inventory: InventoryId,
  period: Stretch,
  today: Day,
): Promise<LendingStatistics> {
  const read = await countedLines(db, inventory, period, today)
  const lives = await countedUnits(db, inventory, period)
  const borrowers = await organisationProfiles(db, [...new Set(read.map((line) => line.organisationId))])
  const places = [...new Set(read.flatMap(({ placeId }) => placeId ?? []))]
  const departments = await departmentsOfPlaces(db, places)
  const uses = lives.map((unit) => ({ unit, use: useOf(unit, period, today) }))
  const daysLent = new Map(uses.flatMap(({ use }) => [...use.lentByLine]))
  const units = uses.map(({ unit: { lifecycle, stays, acquiredOn, ...unit }, use }) => ({
    ...unit,
    since: use.since,
    isInService: use.isInService,
    lastAwayOn: use.lastAwayOn,
    daysLendable: use.lendable,
  }))
  const lines = read.map(({ placeId, ...line }): CountedLine => {
    const borrower = borrowers.get(line.organisationId)
    const here = placeId && departments.get(placeId)
    return {
      ...line,
      borrowerKind: borrower?.kind ?? 'autre',
      territory: here ?? (borrower ? departmentNumber(borrower) : null),
      daysLent: daysLent.get(line.id) ?? 0,
    }
  })
  return { lines, units, borrowers }
}
