import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Actor, Member, NetworkId, Person, Role } from '../../../../platform/session/actor.ts'
import { SUPPORT_ROLE } from '../../domain/support/support.ts'

/** Whom a network may ask for a second factor: those who act for it, or read what others may not. */
const ASKED_FOR_A_SECOND_FACTOR: readonly Role[] = ['officer', 'data_protection_officer', 'auditor']

/**
 * Who holds this token in that network: a member, or a person without a standing there. Rights are read anew at
 * each request: a membership that ended gives none. Sessions live by the database's clock, as they were made.
 */
export async function findActor(
  db: Database,
  token: string,
  network: NetworkId,
  { today, now }: { today: Day; now: Instant },
): Promise<Actor> {
  const session = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.person as p', 'p.id', 's.person_id')
    .innerJoin('identity.network as n', (join) => join.on('n.id', '=', network))
    .leftJoin('identity.impersonation as i', (join) =>
      join
        .onRef('i.session_id', '=', 's.id')
        .on('i.ended_at', 'is', null)
        .on('i.ends_at', '>', now)
        .on('i.network_id', '=', network)
        .on(restsOnConsent(now)),
    )
    .select([
      's.id',
      's.person_id',
      's.membership_id',
      's.second_factor_at',
      'p.name',
      'p.two_factor_enabled',
    ])
    .select(['n.second_factor_for_officers', 'i.membership_id as playedId', 'i.may_write'])
    .where('s.token', '=', token)
    .where('p.anonymised_at', 'is', null)
    .where('s.expires_at', '>', sql<Instant>`now()`)
    .where(sql<boolean>`s.created_at > now() - make_interval(days => n.session_days)`)
    .executeTakeFirst()
  if (!session) return { kind: 'visitor' }
  const person = { personId: session.person_id, name: session.name ?? '', sessionId: session.id }
  const nobody: Person = { kind: 'person', ...person, lacks: 'membership' }
  const own = await findStanding(db, network, person.personId, session.membership_id, today)
  const isAsked =
    session.second_factor_for_officers && own !== null && ASKED_FOR_A_SECOND_FACTOR.includes(own.role)
  // Who set one up is asked for it however the session was opened: a link does not go round it.
  const owesFactor = session.two_factor_enabled || isAsked
  if (owesFactor && !session.second_factor_at) return { ...nobody, lacks: 'second-factor' }
  if (!own) return nobody
  if (!session.playedId || own.role !== SUPPORT_ROLE)
    return { kind: 'member', ...person, ...own, impersonator: null }
  const played = await findPlayed(db, network, session.playedId, today)
  if (!played) return { kind: 'member', ...person, ...own, impersonator: null }
  const impersonator = { personId: person.personId, name: person.name, mayWrite: session.may_write === true }
  return { kind: 'member', sessionId: person.sessionId, ...played, impersonator }
}

/** A visit that a consent opened ends with it. */
function restsOnConsent(now: Instant) {
  return sql<boolean>`(i.consent_id is null or exists (select 1 from identity.support_consent agreed
    where agreed.id = i.consent_id and agreed.withdrawn_at is null and agreed.until_at > ${now}
      and (agreed.may_write or not i.may_write)))`
}

export type Standing = Omit<Member, 'kind' | 'personId' | 'name' | 'sessionId' | 'impersonator'>

/** The quality chosen for the session while it lasts and is of this network, else the first one held here. */
async function findStanding(
  db: Database,
  network: NetworkId,
  person: Id<'person'>,
  chosen: Id<'membership'> | null,
  today: Day,
): Promise<Standing | null> {
  const row = await standings(db, network, today)
    .where('m.person_id', '=', person)
    .orderBy(sql`m.id is distinct from ${chosen}`)
    .orderBy('m.from_day')
    .orderBy('m.id')
    .executeTakeFirst()
  return row ? standingOf(row) : null
}

/** Every quality the person holds in the network that day: for what they follow without a session. */
export async function qualitiesOf(
  db: Database,
  network: NetworkId,
  person: Id<'person'>,
  today: Day,
): Promise<Standing[]> {
  const rows = await standings(db, network, today).where('m.person_id', '=', person).execute()
  return rows.map(standingOf)
}

/** The quality of that membership, while it lasts. */
export async function standingUnder(
  db: Database,
  network: NetworkId,
  membership: Id<'membership'>,
  today: Day,
): Promise<Standing | null> {
  const row = await standings(db, network, today).where('m.id', '=', membership).executeTakeFirst()
  return row ? standingOf(row) : null
}

async function findPlayed(db: Database, network: NetworkId, membership: Id<'membership'>, today: Day) {
  const row = await standings(db, network, today)
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select(['p.id as personId', 'p.name'])
    .where('m.id', '=', membership)
    .executeTakeFirst()
  return row ? { ...standingOf(row), personId: row.personId, name: row.name ?? '' } : null
}

function standings(db: Database, network: NetworkId, today: Day) {
  return db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.organisation as d', 'd.id', 'm.organisation_id')
    .innerJoin('identity.organisation as o', (join) =>
      join.on(sql<boolean>`o.id = coalesce(d.merged_into, d.id)`),
    )
    .select(['m.id', 'm.role', 'm.network_id', 'o.id as organisationId', 'o.name as organisationName'])
    .select(
      sql<Id<'organisation'>[]>`array(select same.id from identity.organisation same
        where same.id = o.id or same.merged_into = o.id order by same.id <> o.id, same.id)::text[]`.as(
        'organisations',
      ),
    )
    .select(
      sql<Id<'mandate'> | null>`(select held.id from identity.mandate held
        join identity.organisation same on same.id = held.organisation_id and o.id in (same.id, same.merged_into)
        where held.person_id = m.person_id and held.withdrawn_at is null
          and held.from_day <= ${today} and (held.until_day is null or held.until_day > ${today})
        order by held.from_day desc, held.id limit 1)`.as('mandateId'),
    )
    .select(
      sql<number>`(select count(*)::int from identity.membership other
        where other.person_id = m.person_id and other.id <> m.id and other.ended_at is null
          and other.from_day <= ${today} and (other.until_day is null or other.until_day > ${today}))`.as(
        'otherQualities',
      ),
    )
    .where('m.network_id', '=', network)
    .where('m.ended_at', 'is', null)
    .where('m.from_day', '<=', today)
    .where((is) => is.or([is('m.until_day', 'is', null), is('m.until_day', '>', today)]))
}

interface StandingRow {
  id: Id<'membership'>
  role: string
  network_id: NetworkId
  organisationId: Id<'organisation'>
  organisationName: string
  organisations: Id<'organisation'>[]
  mandateId: Id<'mandate'> | null
  otherQualities: number
}

function standingOf(row: StandingRow): Standing {
  return {
    membershipId: row.id,
    role: row.role as Role,
    networkId: row.network_id,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    organisations: row.organisations,
    mandateId: row.mandateId,
    otherQualities: row.otherQualities,
  }
}
