import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPlace } from '../../data/places.queries.ts'
import { findReport, listReports, reportWithin } from '../../data/reports/reports.store.ts'
import { answerReport } from '../../use-cases/reports/answer-report.ts'
import { reportError } from '../../use-cases/reports/report-error.ts'
import { referenceOf, reportOfReference } from '../../use-cases/reports/report-link.ts'
import { policy } from '../policy.ts'
import { NewReportPage, ReportThanksPage, TrackingPage } from './pages/report-pages.tsx'
import { ReportPage, ReportsPage } from './pages/reports-page.tsx'
import { answerForm, reportForm } from './reports.form.ts'
import { reportPaths, reportRoutesOf as routes } from './reports.paths.ts'
import { answerProblems, reportProblems } from './reports-wording.ts'

const MOST_SHOWN = 200

async function placeOf(c: AppContext) {
  const { db, network } = c.var.context
  const found = orNotFound(await findPlace(db, network.id, c.req.param('slug') ?? ''))
  return 'movedTo' in found ? { movedTo: reportPaths.new(network.base, found.movedTo) } : found
}

async function reportOf(c: AppContext) {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'error-report'>(id) ? await findReport(c.var.context, id) : null)
}

const newReportPage: FormPage = async (c, state) => {
  const found = await placeOf(c)
  if ('movedTo' in found) return c.redirect(found.movedTo, 301)
  return page(c, <NewReportPage view={viewOf(c)} place={found.place} state={state} />)
}

const reportPage: FormPage = async (c, state) =>
  page(c, <ReportPage view={viewOf(c)} report={await reportOf(c)} state={state} />)

/** What anybody says is wrong about a place, and what is answered. DIR-74. */
export const reportRoutes = new Hono<AppEnv>()
  .get(routes.tracking, may(policy.report), async (c) => {
    const { context, services } = c.var
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    const id = orNotFound(reportOfReference(services.config, c.req.param('jeton')))
    const report = orNotFound(await reportWithin(context.db, context.network.id, id, context.today))
    return page(c, <TrackingPage view={viewOf(c)} report={report} />)
  })
  .get(routes.reports, may(policy.readReports), async (c) => {
    const isOpen = c.req.query('etat') !== 'clos'
    const reports = await listReports(c.var.context, { isOpen, limit: MOST_SHOWN })
    return page(c, <ReportsPage view={viewOf(c)} reports={reports} isOpen={isOpen} />)
  })
  .get(routes.report, may(policy.readReports), (c) => reportPage(c, blankForm))
  .post(
    routes.report,
    may(policy.answerReport),
    writes('place-report.answered'),
    form(answerForm, reportPage),
    async (c) => {
      const { id, email } = await reportOf(c)
      const { suite: outcome, reponse: words } = c.var.form
      const answered = await answerReport(c.var.context, id, { outcome, words })
      if (isRefusal(answered)) {
        if (answered.refused === 'no-such-report') throw new NotFound()
        return c.var.again(answerProblems[answered.refused])
      }
      return done(
        c,
        reportPaths.reports(c.var.network.base),
        email
          ? 'Votre réponse part par courriel à la personne qui a signalé l’erreur.'
          : 'Votre réponse s’affiche sur la page de suivi du signalement.',
      )
    },
  )
  .get(routes.new, may(policy.report), (c) => newReportPage(c, blankForm))
  .post(
    routes.new,
    may(policy.report),
    writes('place-report.sent'),
    form(reportForm, newReportPage),
    async (c) => {
      const found = await placeOf(c)
      if ('movedTo' in found) return c.redirect(found.movedTo, 307)
      const { nature: kind, precisions: words, courriel, site } = c.var.form
      if (site !== '') return page(c, <ReportThanksPage view={viewOf(c)} place={found.place} />)
      const { config } = c.var.services
      const sent = await reportError(c.var.context, config, {
        ...{ place: found.place.id, kind, words },
        email: courriel === '' ? null : courriel.toLowerCase(),
      })
      if (isRefusal(sent)) return c.var.again(reportProblems[sent.refused])
      return done(
        c,
        reportPaths.tracking(c.var.network.base, referenceOf(config, sent)),
        'Merci. Votre signalement est transmis à la personne qui tient cette fiche.',
      )
    },
  )
