import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { type Member, type NetworkId, personOf } from '../../../../platform/session/actor.ts'
import { qualitiesOf } from '../../../identity/index.ts'
import {
  addFeed,
  endFeed,
  type FeedScope,
  type FoundFeed,
  feedOfDigest,
  listFeeds,
} from '../../data/borrowing/feeds.store.ts'
import { rolesOf } from '../../data/roles.store.ts'
import type { FeedId, FeedSubject } from '../../domain/telling/feed.ts'

type Key = Pick<Config, 'secret'>

/** Opens the address of a calendar and gives its secret, which is kept nowhere. EQP-1403. */
export async function followLoans(
  context: Context,
  config: Key,
  subject: FeedSubject,
): Promise<string | Refusal<'not_a_person'>> {
  const person = personOf(context.actor)
  if (!person) return refuse('not_a_person')
  const secret = randomBytes(24).toString('base64url')
  await inTransaction(context.db, async (tx) => {
    const made = { digest: digestOf(config, secret), at: context.now, by: person.personId }
    const id = await addFeed(tx, context.network.id, subject, made)
    await writeJournal(tx, context, 'loan-feed.opened', id, { about: subject.kind })
  })
  return secret
}

/** The address answers no more. `mayEndAll`: also those that others opened. */
export function stopFollowingLoans(
  context: Context,
  scope: FeedScope,
  id: FeedId,
  { mayEndAll }: { mayEndAll: boolean },
): Promise<null | Refusal<'no_such_feed'>> {
  return inTransaction<null | Refusal<'no_such_feed'>>(context.db, async (tx) => {
    const person = personOf(context.actor)
    const feeds = person ? await listFeeds(tx, context.network.id, scope, person.personId) : []
    const feed = feeds.find((one) => one.id === id && (one.isOwn || mayEndAll))
    if (!feed) return refuse('no_such_feed')
    await endFeed(tx, id, context.now)
    await writeJournal(tx, context, 'loan-feed.revoked', id)
    return null
  })
}

/** The feed of a secret; null when it is nobody's, or was taken back. */
export function feedOfSecret(
  db: Database,
  config: Key,
  network: NetworkId,
  secret: string,
): Promise<FoundFeed | null> {
  return feedOfDigest(db, network, digestOf(config, secret))
}

/** A feed never outlives the rights of whoever opened it: they still work for that inventory, or borrow for that organisation. */
export async function mayStillFollow(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  feed: FoundFeed,
  mayBorrow: (member: Member) => boolean,
): Promise<boolean> {
  for (const quality of await qualitiesOf(db, network.id, feed.createdBy, today)) {
    const session = {
      personId: feed.createdBy,
      name: '',
      sessionId: feed.createdBy as unknown as Member['sessionId'],
    }
    const member: Member = { kind: 'member', ...session, ...quality, impersonator: null }
    if (
      feed.inventoryId ? (await rolesOf(db, member)).has(feed.inventoryId) : follows(member, feed, mayBorrow)
    )
      return true
  }
  return false
}

function follows(member: Member, { subject }: FoundFeed, mayBorrow: (member: Member) => boolean): boolean {
  return subject.kind === 'organisation' && member.organisations.includes(subject.id) && mayBorrow(member)
}

function digestOf(config: Key, secret: string): string {
  return keyedDigest(config, 'loan-feed', secret)
}
