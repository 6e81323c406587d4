import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach, Role } from '../../../../platform/session/actor.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import { isWithin, lastsOn } from './membership-terms.ts'

export interface NewMembership {
  personId: PersonId
  networkId: NetworkId
  organisationId: OrganisationId
  role: Role
  jobTitle: string
  fromDay: Day
}

/** Gives the role, or finds it already held: one open membership per person, organisation and role. */
export async function addMembership(tx: Database, given: NewMembership): Promise<MembershipId> {
  const key = { person_id: given.personId, organisation_id: given.organisationId, role: given.role }
  const added = await tx
    .insertInto('identity.membership')
    .values({
      id: newId(),
      ...key,
      network_id: given.networkId,
      job_title: given.jobTitle,
      from_day: given.fromDay,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'organisation_id', 'role']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (added) return added.id
  const held = tx.selectFrom('identity.membership').select('id').where('ended_at', 'is', null)
  const { id } = await held
    .where('person_id', '=', key.person_id)
    .where('organisation_id', '=', key.organisation_id)
    .where('role', '=', key.role)
    .executeTakeFirstOrThrow()
  return id
}

/**
 * The officers of the network, held until the transaction ends: two who remove each other take their turn, and the
 * second no longer finds the first.
 */
export function lockOfficers(
  tx: Database,
  network: NetworkId,
  today: Day,
): Promise<{ id: MembershipId; personId: PersonId }[]> {
  return tx
    .selectFrom('identity.membership as m')
    .select(['m.id', 'm.person_id as personId'])
    .where('m.network_id', '=', network)
    .where('m.role', '=', 'officer')
    .where(lastsOn(today))
    .orderBy('m.id')
    .forUpdate()
    .execute()
}

export interface End {
  at: Instant
  on: Day
  by: 'left' | 'removed'
  reason: string
}

/** Ends the rights at once. False when they had ended before. */
export async function recordEnd(tx: Database, id: MembershipId, { at, on, by, reason }: End) {
  const ended = await tx
    .updateTable('identity.membership as m')
    .set({
      ended_at: at,
      ended_by: by,
      end_reason: reason,
      until_day: sql<Day>`greatest(m.from_day, ${on}::date)`,
    })
    .where('m.id', '=', id)
    .where(lastsOn(on))
    .returning('m.id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Writes the job title and returns the one before; null when the membership is over or out of reach. */
export async function changeJobTitle(
  tx: Database,
  { reach, today }: { reach: Reach; today: Day },
  id: MembershipId,
  jobTitle: string,
): Promise<{ before: string } | null> {
  const held = await tx
    .selectFrom('identity.membership as m')
    .select('m.job_title as before')
    .where('m.id', '=', id)
    .where(isWithin(reach, 'm'))
    .where(lastsOn(today))
    .forUpdate()
    .executeTakeFirst()
  if (!held) return null
  await tx.updateTable('identity.membership').set({ job_title: jobTitle }).where('id', '=', id).execute()
  return held
}
