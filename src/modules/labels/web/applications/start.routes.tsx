import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPlaces, type PlaceSummary, searchPlaces } from '../../../places/index.ts'
import { lastSentOf, listApplications } from '../../data/applications/applications.queries.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { listSchemes, type SchemeId } from '../../data/awards/awards.store.ts'
import { versionOn } from '../../data/schemes/schemes.store.ts'
import { placesOf } from '../../use-cases/applications/holders.ts'
import { openCampaign, startApplication } from '../../use-cases/applications/start-application.ts'
import { policy } from '../policy.ts'
import { startForm } from './application.form.ts'
import { problemOfStart } from './application-wording.ts'
import { applicationPaths as paths, applicationRoutesOf as routes } from './applications.paths.ts'
import { ChoicePage, type OpenScheme } from './pages/choice-page.tsx'
import { StartPage } from './pages/start-page.tsx'

const MOST_FOUND = 10

/** A label that is asked for by a file, with the campaign that takes it today. */
async function openScheme(c: AppContext, id: SchemeId): Promise<OpenScheme | null> {
  const { db, network, today } = c.var.context
  const version = await versionOn(db, network.id, id, today)
  if (!version || version.content.route === 'bulk') return null
  const edition = version.content.cadence === 'campaign' ? await openCampaign(c.var.context, id) : null
  return { version, edition }
}

async function schemeAt(c: AppContext): Promise<OpenScheme> {
  const id = c.req.param('label') ?? ''
  return orNotFound(isId<'scheme'>(id) ? await openScheme(c, id) : null)
}

const startPage: FormPage = (c, state) => showStart(c, state, null)

async function showStart(c: AppContext, state: FormState, first: ApplicationId | null) {
  const { context } = c.var
  const scheme = await schemeAt(c)
  const own = await listApplications(context.db, context.reach)
  const hasFormer = own.some(
    ({ schemeId, submittedAt }) => schemeId === scheme.version.scheme.id && submittedAt !== null,
  )
  const q = c.req.query('q') ?? ''
  const places = await placesToChoose(c, scheme, q, String(state.values.lieu ?? ''))
  return page(c, <StartPage {...{ view: viewOf(c), scheme, places, q, hasFormer, first, state }} />)
}

/** Those of one's agreements, those found, and the one that was chosen. */
async function placesToChoose(
  c: AppContext,
  { version }: OpenScheme,
  q: string,
  chosen: string,
): Promise<PlaceSummary[] | null> {
  const { context } = c.var
  if (version.content.holderKind === 'collectivite' || context.actor.kind !== 'member') return null
  const found = [
    ...(await placesOf(context, context.actor.organisations)),
    ...(q ? await searchPlaces(context, q, MOST_FOUND) : []),
    ...(isId<'place'>(chosen) ? await findPlaces(context.db, context.network.id, [chosen]) : []),
  ]
  return [...new Map(found.map((place) => [place.id, place])).values()]
}

/** From the choice of a label to a draft. */
export const startRoutes = new Hono<AppEnv>()
  .get(routes.choice, may(policy.apply), async (c) => {
    const { db, network } = c.var.context
    const all = await listSchemes(db, network.id)
    const open: OpenScheme[] = []
    for (const { id } of all) {
      const scheme = await openScheme(c, id)
      if (scheme) open.push(scheme)
    }
    return page(c, <ChoicePage view={viewOf(c)} schemes={open} />)
  })
  .get(routes.start, may(policy.apply), (c) => startPage(c, blankForm))
  .post(
    routes.start,
    may(policy.apply),
    writes('application.opened'),
    form(startForm, startPage),
    async (c) => {
      const { context, form: told, typed } = c.var
      const { version } = await schemeAt(c)
      const schemeId = version.scheme.id
      const former = told.reprendre ? await formerOf(c, schemeId, told.lieu) : null
      const opened = await startApplication(context, {
        schemeId,
        purpose: told.objet === 'candidature' ? 'application' : 'self_assessment',
        placeId: told.lieu,
        copyFrom: former,
      })
      if (isRefusal(opened)) {
        const first = opened.details.id ?? ''
        c.status(422)
        const state = { ...typed, problems: [problemOfStart(opened)] }
        return showStart(c, state, isId<'application'>(first) ? first : null)
      }
      const sentence = former
        ? 'Le dossier est commencé avec les réponses du dernier. Confirmez-les rubrique par rubrique.'
        : 'Le dossier est commencé. Remplissez ses rubriques dans l’ordre que vous voulez.'
      return done(c, paths.one(c.var.network.base, opened), sentence)
    },
  )

async function formerOf(
  c: AppContext,
  scheme: SchemeId,
  place: Parameters<typeof findPlaces>[2][number] | null,
): Promise<ApplicationId | null> {
  const { db, reach, actor } = c.var.context
  if (actor.kind !== 'member') return null
  const holder = place
    ? ({ kind: 'place', id: place } as const)
    : ({ kind: 'organisation', id: actor.organisationId } as const)
  return (await lastSentOf(db, reach, scheme, holder))?.id ?? null
}
