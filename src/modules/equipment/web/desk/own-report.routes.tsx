import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { findLine } from '../../data/lines.store.ts'
import { lineAtDesk } from '../../use-cases/desk/desk-line.ts'
import { signReport } from '../../use-cases/desk/desk-report.ts'
import { borrowingPaths } from '../borrowing/borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { lineOf } from '../borrowing/line-of.ts'
import { ownSignatureForm } from './desk.form.ts'
import { directionOf, deskRoutesOf as routes } from './desk.paths.ts'
import { refusedAgain } from './desk-act.ts'
import { OwnReportPage } from './pages/own-report-page.tsx'

const wayOf = (c: AppContext) => orNotFound(directionOf(c.req.param('sens') ?? ''))

const ownReportPage: FormPage = async (c, state) => {
  const { context } = c.var
  const own = await lineOf(c)
  const line = orNotFound(await findLine(context.db, context.reach, own.id))
  const at = await lineAtDesk(context, line)
  return page(c, <OwnReportPage view={viewOf(c)} own={own} at={at} direction={wayOf(c)} state={state} />)
}

/** The borrower's side reads the state of things and signs it from its own account. EQP-804. */
export const ownReportRoutes = new Hono<AppEnv>()
  .get(routes.ownReport, may(borrowingPolicy.borrow), (c) => ownReportPage(c, blankForm))
  .post(
    routes.ownReport,
    may(borrowingPolicy.borrow),
    writes('loan-report.signed'),
    form(ownSignatureForm, ownReportPage),
    async (c) => {
      const own = await lineOf(c)
      const person = orNotFound(personOf(c.var.actor))
      const { reponse, fonction, reserves, motif } = c.var.form
      const isRefused = reponse === 'refuse'
      const report = await signReport(c.var.context, own.id, wayOf(c), {
        party: 'collector',
        manner: isRefused ? 'refused' : 'account',
        ...{ name: person.name, quality: fonction, personId: person.personId },
        reservations: reserves,
        refusalReason: isRefused ? motif : '',
        ...{ witness: '', drawing: null },
      })
      if (isRefusal(report)) return refusedAgain(report, c.var.again, own.zone)
      const sentence = isRefused
        ? 'Votre refus et son motif sont gardés avec l’état des lieux. Le guichet les lit.'
        : 'Vous avez signé l’état des lieux. Le guichet le voit aussitôt.'
      return done(c, borrowingPaths.line(c.var.network.base, own.id), sentence)
    },
  )
