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
import { modelsOf, unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { plansOf } from '../../data/upkeep/maintenance.queries.ts'
import { allows } from '../../domain/rights.ts'
import { endPlan, openPlan } from '../../use-cases/upkeep/keep-plans.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { planForm } from './maintenance.form.ts'
import { maintenancePaths, maintenanceRoutesOf } from './maintenance.paths.ts'
import { PlansPage } from './pages/plans-page.tsx'

const routes = maintenanceRoutesOf

const plansPage: FormPage = async (c, state) => {
  const { context, inventory, role } = await workplace(c, 'read')
  const units = await unitsOf(context.db, inventory.id)
  return page(
    c,
    <PlansPage
      view={viewOf(c)}
      inventory={inventory}
      plans={await plansOf(context.db, inventory.id)}
      models={await modelsOf(context.db, inventory.id)}
      units={units.filter(({ lifecycle }) => lifecycle !== 'retired')}
      mayMaintain={allows(role, 'maintain')}
      state={state}
    />,
  )
}

/** What is to be done, and how often. EQP-1001. */
export const planRoutes = new Hono<AppEnv>()
  .get(routes.plans, may(policy.seeWork), (c) => plansPage(c, blankForm))
  .post(
    routes.plans,
    may(policy.work),
    writes('maintenance-plan.opened'),
    form(planForm, plansPage),
    async (c) => {
      const place = await workplace(c, 'maintain')
      const { objet, titre, rythme, nombre, depuis, minutes, liste, bloque } = c.var.form
      const { db } = place.context
      const models = await modelsOf(db, place.inventory.id)
      const units = await unitsOf(db, place.inventory.id)
      if (![...models, ...units].some(({ id }) => id === (objet.modelId ?? objet.unitId)))
        return c.var.again({ field: 'objet', message: 'Choisissez un modèle ou un exemplaire de la liste.' })
      await openPlan(place, {
        ...objet,
        ...{ title: titre, checklist: liste, blocks: bloque, minutes, from: depuis },
        everyDays: rythme === 'jours' ? nombre : null,
        everyLoans: rythme === 'prets' ? nombre : null,
      })
      const here = maintenancePaths.plans(c.var.network.base, place.inventory.id)
      return done(c, here, 'Le plan est enregistré. Chaque échéance apparaîtra à la page « Entretien ».')
    },
  )
  .post(routes.planEnd, may(policy.work), writes('maintenance-plan.ended'), async (c) => {
    const place = await workplace(c, 'maintain')
    const id = c.req.param('plan') ?? ''
    const ended = orNotFound(isId<'maintenance-plan'>(id) ? { outcome: await endPlan(place, id) } : null)
    orNotFound(isRefusal(ended.outcome) ? null : ended)
    const here = maintenancePaths.plans(c.var.network.base, place.inventory.id)
    return done(
      c,
      here,
      'Le plan est arrêté, et le temps gardé pour lui est libre. Ce qui a été fait reste écrit.',
    )
  })
