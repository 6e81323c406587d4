import type { Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Signing } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'

/** The acts after which somebody's turn comes. */
const TURNS: readonly string[] = ['signature', 'signing_reopened']

/** Since when those whose turn it is are waited for: reminders are counted from that day. */
export function calledSince(
  { acts }: Pick<Agreement, 'acts'>,
  { openedAt, renewedAt }: Pick<Signing, 'openedAt' | 'renewedAt'>,
): Day {
  const turn = acts.findLast(({ type }) => TURNS.includes(type))?.recordedAt
  const [last = openedAt] = [openedAt, renewedAt, turn]
    .filter((at) => at != null)
    .sort()
    .reverse()
  return dayOf(last)
}
