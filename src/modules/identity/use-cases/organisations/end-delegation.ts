import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  endDelegation,
  lockDelegation,
  withdrawDelegation,
} from '../../data/organisations/delegations.store.ts'
import { actOnOrganisation } from './act-on-organisation.ts'
import { type EndRefusal, whyNotEnd } from './end-mandate.ts'

type Ended = { until: Day | null } | Refusal<EndRefusal>

/** Ends a delegation after `lastDay`, inclusive; its mandate goes on. */
export function closeDelegation(
  context: Context,
  id: OrganisationId,
  delegationId: Id<'delegation'>,
  lastDay: Day,
): Promise<Ended> {
  return actOnOrganisation<Ended>(context, id, async (tx, { same }) => {
    const delegation = await lockDelegation(tx, same, delegationId)
    if (!delegation) return refuse('no-such-delegation')
    const until = addDays(lastDay, 1)
    const refusal = whyNotEnd(delegation, until)
    if (refusal) return refusal
    await endDelegation(tx, delegationId, until)
    const changes = { until: [delegation.until, until] as const }
    await writeJournal(tx, context, 'delegation.ended', id, { delegation: delegationId }, { changes })
    return { until }
  })
}

/** Puts aside a delegation recorded by mistake: it stays readable, and is proposed no more. */
export function setDelegationAside(
  context: Context,
  id: OrganisationId,
  delegationId: Id<'delegation'>,
): Promise<Ended> {
  return actOnOrganisation<Ended>(context, id, async (tx, { same }) => {
    const delegation = await lockDelegation(tx, same, delegationId)
    if (!delegation) return refuse('no-such-delegation')
    if (delegation.withdrawn) return refuse('already-withdrawn')
    await withdrawDelegation(tx, delegationId, context.now)
    await writeJournal(tx, context, 'delegation.withdrawn', id, { delegation: delegationId })
    return { until: delegation.until }
  })
}
