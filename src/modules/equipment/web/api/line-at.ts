import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { Forbidden, NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import type { FollowedScope } from '../../data/shown-lines.queries.ts'
import type { LineId } from '../../domain/equipment.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { lineAtWork, type Workplace, workplacesOf } from '../../use-cases/workplace.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import type { LineAnswer } from './schemas.ts'

function idIn(c: AppContext): LineId {
  const id = c.req.param('line') ?? ''
  if (!isId<'loan-line'>(id)) throw new NotFound()
  return id
}

/** The loan of the address for whoever works for its inventory: 404 when they do not, 403 when their job is another. */
export async function workedLine(c: AppContext, right: Right): Promise<Workplace & { line: Line }> {
  const found = orNotFound(await lineAtWork(c.var.context, idIn(c)))
  if (found.line.state === 'draft') throw new NotFound()
  if (!allows(found.role, right)) throw new Forbidden()
  return found
}

/** The loan of the address, asked by one of the caller's own structures. */
export async function ownLine(c: AppContext): Promise<Line> {
  const { db, actor, network } = c.var.context
  return orNotFound(await findLine(db, borrowingPolicy.borrow.reach(actor, network.id), idIn(c)))
}

/** Read by either of them. EQP-1502. */
export async function readableLine(c: AppContext): Promise<Line> {
  const work = await lineAtWork(c.var.context, idIn(c))
  const isTheirs = work !== null && allows(work.role, 'read') && work.line.state !== 'draft'
  return isTheirs ? work.line : ownLine(c)
}

/** All that the caller follows, on either side of the desk. */
export async function followedBy(c: AppContext): Promise<FollowedScope> {
  const { context } = c.var
  const { network, actor } = context
  const own = borrowingPolicy.borrow.reach(actor, network.id)
  const places = (await workplacesOf(context)).filter(({ role }) => allows(role, 'read'))
  return {
    network: network.id,
    organisations: own.kind === 'these' ? own.organisations : [],
    inventories: places.map(({ inventory }) => inventory.id),
  }
}

export function lineTold(line: Line): LineAnswer {
  const { id, requestId, inventoryId, organisationId, deskId, modelId, unitId, state, pickupAt, returnAt } =
    line
  return {
    ...{ id, requestId, inventoryId, organisationId, deskId, modelId, unitId, state, pickupAt, returnAt },
    version: line.seq,
    days: line.days,
    needsDerogation: line.needsDerogation,
  }
}
