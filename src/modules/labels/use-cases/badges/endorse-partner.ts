import { earliest } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Network, OrganisationId } from '../../../../platform/session/actor.ts'
import { agreementInForce, agreementsWith, coverOn, lastDayOfPeriod } from '../../../agreements/index.ts'
import { networkAddress, organisationNames } from '../../../identity/index.ts'
import { endorsementContent } from '../../domain/badges/badge-content.ts'
import { openSigningKeys } from './issuer-keys.ts'
import { endOf, type World } from './keep-badge.ts'
import { signInside } from './sign-credential.ts'

/** The head's signed word that a partner is bound to it today. Null: no agreement in force here. LAB-44. */
export function partnerEndorsement(
  db: Database,
  { config, today, now }: World,
  network: Network,
  partner: OrganisationId,
): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const agreements = await agreementsWith(tx, { kind: 'all', network: network.id }, [partner])
    const agreement = agreements.find((one) => agreementInForce(one, today))
    if (!agreement) return null
    const name = (await organisationNames(tx, [partner])).get(partner) ?? ''
    const from = networkAddress(config.baseUrl, network)
    const content = endorsementContent({
      from,
      issuerName: network.headName,
      partner: { id: partner, name },
      agreement: agreement.reference,
      validFrom: startOfDay(today),
      validUntil: endOf(earliest(coverOn(agreement, today).lastDay, lastDayOfPeriod(agreement, today))),
    })
    return signInside(content, await openSigningKeys(tx, config, network.id, now), { from, at: now })
  })
}
