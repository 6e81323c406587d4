import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { requiredText } from '../../../../platform/http/fields.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { conflictsOf } from '../../data/desk/conflicts.store.ts'
import { allows } from '../../domain/rights.ts'
import { settleConflict } from '../../use-cases/desk/desk-conflict.ts'
import { withBorrowers } from '../managing/named.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { deskPaths, deskRoutesOf as routes } from './desk.paths.ts'
import { ConflictsPage } from './pages/conflicts-page.tsx'

const settlementForm = z.object({
  passage: z.string(),
  suite: requiredText('Dites ce que vous avez décidé : cette phrase est gardée avec le passage.', 1000),
})

const conflictsPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'read')
  const conflicts = await withBorrowers(context.db, await conflictsOf(context.db, inventory.id))
  const maySettle = allows(role, 'decide')
  return page(c, <ConflictsPage {...{ view: viewOf(c), inventory, conflicts, maySettle, state }} />)
}

/** Acts of the desk that came too late, for whoever manages the inventory. EQP-1303. */
export const conflictRoutes = new Hono<AppEnv>()
  .get(routes.conflicts, may(policy.seeWork), (c) => conflictsPage(c, blankForm))
  .post(
    routes.conflicts,
    may(policy.work),
    writes('loan.conflict-settled'),
    form(settlementForm, conflictsPage),
    async (c) => {
      const { inventory, context } = await workplace(c, 'decide')
      const { passage, suite } = c.var.form
      const conflict = orNotFound(isId<'desk-conflict'>(passage) ? passage : null)
      const settled = await settleConflict(context, inventory.id, { conflict, settlement: suite })
      if (isRefusal(settled))
        return c.var.again({ field: null, message: 'Quelqu’un a déjà tranché ce passage. Relisez la page.' })
      const here = deskPaths.conflicts(c.var.network.base, inventory.id)
      return done(c, here, 'Le passage est tranché. Votre décision est gardée avec lui.')
    },
  )
