import type { Context } from '../../../../platform/context.ts'
import { type JobLine, jobsOf } from '../../data/upkeep/maintenance.queries.ts'
import { type UpdateLine, updatesOf } from '../../data/upkeep/updates.store.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { type DueUpkeep, dueUpkeep } from './upkeep-of.ts'

export interface UnitUpkeep {
  readonly due: readonly DueUpkeep[]
  readonly done: readonly JobLine[]
  readonly updates: readonly UpdateLine[]
}

/** What keeps one unit in order, whoever may read it having been checked. EQP-1001, EQP-1002. */
export async function unitUpkeep({ db, now }: Context, unit: UnitId): Promise<UnitUpkeep> {
  return {
    due: (await dueUpkeep(db, { units: [unit] }, now)).filter(({ unitId }) => unitId === unit),
    done: await jobsOf(db, unit),
    updates: await updatesOf(db, { unit }),
  }
}
