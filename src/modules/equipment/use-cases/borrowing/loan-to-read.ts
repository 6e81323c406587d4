import { isId } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import { findLine } from '../../data/lines.store.ts'
import type { LineId } from '../../domain/equipment.ts'
import { allows } from '../../domain/rights.ts'
import { lineAtWork } from '../workplace.ts'

/** A loan whose papers the actor may read: of their own organisation, or of an inventory they work for. EQP-1502. */
export async function loanToRead(
  context: Context,
  asked: string | undefined,
): Promise<{ line: LineId } | null> {
  const { db, actor, network } = context
  if (!isId<'loan-line'>(asked ?? '') || actor.kind !== 'member') return null
  const id = asked as LineId
  const work = await lineAtWork(context, id)
  if (work && allows(work.role, 'read')) return { line: id }
  const own = { kind: 'these', network: network.id, organisations: actor.organisations } as const
  const mayFollow = actor.role === 'partner' || actor.role === 'facilitator'
  return mayFollow && (await findLine(db, own, id)) ? { line: id } : null
}
