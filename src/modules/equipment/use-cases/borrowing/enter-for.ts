import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { partnersInForce } from '../../../agreements/index.ts'
import { representedBy } from '../deciding/decide-line.ts'

/** For whom a manager may write a request down: the structures with an agreement in force, their own left out. EQP-505. */
export async function partnersToEnterFor(context: Context): Promise<{ id: OrganisationId; name: string }[]> {
  const partners = await partnersInForce(context.db, context.reach, context.today)
  const own = await representedBy(context.db, context)
  return partners.filter(({ id }) => !own.has(id))
}
