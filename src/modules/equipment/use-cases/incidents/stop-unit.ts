import { newId } from '../../../../kernel/id.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { addStop, endStop, saveStop } from '../../data/incidents/incidents.store.ts'
import { withParts } from '../../data/occupancy.store.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { recordedBy } from '../act-on-line.ts'
import { type Moved, makeWay } from '../moving/make-way.ts'

type Stopped = Pick<Incident, 'id' | 'unitId' | 'rootId'>

/**
 * The incident takes the unit and its parts from now until `until` (null: nobody knows), in the transaction of the act:
 * loans to come make way first, a unit of the same model at once, else with the borrower's answer. Told again, the new
 * estimate replaces the old one. The caller holds the units around. EQP-903, L19.
 */
export async function stopUnit(
  tx: Database,
  context: Context,
  incident: Stopped,
  { until, reason }: { until: Instant | null; reason: string },
): Promise<Moved[]> {
  const { now } = context
  if (incident.rootId) await endStop(tx, incident.rootId, now)
  const units = await withParts(tx, incident.unitId)
  const rootId = newId<'root'>()
  const span = { from: now, until }
  const moved = await way(tx, context, { units, span, rootId, reason })
  await addStop(tx, { rootId, units, ...span, title: reason }, recordedBy(context))
  await saveStop(tx, incident.id, { rootId, until })
  return moved
}

/** The unit works again: what was kept for the repair is free from now on. */
export async function letGo(tx: Database, { now }: Context, incident: Stopped): Promise<void> {
  if (!incident.rootId) return
  await endStop(tx, incident.rootId, now)
  await saveStop(tx, incident.id, { rootId: null, until: null })
}

export function isAhead(context: Context, until: Instant): boolean {
  return compareInstants(context.now, until) < 0
}

function way(
  tx: Database,
  context: Context,
  one: {
    units: readonly UnitId[]
    span: { from: Instant; until: Instant | null }
    rootId: ReturnType<typeof newId<'root'>>
    reason: string
  },
): Promise<Moved[]> {
  const { units, span, rootId: forRootId, reason } = one
  return makeWay(tx, context, { units, span, forRootId, reason, reasonCode: 'unavailable', ifNothing: 'ask' })
}
