import { isId } from '../../../kernel/id.ts'
import type { AppContext } from '../../../platform/http/env.ts'
import { Forbidden, orNotFound } from '../../../platform/http/problems.ts'
import type { Line } from '../data/lines.store.ts'
import { allows, type Right } from '../domain/rights.ts'
import { lineAtWork, type Workplace, workplaceOf } from '../use-cases/workplace.ts'

/**
 * The inventory named by `:inventaire` in the address: 404 for whoever has nothing to do there, 403 for whoever has another
 * job there. EQP-1501.
 */
export async function workplace(c: AppContext, right: Right): Promise<Workplace> {
  const id = c.req.param('inventaire') ?? ''
  const found = orNotFound(isId<'inventory'>(id) ? await workplaceOf(c.var.context, id) : null)
  if (!allows(found.role, right)) throw new Forbidden()
  return found
}

/** The same for the loan named by `:ligne`, and by `:inventaire` when the address names one too. */
export async function workOnLine(c: AppContext, right: Right): Promise<Workplace & { line: Line }> {
  const [id, inventory] = [c.req.param('ligne') ?? '', c.req.param('inventaire')]
  const found = orNotFound(isId<'loan-line'>(id) ? await lineAtWork(c.var.context, id) : null)
  orNotFound(inventory === undefined || inventory === found.inventory.id ? found : null)
  if (!allows(found.role, right)) throw new Forbidden()
  return found
}
