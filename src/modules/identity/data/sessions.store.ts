import { createHmac, randomBytes } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Member, Role } from '../../../platform/session/actor.ts'

export const SESSION_DAYS = 14

/** Opens a session and returns the token of its cookie: it is kept nowhere else. */
export async function openSession(
  db: Database,
  secret: string,
  membership: { id: Id<'membership'>; person_id: Id<'person'> },
  now: Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('identity.session')
    .values({
      digest: digestOf(token, secret),
      person_id: membership.person_id,
      membership_id: membership.id,
      created_at: now,
      expires_at: new Date(Date.parse(now) + SESSION_DAYS * 86_400_000).toISOString() as Instant,
    })
    .execute()
  return token
}

/** Who holds this token today. Rights are read anew at each request: a membership that ended gives none. */
export async function findMember(
  db: Database,
  secret: string,
  token: string,
  now: Instant,
  today: Day,
): Promise<Member | null> {
  const row = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.membership as m', 'm.id', 's.membership_id')
    .innerJoin('identity.person as p', 'p.id', 's.person_id')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id')
    .select(['p.id as personId', 'p.given_name', 'p.family_name', 'm.role', 'm.network_id as networkId'])
    .select(['o.id as organisationId', 'o.name as organisationName'])
    .where('s.digest', '=', digestOf(token, secret))
    .where('s.expires_at', '>', now)
    .where('m.from_day', '<=', today)
    .where((is) => is.or([is('m.until_day', 'is', null), is('m.until_day', '>', today)]))
    .executeTakeFirst()
  if (!row) return null
  const { given_name, family_name, role, ...ids } = row
  return { kind: 'member', name: `${given_name} ${family_name}`, role: role as Role, ...ids }
}

export async function closeSession(db: Database, secret: string, token: string): Promise<void> {
  await db.deleteFrom('identity.session').where('digest', '=', digestOf(token, secret)).execute()
}

/** Sessions that are over open nothing any more. */
export async function forgetSessions(db: Database, now: Instant): Promise<void> {
  await db.deleteFrom('identity.session').where('expires_at', '<=', now).execute()
}

function digestOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}
