import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames } from '../../../identity/index.ts'
import { compareOwn, openComparison } from '../../use-cases/jury/compare.ts'
import { policy } from '../policy.ts'
import { consentForm } from './jury.form.ts'
import { juryPaths as paths, juryRoutesOf as routes } from './jury.paths.ts'
import { ComparisonPage } from './pages/comparison-page.tsx'

async function comparisonAt(c: AppContext) {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'application'>(id) ? await compareOwn(c.var.context, id) : null)
}

const comparisonPage: FormPage = async (c, state) => {
  const shown = await comparisonAt(c)
  const named = shown.groups.flatMap(({ named: open }) => open.map(({ file }) => shown.holders.get(file)))
  const names = await organisationNames(c.var.context.db, [
    ...new Set(named.filter((id) => id !== undefined)),
  ])
  return page(c, <ComparisonPage view={viewOf(c)} shown={shown} names={names} state={state} />)
}

export const comparisonRoutes = new Hono<AppEnv>()
  .get(routes.comparison, may(policy.compare), (c) => comparisonPage(c, blankForm))
  .post(
    routes.comparison,
    may(policy.compare),
    writes('comparison.consented'),
    form(consentForm, comparisonPage),
    async (c) => {
      const { application } = await comparisonAt(c)
      const isOpen = c.var.form.ouvert === 'oui'
      await openComparison(c.var.context, application.id, isOpen)
      return done(
        c,
        paths.comparison(c.var.network.base, application.id),
        isOpen
          ? 'Les autres candidats voient vos médianes, avec votre nom.'
          : 'Vos médianes ne sont plus nommées.',
      )
    },
  )
