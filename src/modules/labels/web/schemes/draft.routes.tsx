import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { holdersBefore } from '../../data/schemes/scheme-holders.queries.ts'
import { nextVersion } from '../../domain/schemes/next-version.ts'
import { dropScheme } from '../../use-cases/schemes/draft-scheme.ts'
import { earliestDay, publishScheme } from '../../use-cases/schemes/publish-scheme.ts'
import { policy } from '../policy.ts'
import { SchemeDraftPage } from './pages/draft-page.tsx'
import { SchemePreviewPage, SchemePublicationPage } from './pages/publication-page.tsx'
import { emptyForm, publicationForm } from './scheme.form.ts'
import { schemePaths as paths, schemeRoutesOf as routes } from './scheme.paths.ts'
import { schemeDraftOf, schemeIdOf } from './scheme-of.ts'
import { problemOfScheme } from './scheme-problems-wording.ts'
import { publishedSentence } from './scheme-sentences-wording.ts'

const draftPage: FormPage = async (c) => page(c, <SchemeDraftPage about={await schemeDraftOf(c)} />)

const publicationPage: FormPage = async (c, state) => {
  const about = await schemeDraftOf(c)
  const { db, network, today } = c.var.context
  const { scheme, last, draft } = about
  const next = nextVersion(last, draft.content)
  const asked = { scheme: scheme.id, version: next.version, on: today, page: 1 }
  const { total } = await holdersBefore(db, network.id, asked)
  const earliest = earliestDay(last, today)
  return page(c, <SchemePublicationPage {...{ about, next, earliest, state }} holders={total} />)
}

/** A label being written: its table of contents, its publication. Its pieces have their own routes. */
export const schemeDraftRoutes = new Hono<AppEnv>()
  .get(routes.draft, may(policy.schemes), (c) => draftPage(c, blankForm))
  .get(routes.preview, may(policy.schemes), async (c) =>
    page(c, <SchemePreviewPage about={await schemeDraftOf(c)} />),
  )
  .get(routes.publication, may(policy.schemes), (c) => publicationPage(c, blankForm))
  .post(
    routes.publication,
    may(policy.schemes),
    writes('label-scheme.published'),
    form(publicationForm, publicationPage),
    async (c) => {
      const { redaction, transition, date } = c.var.form
      const schemeId = schemeIdOf(c)
      const publication = { schemeId, seq: redaction, transition, inForceFrom: date }
      const published = await publishScheme(c.var.context, publication)
      if (isRefusal(published)) return c.var.again(problemOfScheme(published))
      return done(
        c,
        paths.scheme(c.var.network.base, schemeId),
        publishedSentence(published, date, c.var.context.today),
      )
    },
  )
  .post(
    routes.dropping,
    may(policy.schemes),
    writes('label-scheme.dropped'),
    form(emptyForm, draftPage),
    async (c) => {
      const id = schemeIdOf(c)
      const dropped = await dropScheme(c.var.context, id)
      if (isRefusal(dropped)) return c.var.again(problemOfScheme(dropped))
      return done(
        c,
        paths.scheme(c.var.network.base, id),
        'Le projet est abandonné. Ce qui était publié le reste.',
      )
    },
  )
