import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { Routed } from '../../domain/instruction/routing.ts'
import type { SchemeId } from '../awards/awards.store.ts'

export type GroupId = Id<'instructor-group'>

export interface InstructorGroup extends Routed {
  readonly name: string
  /** How many people sit in it today; none: what comes to it is seen by the owner of the label. */
  readonly members: number
}

/** The groups that are open, by name. */
export async function listGroups(db: Database, network: NetworkId, today: Day): Promise<InstructorGroup[]> {
  const rows = await db
    .selectFrom('labels.instructor_group as g')
    .select(['g.id', 'g.name', 'g.scheme_id', 'g.departments', 'g.epcis'])
    .select((of) =>
      of
        .selectFrom('labels.instructor as i')
        .whereRef('i.group_id', '=', 'g.id')
        .where(sits(today))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('members'),
    )
    .where('g.network_id', '=', network)
    .where('g.closed_at', 'is', null)
    .orderBy(sql`g.name collate public.french`)
    .execute()
  return rows.map(({ scheme_id, members, ...row }) => ({
    ...row,
    schemeId: scheme_id,
    members: members ?? 0,
  }))
}

export interface GroupFields {
  readonly name: string
  readonly schemeId: SchemeId | null
  readonly departments: readonly string[]
  readonly epcis: readonly string[]
}

/** Throws the violation of `one_instructor_group_per_name` when there is one of that name. */
export async function addGroup(
  tx: Database,
  network: NetworkId,
  fields: GroupFields,
  recorded: { at: Instant; by: PersonId | null },
): Promise<GroupId> {
  const id: GroupId = newId()
  await tx
    .insertInto('labels.instructor_group')
    .values({ id, network_id: network, ...columnsOf(fields), opened_at: recorded.at, opened_by: recorded.by })
    .execute()
  return id
}

/** Throws as `addGroup`. */
export async function changeGroup(tx: Database, id: GroupId, fields: GroupFields): Promise<void> {
  await tx.updateTable('labels.instructor_group').set(columnsOf(fields)).where('id', '=', id).execute()
}

/** Its name may be given to another. What it held is routed anew by the caller. */
export async function closeGroup(tx: Database, id: GroupId, now: Instant): Promise<void> {
  await tx
    .updateTable('labels.instructor_group')
    .set({ closed_at: now, name: sql`name || ' (fermé ' || ${id} || ')'` })
    .where('id', '=', id)
    .execute()
}

function columnsOf({ name, schemeId, departments, epcis }: GroupFields) {
  return { name, scheme_id: schemeId, departments: [...departments], epcis: [...epcis] }
}

export interface Seat {
  readonly id: Id<'instructor'>
  readonly personId: PersonId
  readonly fromDay: Day
}

export async function seatsOf(db: Database, group: GroupId, today: Day): Promise<Seat[]> {
  const rows = await db
    .selectFrom('labels.instructor as i')
    .select(['i.id', 'i.person_id', 'i.from_day'])
    .where('i.group_id', '=', group)
    .where(sits(today))
    .orderBy('i.from_day')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({ id: row.id, personId: row.person_id, fromDay: row.from_day }))
}

/** Throws the violation of `one_seat_in_a_group_at_a_time` when the person sits there already. */
export async function addSeat(
  tx: Database,
  group: GroupId,
  person: PersonId,
  { from, by }: { from: Day; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.instructor')
    .values({ id: newId(), group_id: group, person_id: person, from_day: from, added_by: by })
    .execute()
}

/** From that day on the person reads nothing of the group. False: nobody sits there. */
export async function endSeat(
  tx: Database,
  group: GroupId,
  seat: Id<'instructor'>,
  on: Day,
): Promise<PersonId | null> {
  const row = await tx
    .updateTable('labels.instructor as i')
    .set({ until_day: on })
    .where('i.id', '=', seat)
    .where('i.group_id', '=', group)
    .where(sits(on))
    .returning('i.person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** The groups a person sits in on a day. */
export async function groupsOf(
  db: Database,
  network: NetworkId,
  person: PersonId,
  today: Day,
): Promise<GroupId[]> {
  const rows = await db
    .selectFrom('labels.instructor as i')
    .innerJoin('labels.instructor_group as g', 'g.id', 'i.group_id')
    .select('g.id')
    .distinct()
    .where('g.network_id', '=', network)
    .where('g.closed_at', 'is', null)
    .where('i.person_id', '=', person)
    .where(sits(today))
    .execute()
  return rows.map(({ id }) => id)
}

function sits(today: Day) {
  return sql<boolean>`i.from_day <= ${today} and (i.until_day is null or i.until_day > ${today})`
}
