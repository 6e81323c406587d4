import { laterBy } from '../../../../kernel/instant.ts'
import { type StatusPurpose, statusListCredential } from '../../../../platform/credentials/status-list.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import { type BadgeListId, revokeWithdrawn, statusesOfList } from '../../data/badges/badges.store.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import { bitsOf } from '../../domain/badges/badge-standing.ts'
import { openSigningKeys } from './issuer-keys.ts'
import type { World } from './keep-badge.ts'
import { signInside } from './sign-credential.ts'

/** How long a copy of the list may be believed. */
export const LIST_SECONDS = 300

/**
 * The signed list of what is revoked, or suspended, among the badges of a network, as their labels stand now. What it says
 * revoked is so for ever. Null: no such list. LAB-47.
 */
export function statusList(
  db: Database,
  { config, today, now }: World,
  network: Network,
  list: BadgeListId,
  purpose: StatusPurpose,
): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const statuses = await statusesOfList(tx, network.id, list, today)
    if (!statuses) return null
    const withdrawn = statuses.filter(({ status, isRevoked }) => status === 'withdrawn' && !isRevoked)
    if (withdrawn.length > 0)
      await revokeWithdrawn(
        tx,
        withdrawn.map(({ id }) => id),
        now,
      )
    const from = networkAddress(config.baseUrl, network)
    const content = statusListCredential(
      {
        id: badgeAddresses.list(from, list, purpose),
        issuer: badgeAddresses.issuer(from),
        purpose,
        validFrom: now,
        validUntil: laterBy(now, LIST_SECONDS),
      },
      statuses.flatMap((one) => (bitsOf(one, one.status, now)[purpose] ? [one.index] : [])),
    )
    return signInside(content, await openSigningKeys(tx, config, network.id, now), { from, at: now })
  })
}
