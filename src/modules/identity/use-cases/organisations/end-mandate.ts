import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { endMandate, lockMandate, withdrawMandate } from '../../data/organisations/mandates.store.ts'
import { actOnOrganisation, type HeldRefusal } from './act-on-organisation.ts'

export type EndRefusal =
  | HeldRefusal
  | 'no-such-mandate'
  | 'no-such-delegation'
  | 'already-withdrawn'
  | 'ends-before-it-starts'
  | 'already-ended'

type Ended = { until: Day | null } | Refusal<EndRefusal>

/** Ends a mandate after `lastDay`, inclusive. An end is only brought forward: a longer mandate is another one. */
export function closeMandate(
  context: Context,
  id: OrganisationId,
  mandateId: Id<'mandate'>,
  lastDay: Day,
): Promise<Ended> {
  return actOnOrganisation<Ended>(context, id, async (tx, { same }) => {
    const mandate = await lockMandate(tx, same, mandateId)
    if (!mandate) return refuse('no-such-mandate')
    const until = addDays(lastDay, 1)
    const refusal = whyNotEnd(mandate, until)
    if (refusal) return refusal
    await endMandate(tx, mandateId, until)
    const changes = { until: [mandate.until, until] as const }
    await writeJournal(tx, context, 'mandate.ended', id, { mandate: mandateId }, { changes })
    return { until }
  })
}

/** Puts aside a mandate recorded by mistake: it stays readable, and is proposed no more, nor what it delegates. */
export function setMandateAside(
  context: Context,
  id: OrganisationId,
  mandateId: Id<'mandate'>,
): Promise<Ended> {
  return actOnOrganisation<Ended>(context, id, async (tx, { same }) => {
    const mandate = await lockMandate(tx, same, mandateId)
    if (!mandate) return refuse('no-such-mandate')
    if (mandate.withdrawn) return refuse('already-withdrawn')
    await withdrawMandate(tx, mandateId, context.now)
    await writeJournal(tx, context, 'mandate.withdrawn', id, { mandate: mandateId })
    return { until: mandate.until }
  })
}

export function whyNotEnd(
  power: { from: Day; until: Day | null; withdrawn: boolean },
  until: Day,
): Refusal<'already-withdrawn' | 'ends-before-it-starts' | 'already-ended'> | null {
  if (power.withdrawn) return refuse('already-withdrawn')
  if (until <= power.from) return refuse('ends-before-it-starts')
  if (power.until !== null && until >= power.until) {
    return refuse('already-ended', { lastDay: addDays(power.until, -1) })
  }
  return null
}
