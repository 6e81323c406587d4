import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { type FormPage, type FormState, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { organisationNames } from '../../identity/index.ts'
import { listInitiatives, revisionsOf } from '../data/initiatives.queries.ts'
import { findInitiative, type Initiative } from '../data/initiatives.store.ts'
import { changeInitiative, declareInitiative, publishInitiative } from '../use-cases/keep-initiative.ts'
import { initiativeForm, valuesOf } from './initiative.form.ts'
import { initiativePaths as paths, routes } from './initiative.paths.ts'
import { problemOfRefusal } from './initiative-wording.ts'
import { InitiativeFormPage } from './pages/form-page.tsx'
import { OnePage } from './pages/one-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { policy } from './policy.ts'

async function initiativeOf(c: AppContext): Promise<Initiative> {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'initiative'>(id) ? await findInitiative(db, reach, id) : null)
}

const declarationPage: FormPage = (c, state) => {
  const { base } = c.var.network
  return page(
    c,
    <InitiativeFormPage
      view={viewOf(c)}
      title="Déclarer une initiative"
      action={paths.declaration(base)}
      back={paths.own(base)}
      button="Enregistrer l’initiative"
      state={state}
    />,
  )
}

const changePage: FormPage = async (c, state) => {
  const { base } = c.var.network
  const { id } = await initiativeOf(c)
  return page(
    c,
    <InitiativeFormPage
      view={viewOf(c)}
      title="Modifier l’initiative"
      action={paths.change(base, id)}
      back={paths.one(base, id)}
      button="Enregistrer une révision"
      state={state}
    />,
  )
}

const onePage: FormPage = async (c) => {
  const initiative = await initiativeOf(c)
  const { db } = c.var.context
  const names = await organisationNames(db, [initiative.organisationId])
  const revisions = await revisionsOf(db, initiative.id)
  const declaredBy = names.get(initiative.organisationId) ?? ''
  return page(c, <OnePage view={viewOf(c)} {...{ initiative, revisions, declaredBy }} />)
}

const nothing = z.object({})

/** What an organisation declares, and its revisions. PPL-71, PPL-73. */
export const ownInitiativeRoutes = new Hono<AppEnv>()
  .get(routes.own, may(policy.read), async (c) => {
    const { db, reach } = c.var.context
    const initiatives = await listInitiatives(db, reach)
    const names = await organisationNames(
      db,
      initiatives.map(({ organisationId }) => organisationId),
    )
    return page(c, <OwnPage view={viewOf(c)} initiatives={initiatives} names={names} />)
  })
  .get(routes.declaration, may(policy.write), (c) =>
    declarationPage(c, { values: { operateur: 'own', etat: 'running' }, problems: [] }),
  )
  .post(
    routes.declaration,
    may(policy.write),
    writes('initiative.declared'),
    form(initiativeForm, declarationPage),
    async (c) => {
      const { context, network } = c.var
      const { actor } = context
      const organisation = orNotFound(actor.kind === 'member' ? actor.organisationId : null)
      const declared = await declareInitiative(context, organisation, c.var.form.content)
      if (isRefusal(declared)) return c.var.again(problemOfRefusal(declared))
      const sentence =
        'L’initiative est enregistrée. Elle n’est pas publique : qui représente votre structure la publie depuis cette page.'
      return done(c, paths.one(network.base, declared), sentence)
    },
  )
  .get(routes.one, may(policy.read), (c) => onePage(c, { values: {}, problems: [] }))
  .get(routes.change, may(policy.write), async (c) => {
    const { content, revision } = await initiativeOf(c)
    const state: FormState = { values: valuesOf(content, revision), problems: [] }
    return changePage(c, state)
  })
  .post(
    routes.change,
    may(policy.write),
    writes('initiative.changed'),
    form(initiativeForm, changePage),
    async (c) => {
      const { id } = await initiativeOf(c)
      const { seen, content } = c.var.form
      const changed = await changeInitiative(c.var.context, id, seen, content)
      if (isRefusal(changed)) return c.var.again(problemOfRefusal(changed))
      return done(c, paths.one(c.var.network.base, id), `La révision ${changed} est enregistrée.`)
    },
  )
  .post(
    routes.publication,
    may(policy.publish),
    writes('initiative.published'),
    form(nothing, onePage),
    async (c) => {
      const { id } = await initiativeOf(c)
      const shown = await publishInitiative(c.var.context, id, true)
      if (isRefusal(shown)) return c.var.again(problemOfRefusal(shown))
      const sentence = 'L’initiative est publiée : tout le monde peut la lire dans l’atlas dès maintenant.'
      return done(c, paths.one(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.hiding,
    may(policy.publish),
    writes('initiative.hidden'),
    form(nothing, onePage),
    async (c) => {
      const { id } = await initiativeOf(c)
      const hidden = await publishInitiative(c.var.context, id, false)
      if (isRefusal(hidden)) return c.var.again(problemOfRefusal(hidden))
      const sentence = 'L’initiative n’est plus dans l’atlas. Les copies qu’un jury lit déjà restent.'
      return done(c, paths.one(c.var.network.base, id), sentence)
    },
  )
