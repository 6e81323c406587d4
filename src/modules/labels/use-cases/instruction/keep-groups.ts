import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { listPeople } from '../../../identity/index.ts'
import {
  addGroup,
  addSeat,
  changeGroup as change,
  closeGroup as close,
  endSeat,
  type GroupFields,
  type GroupId,
  type InstructorGroup,
  listGroups,
  type Seat,
} from '../../data/instruction/groups.store.ts'
import { recordedBy } from '../recorded-by.ts'
import { routeFiles } from './route-file.ts'

export type GroupRefusal = 'group-name-taken' | 'sits-already' | 'not-a-member' | 'no-such-group'

/** The files that were waiting with the owner come to the group at once, when they are of its territory. LAB-11. */
export function openGroup(context: Context, fields: GroupFields): Promise<GroupId | Refusal<GroupRefusal>> {
  return named(context, async (tx) => {
    const id = await addGroup(tx, context.network.id, fields, recordedBy(context))
    await writeJournal(tx, context, 'instructor-group.opened', id, { ...fields })
    await routeFiles(tx, context)
    return id
  })
}

export function changeGroup(
  context: Context,
  id: GroupId,
  fields: GroupFields,
): Promise<GroupId | Refusal<GroupRefusal>> {
  return named(context, async (tx) => {
    if (!(await groupNamed(tx, context, id))) return refuse('no-such-group')
    await change(tx, id, fields)
    await writeJournal(tx, context, 'instructor-group.changed', id, { ...fields })
    await routeFiles(tx, context)
    return id
  })
}

/** What it held goes to another group of the same territory, else back to the owner of the label. */
export function closeGroup(context: Context, id: GroupId): Promise<GroupId | Refusal<GroupRefusal>> {
  return named(context, async (tx) => {
    if (!(await groupNamed(tx, context, id))) return refuse('no-such-group')
    await close(tx, id, context.now)
    await writeJournal(tx, context, 'instructor-group.closed', id)
    await routeFiles(tx, context)
    return id
  })
}

/** Any member of the network may instruct; what the group holds opens to them at once. */
export async function placeInstructor(
  context: Context,
  id: GroupId,
  person: PersonId,
): Promise<GroupId | Refusal<GroupRefusal>> {
  const people = await listPeople(context.db, context.network.id, {}, context.today)
  if (!people.some(({ personId }) => personId === person)) return refuse('not-a-member')
  return named(context, async (tx) => {
    if (!(await groupNamed(tx, context, id))) return refuse('no-such-group')
    await addSeat(tx, id, person, { from: context.today, by: recordedBy(context).by })
    await writeJournal(tx, context, 'instructor.placed', id, { person })
    return id
  })
}

export function endInstructor(
  context: Context,
  id: GroupId,
  seat: Seat['id'],
): Promise<GroupId | Refusal<GroupRefusal>> {
  return named(context, async (tx) => {
    if (!(await groupNamed(tx, context, id))) return refuse('no-such-group')
    const person = await endSeat(tx, id, seat, context.today)
    if (!person) return refuse('not-a-member')
    await writeJournal(tx, context, 'instructor.ended', id, { person })
    return id
  })
}

export async function groupNamed(
  db: Database,
  { network, today }: Context,
  id: GroupId,
): Promise<InstructorGroup | null> {
  return (await listGroups(db, network.id, today)).find((group) => group.id === id) ?? null
}

async function named(
  { db }: Context,
  act: (tx: Database) => Promise<GroupId | Refusal<GroupRefusal>>,
): Promise<GroupId | Refusal<GroupRefusal>> {
  try {
    return await inTransaction(db, act)
  } catch (error) {
    if (refusedBy(error) === 'one_instructor_group_per_name') return refuse('group-name-taken')
    if (refusedBy(error) === 'one_seat_in_a_group_at_a_time') return refuse('sits-already')
    throw error
  }
}
