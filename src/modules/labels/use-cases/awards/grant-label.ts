import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { agreementInForce, coverOn, lockAgreement } from '../../../agreements/index.ts'
import { addAward, closeStopped, type SchemeId } from '../../data/awards/awards.store.ts'
import { schemesOfAgreements, versionOn } from '../../data/schemes/schemes.store.ts'

export interface LabelGrant {
  agreementId: Id<'agreement'>
  schemeId: SchemeId
  placeIds: readonly Id<'place'>[]
  grantedOn: Day
}

export type GrantRefusal =
  | 'no-such-agreement'
  | 'no-such-scheme'
  | 'place-not-listed'
  | 'dated-in-the-future'
  | 'agreement-not-in-force'
  | 'already-granted'

/** Grants one label to places the agreement covers that day: all of them or none. 000 art. 1 and 6. */
export async function grantLabel(
  context: Context,
  grant: LabelGrant,
): Promise<LabelGrant | Refusal<GrantRefusal>> {
  try {
    return await inTransaction<LabelGrant | Refusal<GrantRefusal>>(context.db, async (tx) => {
      const agreement = await lockAgreement(tx, context.reach, grant.agreementId)
      if (!agreement) return refuse('no-such-agreement')
      const schemes = await schemesOfAgreements(tx, context.network.id, grant.grantedOn)
      const scheme = schemes.find(({ id }) => id === grant.schemeId)
      if (!scheme) return refuse('no-such-scheme')
      if (grant.grantedOn > context.today) return refuse('dated-in-the-future', { day: grant.grantedOn })
      if (!agreementInForce(agreement, grant.grantedOn))
        return refuse('agreement-not-in-force', { day: grant.grantedOn })
      const isCovered = (place: Id<'place'>) => coverOn(agreement, grant.grantedOn, place).isOpen
      if (!grant.placeIds.every(isCovered)) return refuse('place-not-listed')
      const recorded = {
        at: context.now,
        by: context.actor.kind === 'member' ? context.actor.personId : null,
      }
      const version = await versionOn(tx, context.network.id, scheme.id, grant.grantedOn)
      const versionId = version?.id ?? null
      await closeStopped(tx, scheme.id, grant.placeIds, grant.grantedOn)
      for (const id of grant.placeIds)
        await addAward(tx, { ...grant, scheme, versionId, holder: { kind: 'place', id } }, recorded)
      const { agreementId, placeIds, grantedOn } = grant
      await writeJournal(tx, context, 'label.granted', agreementId, {
        scheme: scheme.code,
        placeIds,
        grantedOn,
      })
      return grant
    })
  } catch (error) {
    if (refusedBy(error) === 'one_active_award_per_holder') return refuse('already-granted')
    throw error
  }
}
