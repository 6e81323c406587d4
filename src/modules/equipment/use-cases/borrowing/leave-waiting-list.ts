import type { Context } from '../../../../platform/context.ts'
import { waitingPlaceOf } from '../../data/borrowing/borrowing.queries.ts'
import { leaveList, openOffer } from '../../data/borrowing/waitlist.store.ts'
import type { Line } from '../../data/lines.store.ts'
import { endOffer } from '../../data/moving/lapsed.queries.ts'
import { releaseRoot } from '../../data/occupancy.store.ts'
import { actOnLine, type LineTarget } from '../act-on-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'

/** Waits no more: what was offered meanwhile goes to the next. The draft stays, and may be sent otherwise. EQP-1203. */
export function leaveWaitingList(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['draft'],
    action: 'waiting-list.left',
    async work(tx, line) {
      const place = await waitingPlaceOf(tx, line.id)
      if (!place) return refused('state_changed')
      const offer = await openOffer(tx, line.id)
      if (offer) {
        await releaseRoot(tx, offer.rootId)
        await endOffer(tx, offer.id, 'declined', context.now)
      }
      await leaveList(tx, place.entryId, 'withdrawn', context.now)
      return line
    },
  })
}
