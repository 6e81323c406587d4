import { addDays, type Day, earliest } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Instant, laterBy, startOfDay } from '../../../../kernel/instant.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { coverOn, findAgreement, lastDayOfPeriod } from '../../../agreements/index.ts'
import { networkAddress, networkById } from '../../../identity/index.ts'
import type { AwardId } from '../../data/awards/awards.store.ts'
import {
  addBadge,
  type Badge,
  badgesOfAward,
  drawPlace,
  revokeBadge,
} from '../../data/badges/badges.store.ts'
import { labelWords } from '../../data/badges/label-words.queries.ts'
import { type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf } from '../../data/proof/holders.queries.ts'
import { lockAward } from '../../data/proof/moves.store.ts'
import { badgeContent } from '../../domain/badges/badge-content.ts'
import { dueBadge } from '../../domain/badges/badge-standing.ts'
import { type CoursePart, standingOn } from '../../domain/proof/course.ts'
import { openSigningKeys } from './issuer-keys.ts'
import { signBoth } from './sign-credential.ts'

export interface World {
  readonly config: Pick<Config, 'secret' | 'baseUrl'>
  readonly today: Day
  readonly now: Instant
}

/**
 * Gives a label borne today the badge it wants, and revokes those of a label withdrawn or of another level. Answers the
 * badge that stands; null when the label is not borne, or not public. A second run changes nothing. LAB-47.
 */
export function keepBadge(db: Database, world: World, awardId: AwardId): Promise<Badge | null> {
  return inTransaction(db, async (tx) => {
    const networkId = await lockAward(tx, awardId)
    const network = networkId && (await networkById(tx, networkId))
    const [award] = network ? await publicAwards(tx, network.id, { ids: [awardId] }) : []
    if (!network || !award) return null
    const standing = standingOn(award.course, world.today)
    const issued = await badgesOfAward(tx, awardId)
    const revoke = async (because: 'withdrawn' | 'replaced') => {
      for (const badge of issued) if (!badge.isRevoked) await revokeBadge(tx, badge.id, because, world.now)
    }
    if (standing.status === 'withdrawn') await revoke('withdrawn')
    if (standing.status !== 'active') return null
    const [last = null] = issued
    const validUntil = endOf(await lastDayOf(tx, network, award, world.today))
    const due = dueBadge(last, standing, validUntil)
    if (due.due === 'nothing') return last
    if (due.replaces) await revoke('replaced')
    return issueBadge(tx, world, network, award, { part: standing, validUntil })
  })
}

async function issueBadge(
  tx: Database,
  { config, now }: World,
  network: Network,
  award: PublicAward,
  { part, validUntil }: { part: CoursePart; validUntil: Instant | null },
): Promise<Badge> {
  const from = networkAddress(config.baseUrl, network)
  const keys = await openSigningKeys(tx, config, network.id, now)
  const id = newId<'badge'>()
  const place = await drawPlace(tx, network.id, now)
  const [holder] = await holdersOf(tx, network.id, [award])
  const validFrom = startOfDay(part.from)
  const content = badgeContent({
    id,
    from,
    issuerName: network.headName,
    holder: {
      id: award.placeId ?? award.organisationId ?? award.id,
      kind: award.placeId ? 'place' : 'organisation',
      name: holder?.name ?? award.number,
    },
    scheme: await labelWords(tx, network, award),
    award: { number: award.number, slug: award.slug, level: part.level },
    validFrom,
    validUntil,
    status: place,
  })
  const badge = {
    id,
    networkId: network.id,
    awardId: award.id,
    place,
    level: part.level,
    validFrom,
    validUntil,
    rsaKeyId: keys.rsa.id,
    ed25519KeyId: keys.ed25519.id,
    ...(await signBoth(content, keys, { from, at: now })),
    issuedAt: now,
  }
  await addBadge(tx, badge)
  return { ...badge, isRevoked: false, hasCompromisedKey: false }
}

/** The last day a badge may promise: that of the agreement's period under way, of the label's own time, or none. */
export async function lastDayOf(
  tx: Database,
  network: Pick<Network, 'id'>,
  { agreementId, placeId, course }: Pick<PublicAward, 'agreementId' | 'placeId' | 'course'>,
  today: Day,
): Promise<Day | null> {
  const agreement =
    agreementId && (await findAgreement(tx, { kind: 'all', network: network.id }, agreementId))
  const covered = agreement ? coverOn(agreement, today, placeId).lastDay : null
  const stop = course.findLast(({ from }) => from <= today)?.until ?? null
  const period = agreement ? lastDayOfPeriod(agreement, today) : null
  return earliest(covered, period, stop && addDays(stop, -1))
}

/** The last second of that day. */
export function endOf(lastDay: Day | null): Instant | null {
  return lastDay && laterBy(startOfDay(addDays(lastDay, 1)), -1)
}
