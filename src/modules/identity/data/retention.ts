import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import { forgetApiKeys } from './api-keys/api-keys.store.ts'
import { DEVICE_DAYS, forgetDevices } from './sign-in/devices.store.ts'
import { forgetSessions } from './sign-in/sessions.store.ts'

const INVITATION_DAYS = 90
const API_KEY_DAYS = 90

/** What identity lets go of by itself. Inactive accounts are the privacy module's: erasing one asks every module. */
export const identityRetention: readonly RetentionRule[] = [
  {
    name: 'identity.ended-sessions',
    sentence: 'Sessions terminées',
    // Sessions live by the database's clock, as they were made.
    apply: ({ db }) => forgetSessions(db),
  },
  {
    name: 'identity.expired-verifications',
    sentence: 'Liens de connexion expirés',
    apply: ({ db }) =>
      removed(db.deleteFrom('identity.verification').where('expires_at', '<=', sql<Instant>`now()`)),
  },
  {
    name: 'identity.unseen-devices',
    sentence: `Appareils qui n’ont pas été revus depuis ${DEVICE_DAYS} jours`,
    apply: ({ db, clock }) => forgetDevices(db, clock.now()),
  },
  {
    name: 'identity.ended-api-keys',
    sentence: `Clés d’API échues ou retirées depuis plus de ${API_KEY_DAYS} jours`,
    apply: ({ db, clock }) => forgetApiKeys(db, clock.now(), API_KEY_DAYS),
  },
  {
    name: 'identity.old-invitations',
    sentence: `Invitations répondues ou expirées depuis plus de ${INVITATION_DAYS} jours`,
    apply: ({ db, clock }) =>
      removed(
        db
          .deleteFrom('identity.invitation')
          .where(
            sql<Instant>`coalesce(answered_at, expires_at)`,
            '<',
            daysBefore(clock.now(), INVITATION_DAYS),
          ),
      ),
  },
]

export interface InactivePerson {
  id: PersonId
  email: string
  lastSeenOn: Day
  /** When the account has been unused for as long as its networks allow. */
  dueOn: Day
  warnedOn: Day | null
  /** A network of theirs, whose name signs the mail; null when they belong to none any more. */
  networkId: NetworkId | null
}

/** Accounts whose due day is `by` at the latest, the longest patience of their networks counting; `only` asks of one. */
export async function inactivePeople(db: Database, by: Day, only?: PersonId): Promise<InactivePerson[]> {
  const { rows } = await sql<InactivePerson>`
    select * from (
      select p.id, p.email, seen.day as "lastSeenOn", p.inactivity_warned_on as "warnedOn", n."networkId",
        (seen.day + make_interval(months => coalesce(n.months, 24)))::date as "dueOn"
      from identity.person p
      cross join lateral (select coalesce(p.last_seen_on,
        (p.created_at at time zone 'Europe/Paris')::date) as day) seen
      left join lateral (
        select max(k.inactive_months) as months, (array_agg(k.id order by m.ended_at nulls first, m.id))[1] as "networkId"
        from identity.membership m join identity.network k on k.id = m.network_id where m.person_id = p.id) n on true
      where p.anonymised_at is null and p.id = coalesce(${only ?? null}::uuid, p.id)) due
    where "dueOn" <= ${by} order by id`.execute(db)
  return rows
}

export async function noteWarned(tx: Database, person: PersonId, today: Day): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ inactivity_warned_on: today })
    .where('id', '=', person)
    .execute()
}

function daysBefore(now: Instant, days: number) {
  return sql<Instant>`${now}::timestamptz - make_interval(days => ${days})`
}

async function removed(query: {
  executeTakeFirst(): Promise<{ numDeletedRows: bigint } | undefined>
}): Promise<number> {
  return Number((await query.executeTakeFirst())?.numDeletedRows ?? 0)
}
