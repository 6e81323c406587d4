import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { type ApplicationId, moveApplication } from '../../data/applications/applications.store.ts'
import { type GroupId, seatsOf } from '../../data/instruction/groups.store.ts'
import { addRouting, currentRouting } from '../../data/instruction/routing.store.ts'
import { isOver } from '../../domain/instruction/next-step.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'
import { groupNamed } from './keep-groups.ts'

export type AssignRefusal = 'file-moved-on' | 'sent-there-already' | 'no-such-group' | 'not-in-group'

/** « Je m'en charge »: a new file is under instruction from then on; one that was taken changes hands. LAB-11, LAB-14. */
export function takeUp(context: Context, id: ApplicationId): Promise<true | Refusal<AssignRefusal> | null> {
  return once(
    actOnFile<true, AssignRefusal>(context, id, async (tx, file) => {
      const personId = personOf(context.actor)?.personId ?? null
      const { seq, groupId, personId: before } = await currentRouting(tx, id)
      if (isOver(file.state)) return refuse('file-moved-on')
      if (file.state !== 'submitted' && before === personId) return refuse('sent-there-already')
      const recorded = recordedBy(context)
      if (before !== personId)
        await addRouting(tx, id, { seq: seq + 1, groupId, personId, reason: 'Pris en charge' }, recorded)
      if (file.state === 'submitted') await moveApplication(tx, file, 'under_instruction', recorded)
      await writeJournal(tx, context, 'instruction.taken-up', id, { group: groupId })
      return true
    }),
  )
}

export interface Assignment {
  /** Null: back to the owner of the label. */
  readonly groupId: GroupId | null
  readonly personId: Parameters<typeof addRouting>[2]['personId']
  readonly reason: string
}

/** Sends a file to another group or person; the reason stays with it. LAB-11. */
export function reassign(
  context: Context,
  id: ApplicationId,
  { groupId, personId, reason }: Assignment,
): Promise<true | Refusal<AssignRefusal> | null> {
  return once(
    actOnFile<true, AssignRefusal>(context, id, async (tx, file) => {
      if (isOver(file.state)) return refuse('file-moved-on')
      const now = await currentRouting(tx, id)
      if (now.groupId === groupId && now.personId === personId) return refuse('sent-there-already')
      if (groupId !== null && !(await groupNamed(tx, context, groupId))) return refuse('no-such-group')
      const seats = groupId === null ? [] : await seatsOf(tx, groupId, context.today)
      if (groupId !== null && personId !== null && !seats.some((seat) => seat.personId === personId))
        return refuse('not-in-group')
      await addRouting(tx, id, { seq: now.seq + 1, groupId, personId, reason }, recordedBy(context))
      const details = { group: groupId, person: personId, from: now.groupId }
      await writeJournal(tx, context, 'instruction.reassigned', id, details)
      return true
    }),
  )
}

async function once(
  act: Promise<true | Refusal<AssignRefusal> | null>,
): Promise<true | Refusal<AssignRefusal> | null> {
  try {
    return await act
  } catch (error) {
    if (refusedBy(error) === 'one_routing_per_seq') return refuse('sent-there-already')
    throw error
  }
}
