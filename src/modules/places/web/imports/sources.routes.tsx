import { Hono } from 'hono'
import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import {
  findSource,
  listSources,
  type Source,
  type SourceId,
  type SourceTerms,
} from '../../data/imports/sources.store.ts'
import { askHarvest, declareSource, saveSource } from '../../use-cases/imports/save-source.ts'
import { paths as placePaths } from '../paths.ts'
import { policy } from '../policy.ts'
import { decisionForm } from './import.form.ts'
import { NewSourcePage, SourcePage } from './pages/source-page.tsx'
import { SourcesPage } from './pages/sources-page.tsx'
import { newSourceForm, type SourceValues, sourceForm } from './source.form.ts'
import { sourcePaths as paths, sourceRoutesOf as routes } from './sources.paths.ts'

const FIRST_VALUES = { rythme: 'never', priorite: '50', active: 'oui', reutilisable: 'oui' }

const newSourcePage: FormPage = (c, state) => {
  const isBlank = Object.keys(state.values).length === 0
  const shown = isBlank ? { ...state, values: FIRST_VALUES } : state
  return page(c, <NewSourcePage view={viewOf(c)} state={shown} />)
}

const sourcePage: FormPage = async (c, state) => {
  const source = await sourceOf(c)
  const isTyped = 'rythme' in state.values
  const shown: FormState = isTyped ? state : { ...state, values: valuesOf(source) }
  return page(c, <SourcePage view={viewOf(c)} source={source} state={shown} />)
}

/** Who makes the files, and when they are fetched. */
export const sourceRoutes = new Hono<AppEnv>()
  .get(routes.sources, may(policy.readImports), async (c) => {
    const { db, reach } = c.var.context
    return page(c, <SourcesPage view={viewOf(c)} sources={await listSources(db, reach)} />)
  })
  .get(routes.newSource, may(policy.importPlaces), (c) => newSourcePage(c, blankForm))
  .post(
    routes.newSource,
    may(policy.importPlaces),
    writes('source.declared'),
    form(newSourceForm, newSourcePage),
    async (c) => {
      const { nom, ...values } = c.var.form
      const outcome = await declareSource(c.var.context, { name: nom, ...termsOf(values) })
      if (isRefusal(outcome))
        return c.var.again({
          field: 'nom',
          message: 'Une source porte déjà ce nom : ouvrez-la, ou choisissez-en un autre.',
        })
      return done(c, paths.source(c.var.network.base, outcome), afterSaving(values))
    },
  )
  .get(routes.source, may(policy.readImports), (c) => sourcePage(c, blankForm))
  .post(
    routes.source,
    may(policy.importPlaces),
    writes('source.changed'),
    form(sourceForm, sourcePage),
    async (c) => {
      const outcome = await saveSource(c.var.context, idOf(c), termsOf(c.var.form))
      if (isRefusal(outcome)) throw new NotFound()
      return done(c, paths.source(c.var.network.base, outcome.id), afterSaving(c.var.form))
    },
  )
  .post(
    routes.harvest,
    may(policy.importPlaces),
    writes('source.harvest-asked'),
    form(decisionForm, sourcePage),
    async (c) => {
      const outcome = await askHarvest(c.var.context, idOf(c))
      if (!isRefusal(outcome))
        return done(
          c,
          placePaths.imports(c.var.network.base),
          `Le fichier de « ${outcome.name} » est demandé : son contrôle paraîtra ici s’il a changé.`,
        )
      if (outcome.refused === 'no-such-source') throw new NotFound()
      return c.var.again({
        field: null,
        message:
          'Cette source n’est pas active, ou n’a pas d’adresse : complétez-la, puis demandez sa récolte.',
      })
    },
  )

function idOf(c: Pick<AppContext, 'req'>): SourceId {
  const id = c.req.param('id') ?? ''
  if (!isId<'source'>(id)) throw new NotFound()
  return id
}

async function sourceOf(c: Pick<AppContext, 'req' | 'var'>): Promise<Source> {
  const { db, reach } = c.var.context
  return orNotFound(await findSource(db, reach, idOf(c)))
}

function termsOf(values: SourceValues): SourceTerms {
  return {
    ...{ pageUrl: values.page, licence: values.licence, isReusable: values.reutilisable === 'oui' },
    ...{ contact: values.contact, url: values.adresse, schedule: values.rythme, priority: values.priorite },
    ...{ defaultDay: values.date, isActive: values.active === 'oui' },
  }
}

function valuesOf(source: Source): Record<string, string> {
  return {
    ...{ page: source.pageUrl ?? '', licence: source.licence, contact: source.contact },
    ...{ adresse: source.url ?? '', rythme: source.schedule, priorite: String(source.priority) },
    ...{ reutilisable: source.isReusable ? 'oui' : 'non', active: source.isActive ? 'oui' : 'non' },
    date: source.defaultDay ? toTyped(source.defaultDay) : '',
  }
}

/** `2026-06-17` → `17/06/2026`, as the field asks for it. */
function toTyped(day: Day): string {
  return day.split('-').reverse().join('/')
}

function afterSaving({ rythme, active }: Pick<SourceValues, 'rythme' | 'active'>): string {
  return rythme === 'never' || active === 'non'
    ? 'Source enregistrée.'
    : 'Source enregistrée : sa prochaine récolte se fait la nuit, et vous serez prévenu si elle attend votre accord.'
}
