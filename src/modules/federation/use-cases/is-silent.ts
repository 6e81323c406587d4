import type { Day } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { isSilentSince } from '../../places/index.ts'
import type { Peer } from '../domain/peer.ts'

/** A source that has not answered for seven days: its places stay, and are said to be so old. DIR-90. */
export function isSilent(
  { answeredAt, declaredAt }: Pick<Peer, 'answeredAt' | 'declaredAt'>,
  today: Day,
): boolean {
  return isSilentSince(dayOf(answeredAt ?? declaredAt), today)
}
