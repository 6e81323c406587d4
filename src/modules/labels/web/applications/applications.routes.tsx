import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { listApplications } from '../../data/applications/applications.queries.ts'
import { followVersion } from '../../use-cases/applications/follow-version.ts'
import { holderNames } from '../../use-cases/applications/holders.ts'
import { sendApplication } from '../../use-cases/applications/send-application.ts'
import { startApplication } from '../../use-cases/applications/start-application.ts'
import { withdrawApplication } from '../../use-cases/applications/withdraw-application.ts'
import { policy } from '../policy.ts'
import { emptyForm, sendingForm, withdrawalForm } from './application.form.ts'
import { applicationAt } from './application-at.ts'
import { problemOfSending, problemOfStart } from './application-wording.ts'
import { applicationPaths as paths, applicationRoutesOf as routes } from './applications.paths.ts'
import { ApplicationsPage } from './pages/applications-page.tsx'
import { applicationPage, readingPage, sendingPage, withdrawalPage } from './show-application.tsx'

/** An applicant's own files: the list, one file, its sending and its withdrawal. LAB-6, LAB-14, LAB-55. */
export const applicationsRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.apply), async (c) => {
    const { context } = c.var
    const applications = await listApplications(context.db, context.reach)
    const names = await holderNames(
      context,
      applications.map(({ holder }) => holder),
    )
    return page(c, <ApplicationsPage view={viewOf(c)} applications={applications} names={names} />)
  })
  .get(routes.one, may(policy.apply), (c) => applicationPage(c, blankForm))
  .get(routes.reading, may(policy.apply), readingPage)
  .get(routes.sending, may(policy.apply), (c) => sendingPage(c, blankForm))
  .post(
    routes.sending,
    may(policy.apply),
    writes('application.sent'),
    form(sendingForm, sendingPage),
    async (c) => {
      const { id } = await applicationAt(c)
      const { lu: seen, motif: reason } = c.var.form
      const sent = await sendApplication(c.var.context, { id, seen, reason })
      if (!isRefusal(sent)) {
        const sentence = `La candidature ${sent.reference} est envoyée. ${c.var.network.headName} est prévenu, et un récépissé part par courriel.`
        return done(c, paths.one(c.var.network.base, id), sentence)
      }
      if (sent.refused === 'no-such-application') throw new NotFound()
      return c.var.again(problemOfSending({ refused: sent.refused, details: sent.details }))
    },
  )
  .get(routes.withdrawal, may(policy.apply), (c) => withdrawalPage(c, blankForm))
  .post(
    routes.withdrawal,
    may(policy.apply),
    writes('application.withdrawn'),
    form(withdrawalForm, withdrawalPage),
    async (c) => {
      const { id } = await applicationAt(c)
      const withdrawn = await withdrawApplication(c.var.context, { id, reason: c.var.form.motif })
      if (isRefusal(withdrawn)) {
        if (withdrawn.refused === 'no-such-application') throw new NotFound()
        return c.var.again({
          field: null,
          message: 'Ce dossier est déjà clos : une décision prise ne se retire pas, elle se conteste.',
        })
      }
      const sentence = withdrawn.wasDraft
        ? 'Le brouillon est abandonné. Vos pièces restent dans votre bibliothèque.'
        : 'La candidature est retirée. Son instruction s’arrête.'
      return done(c, paths.list(c.var.network.base), sentence)
    },
  )
  .post(
    routes.version,
    may(policy.apply),
    writes('application.version-followed'),
    form(emptyForm, applicationPage),
    async (c) => {
      const { id } = await applicationAt(c)
      const moved = await followVersion(c.var.context, id)
      if (isRefusal(moved))
        return c.var.again({ field: null, message: 'Ce dossier suit déjà le cahier des charges en vigueur.' })
      return done(
        c,
        paths.one(c.var.network.base, id),
        `Le dossier suit maintenant la version ${moved.version}. Regardez ce qui manque.`,
      )
    },
  )
  .post(
    routes.conversion,
    may(policy.apply),
    writes('application.opened'),
    form(emptyForm, applicationPage),
    async (c) => {
      const { id, schemeId, holder, purpose } = await applicationAt(c)
      if (purpose !== 'self_assessment') throw new NotFound()
      const opened = await startApplication(c.var.context, {
        schemeId,
        purpose: 'application',
        placeId: holder.kind === 'place' ? holder.id : null,
        copyFrom: id,
      })
      if (isRefusal(opened)) return c.var.again({ ...problemOfStart(opened), field: null })
      return done(
        c,
        paths.one(c.var.network.base, opened),
        'La candidature est commencée avec vos réponses et vos pièces. L’auto-évaluation reste à part.',
      )
    },
  )
