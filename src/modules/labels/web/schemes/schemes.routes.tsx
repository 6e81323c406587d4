import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { editionsOf } from '../../data/schemes/editions.store.ts'
import { draftedSchemes } from '../../data/schemes/scheme-drafts.store.ts'
import { holdersBefore } from '../../data/schemes/scheme-holders.queries.ts'
import { describedSchemes, latestVersions } from '../../data/schemes/schemes.store.ts'
import { codeOf } from '../../domain/schemes/scheme-code.ts'
import { starterSet } from '../../templates/starter-sets.ts'
import { createScheme } from '../../use-cases/schemes/create-scheme.ts'
import { renameScheme } from '../../use-cases/schemes/describe-scheme.ts'
import { draftScheme } from '../../use-cases/schemes/draft-scheme.ts'
import { policy } from '../policy.ts'
import { holderLines } from './holder-lines.ts'
import { HoldersPage } from './pages/holders-page.tsx'
import { NewSchemePage, SchemeNamePage } from './pages/new-scheme-page.tsx'
import { SchemePage } from './pages/scheme-page.tsx'
import { SchemesPage } from './pages/schemes-page.tsx'
import { SchemeVersionPage } from './pages/version-page.tsx'
import { creationForm, emptyForm, nameForm } from './scheme.form.ts'
import { schemePaths as paths, schemeRoutesOf as routes } from './scheme.paths.ts'
import { schemeIdOf, schemeViewOf } from './scheme-of.ts'
import { problemOfScheme } from './scheme-problems-wording.ts'

const creationPage: FormPage = (c, state) => page(c, <NewSchemePage view={viewOf(c)} state={state} />)

const namePage: FormPage = async (c, state) => {
  const { view, scheme } = await schemeViewOf(c)
  return page(c, <SchemeNamePage view={view} scheme={scheme} state={state} />)
}

const schemePage: FormPage = async (c) => {
  const about = await schemeViewOf(c)
  const { db, network, today } = c.var.context
  const { id } = about.scheme
  const editions = await editionsOf(db, network.id, id)
  const last = about.versions[0]
  const asked = last && { scheme: id, version: last.version, on: today, page: 1 }
  const older = asked ? (await holdersBefore(db, network.id, asked)).total : 0
  return page(c, <SchemePage about={about} editions={editions} older={older} />)
}

/** The labels of a network, and each of them. LAB-1, LAB-4, LAB-5. */
export const schemeRoutes = new Hono<AppEnv>()
  .get(routes.schemes, may(policy.readSchemes), async (c) => {
    const { db, network } = c.var.context
    const view = viewOf(c)
    const mayWrite = opensTo(view, policy.schemes)
    const versions = await latestVersions(db, network.id, view.today)
    const drafted = new Set(mayWrite ? await draftedSchemes(db, network.id) : [])
    const lines = (await describedSchemes(db, network.id)).map((scheme) => ({
      scheme,
      version: versions.get(scheme.id) ?? null,
      isDrafted: drafted.has(scheme.id),
    }))
    return page(c, <SchemesPage view={view} lines={lines} mayWrite={mayWrite} />)
  })
  .get(routes.creation, may(policy.schemes), (c) => creationPage(c, blankForm))
  .post(
    routes.creation,
    may(policy.schemes),
    writes('label-scheme.created'),
    form(creationForm, creationPage),
    async (c) => {
      const { nom, adresse, presentation, depart } = c.var.form
      const set = starterSet(depart)
      const code = adresse || (set?.name === nom ? set.code : codeOf(nom))
      const made = { name: nom, code, description: presentation, starter: depart || null }
      const id = await createScheme(c.var.context, made)
      if (isRefusal(id)) return c.var.again(problemOfScheme(id))
      return done(
        c,
        paths.draft(c.var.network.base, id),
        'Le label est créé. Écrivez ce qu’il demande : personne ne le voit avant sa publication.',
      )
    },
  )
  .get(routes.scheme, may(policy.readSchemes), (c) => schemePage(c, blankForm))
  .get(routes.name, may(policy.schemes), (c) => namePage(c, blankForm))
  .post(
    routes.name,
    may(policy.schemes),
    writes('label-scheme.named'),
    form(nameForm, namePage),
    async (c) => {
      const { nom, presentation } = c.var.form
      const id = schemeIdOf(c)
      const named = await renameScheme(c.var.context, { id, name: nom, description: presentation })
      if (isRefusal(named)) return c.var.again(problemOfScheme(named))
      return done(c, paths.scheme(c.var.network.base, id), 'Le nom et la présentation sont enregistrés.')
    },
  )
  .post(
    routes.version,
    may(policy.schemes),
    writes('label-scheme.drafted'),
    form(emptyForm, schemePage),
    async (c) => {
      const id = schemeIdOf(c)
      const drafted = await draftScheme(c.var.context, id)
      const base = c.var.network.base
      if (!isRefusal(drafted))
        return done(c, paths.draft(base, id), 'Le projet part de la dernière version publiée.')
      orNotFound(drafted.refused === 'no-such-label' ? null : drafted)
      // Somebody opened it first: their draft is the one to go on with.
      return c.redirect(paths.draft(base, id), 303)
    },
  )
  .get(routes.text, may(policy.readSchemes), async (c) => {
    const about = await schemeViewOf(c)
    const asked = c.req.param('version')
    const { versions } = about
    const rank = versions.findIndex(({ version, revision }) => `${version}.${revision}` === asked)
    const version = orNotFound(versions[rank] ?? null)
    const before = versions[rank + 1] ?? null
    return page(c, <SchemeVersionPage {...{ about, version, before }} />)
  })
  .get(routes.holders, may(policy.readSchemes), async (c) => {
    const about = await schemeViewOf(c)
    const latest = orNotFound(about.versions[0] ?? null)
    const number = pageNumber(c.req.query('page'))
    const { lines, total } = await holderLines(c.var.context, about.versions, latest, number)
    return page(c, <HoldersPage {...{ about, latest, lines, total }} page={number} />)
  })
