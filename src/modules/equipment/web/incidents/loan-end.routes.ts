import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { closeLine, disputeLine } from '../../use-cases/desk/take-back.ts'
import { borrowingPaths } from '../borrowing/borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { lineOf } from '../borrowing/line-of.ts'
import { ownLinePage } from '../borrowing/lines.routes.tsx'
import { managedLinePage } from '../managing/decisions.routes.tsx'
import { managingPaths } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workOnLine } from '../workplace.ts'
import { disputeForm, loanClosingForm } from './incidents.form.ts'
import { incidentRoutesOf as routes } from './incidents.paths.ts'

/** How a loan ends: closed by those who lend, contested by those who borrowed. EQP-503. */
export const loanEndRoutes = new Hono<AppEnv>()
  .post(
    routes.loanClosing,
    may(policy.work),
    writes('loan.closed'),
    form(loanClosingForm, managedLinePage),
    async (c) => {
      const { inventory, context, line } = await workOnLine(c, 'decide')
      const { vu, motif_fin: reason } = c.var.form
      const closed = await closeLine(context, { lineId: line.id, seen: vu }, { reason })
      const here = managingPaths.line(c.var.network.base, inventory.id, line.id)
      if (!isRefusal(closed)) return done(c, here, 'Le prêt est clos. L’emprunteur le voit terminé.')
      c.status(refusalStatus(closed))
      const message = refusalSentence(closed, inventory.timeZone)
      return managedLinePage(c, { ...c.var.typed, problems: [{ field: 'motif_fin', message }] })
    },
  )
  .post(
    routes.dispute,
    may(borrowingPolicy.borrow),
    writes('loan.disputed'),
    form(disputeForm, ownLinePage),
    async (c) => {
      const line = await lineOf(c)
      const { vu, motif_contestation: reason } = c.var.form
      const disputed = await disputeLine(c.var.context, { lineId: line.id, seen: vu }, reason)
      if (!isRefusal(disputed))
        return done(
          c,
          borrowingPaths.line(c.var.network.base, line.id),
          'C’est noté. Un courriel part à la tête de réseau, qui décide avec son motif.',
        )
      c.status(refusalStatus(disputed))
      const message = refusalSentence(disputed, line.zone)
      return ownLinePage(c, { ...c.var.typed, problems: [{ field: 'motif_contestation', message }] })
    },
  )
