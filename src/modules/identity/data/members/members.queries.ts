import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach, Role } from '../../../../platform/session/actor.ts'
import type { Membership, MembershipEnd, MembershipId } from '../../domain/members/member.ts'
import { isWithin, lastsOn } from './membership-terms.ts'

export const MEMBERS_PER_PAGE = 25

export interface MembersAsked {
  q: string
  role: Role | null
  organisation: OrganisationId | null
  /** Those whose rights are over, instead of those who have some today. */
  ended: boolean
}

/** One page of the members within reach, and how many of each role the same search finds. */
export async function listMembers(
  db: Database,
  reach: Reach,
  asked: MembersAsked,
  { today, page }: { today: Day; page: number },
): Promise<{ members: Membership[]; byRole: Map<Role, number>; total: number }> {
  const counts = await found(db, reach, asked, today)
    .select(['m.role', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('m.role')
    .execute()
  const rows = await columns(found(db, reach, asked, today))
    .$if(asked.role !== null, (query) => query.where('m.role', '=', asked.role ?? ''))
    .orderBy(sql`p.family_name collate public.french`)
    .orderBy(sql`p.given_name collate public.french`)
    .orderBy('m.id')
    .limit(MEMBERS_PER_PAGE)
    .offset((page - 1) * MEMBERS_PER_PAGE)
    .execute()
  const byRole = new Map(counts.map(({ role, count }) => [role as Role, count]))
  const all = [...byRole.values()].reduce((sum, count) => sum + count, 0)
  const total = asked.role === null ? all : (byRole.get(asked.role) ?? 0)
  return { members: rows.map((row) => membershipOf(row, today)), byRole, total }
}

/** What the page of one membership says beyond its row. */
export interface MemberDetails extends Membership {
  invitedBy: string | null
  lastSeenOn: Day | null
}

export async function findMember(
  db: Database,
  reach: Reach,
  id: MembershipId,
  today: Day,
): Promise<MemberDetails | null> {
  const row = await columns(memberships(db))
    .select('p.last_seen_on')
    .select(
      sql<string | null>`(select inviter.name from identity.invitation i
        join identity.person inviter on inviter.id = i.invited_by
        where i.membership_id = m.id order by i.answered_at limit 1)`.as('invitedBy'),
    )
    .where('m.id', '=', id)
    .where(isWithin(reach, 'm'))
    .executeTakeFirst()
  return row ? { ...membershipOf(row, today), invitedBy: row.invitedBy, lastSeenOn: row.last_seen_on } : null
}

/** A membership of that person's own, in whatever network, while it lasts. */
export async function findOwnMembership(
  db: Database,
  person: PersonId,
  id: MembershipId,
  today: Day,
): Promise<Membership | null> {
  const row = await columns(memberships(db))
    .where('m.id', '=', id)
    .where('m.person_id', '=', person)
    .where(lastsOn(today))
    .executeTakeFirst()
  return row ? membershipOf(row, today) : null
}

/** For jobs, which know an id and no reach. */
export async function membershipById(db: Database, id: MembershipId, today: Day): Promise<Membership | null> {
  const row = await columns(memberships(db)).where('m.id', '=', id).executeTakeFirst()
  return row ? membershipOf(row, today) : null
}

export interface PeopleAsked {
  roles?: readonly Role[]
  /** With its duplicates. */
  organisation?: OrganisationId
}

/** Who acts in a network today, in these roles, for that organisation; by name. A person may be there twice. */
export async function listPeople(
  db: Database,
  network: NetworkId,
  { roles, organisation }: PeopleAsked,
  today: Day,
): Promise<Membership[]> {
  const rows = await columns(memberships(db))
    .where('m.network_id', '=', network)
    .where(lastsOn(today))
    .$if(roles !== undefined, (query) => query.where(sql<boolean>`m.role = any(${roles ?? []})`))
    .$if(organisation !== undefined, (query) => query.where(isForOrganisation(organisation)))
    .orderBy(sql`p.family_name collate public.french`)
    .orderBy(sql`p.given_name collate public.french`)
    .orderBy('m.id')
    .execute()
  return rows.map((row) => membershipOf(row, today))
}

function found(db: Database, reach: Reach, { q, organisation, ended }: MembersAsked, today: Day) {
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return memberships(db)
    .where(isWithin(reach, 'm'))
    .where(ended ? sql<boolean>`not ${lastsOn(today)}` : lastsOn(today))
    .$if(organisation !== null, (query) => query.where(isForOrganisation(organisation ?? undefined)))
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`(public.folded(p.name) like public.folded(${words}) or p.email like lower(${words}))`,
      ),
    )
}

function isForOrganisation(organisation: OrganisationId | undefined) {
  return sql<boolean>`o.current_id = (select asked.current_id from identity.current_organisation asked
    where asked.id = ${organisation ?? null})`
}

function memberships(db: Database) {
  return db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'm.organisation_id')
}

function columns(query: ReturnType<typeof memberships>) {
  return query
    .select(['m.id', 'm.network_id', 'm.person_id', 'm.role', 'm.job_title', 'm.from_day', 'm.until_day'])
    .select(['m.ended_at', 'm.ended_by', 'm.end_reason', 'p.name', 'p.email'])
    .select(['o.current_id as organisationId', 'o.name as organisationName'])
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number]

function membershipOf(row: Row, today: Day): Membership {
  return {
    id: row.id,
    networkId: row.network_id,
    personId: row.person_id,
    name: row.name ?? '',
    email: row.email,
    organisationId: row.organisationId as OrganisationId,
    organisationName: row.organisationName ?? '',
    role: row.role as Role,
    jobTitle: row.job_title,
    fromDay: row.from_day,
    end: endOf(row, today),
  }
}

function endOf({ ended_at, ended_by, end_reason, until_day }: Row, today: Day): MembershipEnd | null {
  const isOver = ended_at !== null || (until_day !== null && until_day <= today)
  if (!isOver) return null
  const day = until_day ?? dayOf(ended_at as Instant)
  return { day, by: ended_by === '' ? null : (ended_by as MembershipEnd['by']), reason: end_reason }
}
