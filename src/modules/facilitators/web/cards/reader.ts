import type { AppContext } from '../../../../platform/http/env.ts'
import { opensTo } from '../../../../platform/http/page.tsx'
import type { Reader } from '../../data/cards/cards.queries.ts'
import { policy } from '../policy.ts'

/** As whom the request reads the cards: a person of another network is anybody here. */
export function readerOf({ var: { actor, network } }: Pick<AppContext, 'var'>): Reader {
  if (opensTo({ actor, network }, policy.seeAsStaff)) return { kind: 'staff' }
  if (actor.kind === 'member' && actor.networkId === network.id)
    return { kind: 'member', organisations: actor.organisations }
  return { kind: 'public' }
}
