import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Application, ApplicationId } from '../../data/applications/applications.store.ts'
import { type Desk, lockOnDesk } from '../../data/instruction/files.queries.ts'
import { groupsOf } from '../../data/instruction/groups.store.ts'

/**
 * What the actor may instruct: everything for the head of the network, else what lies in the groups they sit in, but for their
 * own organisation's files. Null: they instruct nothing. LAB-11, LAB-55.
 */
export async function deskOf({ actor, db, network, reach, today }: Context): Promise<Desk | null> {
  if (reach.kind === 'all') return { kind: 'all', network: network.id }
  if (actor.kind !== 'member' || reach.kind === 'nobody') return null
  const groups = await groupsOf(db, network.id, actor.personId, today)
  return groups.length === 0
    ? null
    : { kind: 'groups', network: network.id, groups, except: actor.organisations }
}

/** One act on one file, held until it ends. Null: there is no such file on that desk. */
export async function actOnFile<T, Code extends string>(
  context: Context,
  id: ApplicationId,
  act: (tx: Database, file: Application) => Promise<T | Refusal<Code>>,
): Promise<T | Refusal<Code> | null> {
  const desk = await deskOf(context)
  if (!desk) return null
  return inTransaction(context.db, async (tx) => {
    const file = await lockOnDesk(tx, desk, id)
    return file ? act(tx, file) : null
  })
}
