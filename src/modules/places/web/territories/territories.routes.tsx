import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { loadCommunes } from '../../data/communes.ts'
import { embedsLockedOn } from '../../data/embed/embed-keys.store.ts'
import { everything } from '../../data/search/places.filter.ts'
import { epciList } from '../../data/search/places.gazetteer.ts'
import { findTerritory, ownTerritories } from '../../data/territories/territories.store.ts'
import { countByTerritory } from '../../data/territories/territory-counts.ts'
import { readMembers } from '../../domain/territories/members.ts'
import {
  changeTerritory,
  makeTerritory,
  offerTerritory,
} from '../../use-cases/territories/keep-territories.ts'
import { policy } from '../policy.ts'
import { TerritoriesPage } from './pages/territories-page.tsx'
import { TerritoryPage } from './pages/territory-page.tsx'
import { territoryPaths as paths, territoryRoutesOf as routes } from './territories.paths.ts'
import { membersProblem, territoryProblems } from './territories-wording.ts'
import { changedTerritoryForm, territoryForm } from './territory.form.ts'

const listPage: FormPage = async (c, state) => {
  const view = viewOf(c)
  const { db, network, today } = c.var.context
  return page(
    c,
    <TerritoriesPage
      view={view}
      territories={await ownTerritories(db, network.id)}
      counts={await countByTerritory(db, everything(network.id, today))}
      mayKeep={opensTo(view, policy.keepTerritories)}
      state={state}
    />,
  )
}

const onePage: FormPage = async (c, state) => {
  const view = viewOf(c)
  const { db, network } = c.var.context
  const territory = await territoryIn(c)
  return page(
    c,
    <TerritoryPage
      view={view}
      territory={territory}
      embeds={await embedsLockedOn(db, network.id, { kind: 'territoire', code: territory.slug })}
      mayKeep={opensTo(view, policy.keepTerritories)}
      state={state}
    />,
  )
}

/** The territories of the network's own, made and kept by its head. DIR-63, DIR-81. */
export const territoryRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.readTerritories), (c) => listPage(c, blankForm))
  .post(
    routes.list,
    may(policy.keepTerritories),
    writes('territory.made'),
    form(territoryForm, listPage),
    async (c) => {
      const written = membersTyped(c.var.form)
      if ('problem' in written) return c.var.again(written.problem)
      const made = await makeTerritory(c.var.context, written)
      if (isRefusal(made)) return c.var.again(territoryProblems[made.refused])
      return done(
        c,
        paths.list(c.var.network.base),
        `Le territoire « ${written.name} » est créé. Chacun peut maintenant chercher les lieux qui s’y trouvent.`,
      )
    },
  )
  .get(routes.one, may(policy.readTerritories), (c) => onePage(c, blankForm))
  .post(
    routes.one,
    may(policy.keepTerritories),
    writes('territory.changed'),
    form(changedTerritoryForm, onePage),
    async (c) => {
      const { slug } = await territoryIn(c)
      const written = membersTyped(c.var.form)
      if ('problem' in written) return c.var.again(written.problem)
      const changed = await changeTerritory(c.var.context, { slug, version: c.var.form.version }, written)
      if (isRefusal(changed)) {
        const problem = territoryProblems[changed.refused]
        if (changed.refused !== 'changed-meanwhile') return c.var.again(problem)
        c.status(409)
        // From here on, they have seen what is there now.
        return onePage(c, { values: { ...c.var.typed.values, version: '' }, problems: [problem] })
      }
      return done(
        c,
        paths.list(c.var.network.base),
        `Le territoire « ${written.name} » est enregistré. Les listes, les cartes et les chiffres le suivent dès maintenant.`,
      )
    },
  )
  .post(routes.ending, may(policy.keepTerritories), writes('territory.ended'), async (c) => {
    const { slug, name } = await territoryIn(c)
    if (!(await offerTerritory(c.var.context, slug, false))) throw new NotFound()
    const sentence = `« ${name} » n’est plus proposé dans l’annuaire. Vous pouvez le proposer de nouveau.`
    return done(c, paths.list(c.var.network.base), sentence)
  })
  .post(routes.reopening, may(policy.keepTerritories), writes('territory.reopened'), async (c) => {
    const { slug, name } = await territoryIn(c)
    if (!(await offerTerritory(c.var.context, slug, true))) throw new NotFound()
    return done(c, paths.list(c.var.network.base), `« ${name} » est proposé de nouveau dans l’annuaire.`)
  })

async function territoryIn(c: AppContext) {
  const { db, network } = c.var.context
  return orNotFound(await findTerritory(db, network.id, c.req.param('territoire') ?? ''))
}

function membersTyped({ nom, membres }: { nom: string; membres: string }) {
  const { communes, epcis, unknown, ambiguous } = readMembers(membres, loadCommunes(), epciList().all)
  const message = membersProblem(unknown, ambiguous)
  if (message) return { problem: { field: 'membres', message } }
  if (communes.length + epcis.length === 0)
    return { problem: { field: 'membres', message: 'Écrivez au moins une commune ou une intercommunalité.' } }
  return { name: nom, communes, epcis }
}
