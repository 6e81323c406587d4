import { compareInstants, dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { findDesk } from '../../data/desks.store.ts'
import { type Line, lockLine, recordEvent } from '../../data/lines.store.ts'
import {
  type AwaitedPickup,
  awaitedPickups,
  endDisplacement,
  endOffer,
  type LapsedHold,
  lapsedHolds,
  unansweredDisplacements,
} from '../../data/moving/lapsed.queries.ts'
import { releaseLine, releaseRoot } from '../../data/occupancy.store.ts'
import { cancelUnusedBookings } from '../../data/slots.store.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import { noShowAfter } from '../../domain/moving/waiting.ts'
import { announce, told } from '../telling/announce.ts'

type Moment = Pick<Context, 'now' | 'network'>

/**
 * Frees what time has ended, on units the caller holds (null: wherever it is, for the job): requests nobody answered,
 * offers and substitutes nobody took, pickups nobody came to. Twice or late, the outcome is the same. EQP-405.3.
 */
export async function releaseLapsed(
  tx: Database,
  moment: Moment,
  units: readonly UnitId[] | null,
): Promise<number> {
  const holds = await lapsedHolds(tx, moment.now, units)
  for (const hold of holds) {
    await releaseRoot(tx, hold.rootId)
    if (hold.offerId) await endOffer(tx, hold.offerId, 'lapsed', moment.now)
    else if (hold.displacementId) await endDisplacement(tx, hold.displacementId, 'lapsed', moment.now)
    else if (hold.lineId) await endLine(tx, moment, hold.lineId, 'expired')
    await tellLapsed(tx, hold)
  }
  const missed = await missedPickups(tx, moment, units)
  for (const { lineId } of missed) await endLine(tx, moment, lineId, 'no_show')
  return holds.length + missed.length
}

/** The borrower let the answer pass and nothing was held: told again, and the loan stays as it is. EQP-603. */
export async function endUnanswered(tx: Database, { now, network }: Moment): Promise<void> {
  for (const { id, lineId } of await unansweredDisplacements(tx, network.id, now)) {
    await endDisplacement(tx, id, 'lapsed', now)
    await tellLapsed(tx, { lineId, offerId: null, displacementId: id })
  }
}

/** What was proposed to somebody is no more. EQP-603, EQP-1202. */
async function tellLapsed(
  tx: Database,
  { lineId, offerId, displacementId }: Omit<LapsedHold, 'rootId'>,
): Promise<void> {
  if (!lineId || !(offerId ?? displacementId)) return
  const kind = offerId ? 'offer_lapsed' : 'displacement_lapsed'
  const once = `${kind}:${offerId ?? displacementId}`
  await announce(tx, { kind, line: { id: lineId, seq: 0 }, once })
}

async function missedPickups(
  tx: Database,
  { now }: Moment,
  units: readonly UnitId[] | null,
): Promise<AwaitedPickup[]> {
  const missed: AwaitedPickup[] = []
  for (const one of await awaitedPickups(tx, now, units)) {
    const desk = await findDesk(tx, one.inventoryId, one.deskId)
    if (!desk) continue
    const { calendar } = desk
    const last = noShowAfter(calendar, dayOf(one.pickupAt, calendar.zone), one.pickupAt, one.graceDays)
    if (compareInstants(last, now) < 0) missed.push(one)
  }
  return missed
}

/** The program itself ends it, whatever the reach of whoever comes by. */
async function endLine(
  tx: Database,
  { now, network }: Moment,
  id: LineId,
  to: 'expired' | 'no_show',
): Promise<void> {
  const line: Line | null = await lockLine(tx, { kind: 'all', network: network.id }, id)
  const isRipe =
    to === 'expired' ? line?.state === 'submitted' : ['approved', 'prepared'].includes(line?.state ?? '')
  if (!line || !isRipe) return
  await releaseLine(tx, id)
  await told(tx, to, await recordEvent(tx, line, { act: to, to }, { at: now, by: null }))
  await cancelUnusedBookings(tx, line.requestId, now)
}
