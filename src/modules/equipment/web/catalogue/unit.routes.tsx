import { Hono } from 'hono'
import { addDays } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { lifecycleOf, unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { listDesks } from '../../data/desks.store.ts'
import { repairCost } from '../../data/incidents/costs.store.ts'
import { incidentsOfUnit } from '../../data/incidents/incidents.queries.ts'
import { openTransfer } from '../../data/moving/transfers.store.ts'
import { queueOf } from '../../data/telling/queue.queries.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { changeLifecycle } from '../../use-cases/catalogue/keep-catalogue.ts'
import { reserveUnit } from '../../use-cases/moving/reserve-unit.ts'
import { unitUpkeep } from '../../use-cases/upkeep/unit-upkeep.ts'
import { managingPaths, routes } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workplace } from '../workplace.ts'
import { ownerUseForm } from './owner-use.form.ts'
import { UnitPage } from './pages/unit-page.tsx'
import { lifecycleForm } from './stock.form.ts'
import { problemOfStock } from './stock-wording.ts'

/** The unit named by the address, for whoever has that right there. */
export async function unitAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const units = await unitsOf(place.context.db, place.inventory.id)
  return { place, unit: orNotFound(units.find(({ id }) => id === c.req.param('exemplaire'))) }
}

async function comingOf(c: AppContext, right: Right) {
  const { place, unit } = await unitAt(c, right)
  const { db, now } = place.context
  const coming = (await queueOf(db, place.inventory.id, now)).filter(
    ({ unitName }) => unitName === unit.assetNumber,
  )
  return { place, unit, coming }
}

async function unitPage(c: AppContext, state: FormState, isAsked = false) {
  const { place, unit, coming } = await comingOf(c, 'read')
  return page(
    c,
    <UnitPage
      view={viewOf(c)}
      inventory={place.inventory}
      unit={unit}
      history={await lifecycleOf(place.context.db, unit.id)}
      upkeep={await unitUpkeep(place.context, unit.id)}
      coming={coming}
      incidents={await incidentsOfUnit(place.context.db, unit.id)}
      desks={await listDesks(place.context.db, place.inventory.id)}
      transfer={await openTransfer(place.context.db, unit.id)}
      repairs={await repairCost(place.context.db, unit.id)}
      mayMaintain={allows(place.role, 'maintain')}
      mayReserve={allows(place.role, 'decide')}
      mayRelabel={allows(place.role, 'serve')}
      state={state}
      isAsked={isAsked}
    />,
  )
}

const formPage: FormPage = (c, state) => unitPage(c, state)

/** For the acts that other rooms do on the same page. */
export const unitFormPage = formPage

/** One unit: its state, and what its owner does with it. EQP-104, EQP-601. */
export const unitRoutes = new Hono<AppEnv>()
  .get(routes.unit, may(policy.seeWork), (c) => unitPage(c, blankForm))
  .post(
    routes.lifecycle,
    may(policy.work),
    writes('unit.lifecycle-changed'),
    form(lifecycleForm, formPage),
    async (c) => {
      const { place, unit, coming } = await comingOf(c, 'maintain')
      const { etat, motif, vu } = c.var.form
      if (etat !== 'in_service' && coming.length > 0 && !c.var.confirmed)
        return unitPage(c, c.var.typed, true)
      const changed = await changeLifecycle(place, unit, { lifecycle: etat, reason: motif, seen: vu })
      if (isRefusal(changed)) return c.var.again(problemOfStock(changed))
      const here = managingPaths.unit(c.var.network.base, place.inventory.id, unit.id)
      return done(c, here, 'Le nouvel état est enregistré, avec son motif.')
    },
  )
  .post(
    routes.ownerUse,
    may(policy.work),
    writes('unit.reserved'),
    form(ownerUseForm, formPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'decide')
      const { intitule, responsable, du, au } = c.var.form
      const zone = place.inventory.timeZone
      const reserved = await reserveUnit(place.context, {
        ...{ inventoryId: place.inventory.id, unitId: unit.id, kind: 'owner_use' },
        span: { from: startOfDay(du, zone), until: startOfDay(addDays(au, 1), zone) },
        ...{ title: intitule, responsible: responsable },
      })
      if (isRefusal(reserved)) {
        const answer = await c.var.again({ field: 'du', message: reserveSentence(reserved, zone) })
        return new Response(answer.body, { status: refusalStatus(reserved), headers: answer.headers })
      }
      const here = managingPaths.unit(c.var.network.base, place.inventory.id, unit.id)
      return done(c, here, 'L’exemplaire est réservé : personne ne peut l’emprunter à ces dates.')
    },
  )

/** The owner never takes a promised unit by itself: a person decides, loan by loan. EQP-601, L14. */
function reserveSentence(refused: Parameters<typeof refusalSentence>[0], zone: string): string {
  if (refused.refused !== 'already_taken') return refusalSentence(refused, zone)
  return 'Un prêt ou une demande tient cet exemplaire à ces dates. Ouvrez-le dans la liste ci-dessous : refusez la demande pour besoin propre, ou reprenez le prêt accordé.'
}
