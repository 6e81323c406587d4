import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member } from '../../../../platform/session/actor.ts'
import { liveConsent, openVisit } from '../../data/support/support.store.ts'
import type { Membership } from '../../domain/members/member.ts'
import {
  grantSupport,
  type SupportAsked,
  type SupportGrant,
  type SupportRefusal,
} from '../../domain/support/support.ts'
import { tellSupport } from '../../jobs/tell-support.ts'

/** From the next request on, the session sees the site as that member does. The person is told by mail. */
export async function startSupport(
  context: Context,
  visitor: Member,
  target: Membership,
  asked: SupportAsked,
): Promise<SupportGrant | Refusal<SupportRefusal>> {
  const { network, now } = context
  try {
    return await inTransaction<SupportGrant | Refusal<SupportRefusal>>(context.db, async (tx) => {
      const consent = await liveConsent(tx, { person: target.personId, network: network.id }, now)
      const who = { personId: visitor.personId, isInPlace: visitor.impersonator !== null }
      const grant = grantSupport({ visitor: who, target, consent }, asked, now)
      if (isRefusal(grant)) return grant
      const visit = await openVisit(tx, {
        ...grant,
        session: visitor.sessionId,
        impersonator: visitor.personId,
        membership: target.id,
        network: network.id,
        startedAt: now,
      })
      await writeJournal(tx, context, 'support.started', target.id, {
        visit,
        until: grant.endsAt,
        write: grant.write,
        consent: grant.consentId,
      })
      await enqueue(tx, tellSupport, { visit })
      return grant
    })
  } catch (error) {
    if (refusedBy(error) === 'one_impersonation_per_session') return refuse('already-in-place')
    throw error
  }
}
