import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { LINK_MINUTES, type LinkPurpose } from '../../domain/sign-in/links.ts'
import { digestOfToken } from './accounts.ts'

/** What a link will do, and for whom. Null: nobody has this e-mail, and nothing will leave. */
export interface Link {
  purpose: LinkPurpose
  personId: Id<'person'> | null
  /** Where it is sent. */
  email: string
  /** The page asked for before. */
  next: string
}

/**
 * Notes that a link was asked for. It has no token yet: the job that writes the mail makes it, so that the answer
 * takes as long whether the e-mail is known or not, and no token waits in the queue.
 */
export async function noteLinkAsked(tx: Database, link: Link): Promise<string> {
  const id = newId<'verification'>()
  await tx
    .insertInto('identity.verification')
    .values({
      id,
      identifier: `asked:${id}`,
      value: JSON.stringify(link),
      expires_at: minutesFromNow(LINK_MINUTES[link.purpose]),
    })
    .execute()
  return id
}

/** What was asked, while nobody has sent it. */
export function findLinkAsked(db: Database, id: string): Promise<Link | null> {
  return find(db, `asked:${id}`)
}

/** Takes the request from the queue's hands: the second run of a job finds nothing. */
export async function takeLinkAsked(tx: Database, id: string): Promise<Link | null> {
  return take(tx, `asked:${id}`)
}

/** Makes the token of a link; only its digest is kept. */
export async function makeLink(tx: Database, link: Link): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx
    .insertInto('identity.verification')
    .values({
      id: newId<'verification'>(),
      identifier: identifierOf(link.purpose, token),
      value: JSON.stringify(link),
      expires_at: minutesFromNow(LINK_MINUTES[link.purpose]),
    })
    .execute()
  return token
}

/** The link while it is good, without using it: opening a page never does. */
export function findLink(db: Database, purpose: LinkPurpose, token: string): Promise<Link | null> {
  return find(db, identifierOf(purpose, token))
}

async function find(db: Database, identifier: string): Promise<Link | null> {
  const row = await db
    .selectFrom('identity.verification')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', sql<Instant>`now()`)
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as Link) : null
}

/** Uses the link: of two who try at once, one finds it. */
export function takeLink(tx: Database, purpose: LinkPurpose, token: string): Promise<Link | null> {
  return take(tx, identifierOf(purpose, token))
}

/** Links of that kind sent earlier open nothing any more. */
export async function dropLinks(tx: Database, purpose: LinkPurpose, person: Id<'person'>): Promise<void> {
  await tx
    .deleteFrom('identity.verification')
    .where('identifier', 'like', `${purpose}:%`)
    .where('value', 'like', `%"personId":"${person}"%`)
    .execute()
}

async function take(tx: Database, identifier: string): Promise<Link | null> {
  const row = await tx
    .deleteFrom('identity.verification')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', sql<Instant>`now()`)
    .returning('value')
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as Link) : null
}

function identifierOf(purpose: LinkPurpose, token: string): string {
  return `${purpose}:${digestOfToken(token)}`
}

function minutesFromNow(minutes: number) {
  return sql<Instant>`now() + make_interval(mins => ${minutes})`
}
