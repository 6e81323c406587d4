import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { openPlacements, relativesOf } from '../../data/networks/network-tree.store.ts'
import { createNetwork } from '../../use-cases/networks/create-network.ts'
import {
  answerPlacementRequest,
  askPlacement,
  detachNetwork,
  withdrawPlacement,
} from '../../use-cases/networks/place-network.ts'
import { policy } from '../policy.ts'
import { paths, routes } from './network-paths.ts'
import { newNetworkForm, oneButtonForm, placementAnswerForm, placementForm } from './network-tree.form.ts'
import { problemOfTree } from './network-tree-wording.ts'
import { NetworkTreePage } from './pages/network-tree-page.tsx'
import { NewNetworkPage } from './pages/new-network-page.tsx'

const treePage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const relatives = await relativesOf(db, network.id)
  return page(
    c,
    <NetworkTreePage
      view={viewOf(c)}
      parent={relatives.parent}
      under={relatives.children}
      placements={await openPlacements(db, network.id)}
      mayManage={policy.manageNetwork.reach(c.var.actor, network.id).kind === 'all'}
      state={state}
    />,
  )
}

const newNetworkPage: FormPage = (c, state) => page(c, <NewNetworkPage view={viewOf(c)} state={state} />)

/** What is above a network and under it. */
export const networkTreeRoutes = new Hono<AppEnv>()
  .get(routes.networks, may(policy.readNetwork), (c) => treePage(c, blankForm))
  .get(routes.newNetwork, may(policy.manageNetwork), (c) => newNetworkPage(c, blankForm))
  .post(
    routes.newNetwork,
    may(policy.manageNetwork),
    writes('network.created'),
    form(newNetworkForm, newNetworkPage),
    async (c) => {
      const { nom, adresse, tete, nature, commune, prenom, nom_famille, fonction, courriel } = c.var.form
      const created = await createNetwork(c.var.context, {
        name: nom,
        slug: adresse,
        head: { name: tete, kind: nature, commune },
        officer: { email: courriel, givenName: prenom, familyName: nom_famille, jobTitle: fonction },
      })
      if (isRefusal(created)) return c.var.again(problemOfTree(created))
      return done(
        c,
        paths.networks(c.var.network.base),
        `${nom} est créé. Une invitation part vers ${courriel}.`,
      )
    },
  )
  .post(
    routes.placement,
    may(policy.manageNetwork),
    writes('network-placement.asked'),
    form(placementForm, treePage),
    async (c) => {
      const asked = await askPlacement(c.var.context, c.var.form.reseau)
      if (isRefusal(asked)) return c.var.again(problemOfTree(asked))
      return done(
        c,
        paths.networks(c.var.network.base),
        'La demande est enregistrée. Les responsables de l’autre réseau la verront dans leurs réglages.',
      )
    },
  )
  .post(
    routes.placementWithdrawal,
    may(policy.manageNetwork),
    writes('network-placement.withdrawn'),
    form(oneButtonForm, treePage),
    async (c) => {
      const withdrawn = await withdrawPlacement(c.var.context)
      if (isRefusal(withdrawn)) return c.var.again(problemOfTree(withdrawn))
      return done(c, paths.networks(c.var.network.base), 'La demande est retirée.')
    },
  )
  .post(
    routes.placementAnswer,
    may(policy.manageNetwork),
    writes('network-placement.answered'),
    form(placementAnswerForm, treePage),
    async (c) => {
      const id = c.req.param('placement')
      const { reponse } = c.var.form
      const answered = await answerPlacementRequest(
        c.var.context,
        orNotFound(isId<'network-placement'>(id) ? id : null),
        reponse,
      )
      if (isRefusal(answered)) return c.var.again(problemOfTree(answered))
      return done(
        c,
        paths.networks(c.var.network.base),
        reponse === 'accepted' ? 'Le réseau est maintenant placé sous le vôtre.' : 'La demande est refusée.',
      )
    },
  )
  .post(
    routes.detachment,
    may(policy.manageNetwork),
    writes('network.detached'),
    form(oneButtonForm, treePage),
    async (c) => {
      const detached = await detachNetwork(c.var.context)
      if (isRefusal(detached)) return c.var.again(problemOfTree(detached))
      return done(c, paths.networks(c.var.network.base), 'Votre réseau n’est plus placé sous un autre.')
    },
  )
