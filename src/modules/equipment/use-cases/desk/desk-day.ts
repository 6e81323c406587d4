import { addDays, type Day } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { type DeskChoice, desksOfInventories, linesAtDesk } from '../../data/desk/desk-day.queries.ts'
import { rolesOf } from '../../data/roles.store.ts'
import { type DeskDay, deskDay } from '../../domain/desk/desk-day.ts'
import { allows } from '../../domain/rights.ts'
import { stoppedUnits } from '../upkeep/upkeep-of.ts'

/** The desks the actor may look at: those of the inventories they have something to do in. */
export async function desksAtWork({ db, actor }: Context): Promise<DeskChoice[]> {
  if (actor.kind !== 'member') return []
  const roles = await rolesOf(db, actor)
  const readable = [...roles].flatMap(([id, role]) => (allows(role, 'read') ? [id] : []))
  return desksOfInventories(db, readable)
}

export interface DayAtDesk extends DeskDay {
  readonly desk: DeskChoice
  readonly on: Day
  readonly names: ReadonlyMap<OrganisationId, string>
}

/** One day of one desk, in three statements, however many appointments it has. EQP-801, EQP-1804. */
export async function dayAtDesk({ db, now }: Context, desk: DeskChoice, on: Day): Promise<DayAtDesk> {
  const span = { from: startOfDay(on, desk.zone), until: startOfDay(addDays(on, 1), desk.zone) }
  const read = await linesAtDesk(db, desk.id, span)
  const stopped = await stoppedUnits(db, { units: read.flatMap(({ unitId }) => unitId ?? []) }, now)
  const lines = read.map((line) => ({ ...line, isUpkeepLate: !!line.unitId && stopped.has(line.unitId) }))
  const names = await organisationNames(db, [...new Set(lines.map((line) => line.organisationId))])
  return { desk, on, names, ...deskDay(lines, on, now, desk.zone) }
}
