import type { Context } from '../../../../platform/context.ts'
import { agreementsWith } from '../../../agreements/index.ts'
import type { AwardReach } from '../../data/awards/award-reach.ts'

/** How far the asker sees labels borne and decisions: their organisation's agreements carry some. */
export async function awardReachOf({ db, reach, now }: Context): Promise<AwardReach> {
  if (reach.kind !== 'these') return reach
  const own = reach.organisations.length > 0 ? await agreementsWith(db, reach, reach.organisations) : []
  return { ...reach, agreements: own.map(({ id }) => id), now }
}
