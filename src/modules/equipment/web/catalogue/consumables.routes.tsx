import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { consumablesOf, movesIn } from '../../data/catalogue/consumables.store.ts'
import { allows } from '../../domain/rights.ts'
import {
  type ConsumableRefusal,
  moveConsumable,
  openConsumable,
} from '../../use-cases/catalogue/keep-consumables.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { ConsumablesPage } from './pages/consumables-page.tsx'
import { consumableForm, moveForm } from './sheets.form.ts'
import { routes, sheetPaths } from './sheets.paths.ts'

const problems: Record<ConsumableRefusal, Problem> = {
  no_such_thing: { field: 'consommable', message: 'Choisissez un consommable de la liste.' },
  name_taken: { field: 'nom', message: 'Un consommable de cet inventaire porte déjà ce nom.' },
  stock_too_low: {
    field: 'quantite',
    message: 'Il n’en reste pas autant : relisez le stock, et écrivez une quantité plus petite.',
  },
}

const consumablesPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'read')
  const moves = await movesIn(context.db, inventory.id)
  const names = await peopleNames(
    context.db,
    moves.flatMap(({ recordedBy }) => recordedBy ?? []),
  )
  const props = {
    view: viewOf(c),
    inventory,
    consumables: await consumablesOf(context.db, inventory.id),
    moves: moves.map((one) => ({ ...one, by: (one.recordedBy && names.get(one.recordedBy)) ?? '' })),
    mayChange: allows(role, 'serve'),
    state,
  }
  return page(c, <ConsumablesPage {...props} />)
}

/** The ledger of what does not come back. EQP-107. */
export const consumableRoutes = new Hono<AppEnv>()
  .get(routes.consumables, may(policy.seeWork), (c) => consumablesPage(c, blankForm))
  .post(
    routes.consumables,
    may(policy.work),
    writes('consumable.added'),
    form(consumableForm, consumablesPage),
    async (c) => {
      const place = await workplace(c, 'serve')
      const { nom: name, depart: stock } = c.var.form
      const added = await openConsumable(place, { name, stock })
      if (isRefusal(added)) return c.var.again(problems[added.refused])
      const here = sheetPaths.consumables(c.var.network.base, place.inventory.id)
      return done(c, here, `${name} est au stock.`)
    },
  )
  .post(
    routes.moves,
    may(policy.work),
    writes('consumable.moved'),
    form(moveForm, consumablesPage),
    async (c) => {
      const place = await workplace(c, 'serve')
      const { consommable, sens, quantite, raison } = c.var.form
      const quantity = sens === 'sortie' ? -quantite : quantite
      const moved = await moveConsumable(place, consommable, { quantity, reason: raison })
      if (isRefusal(moved)) return c.var.again(problems[moved.refused])
      const here = sheetPaths.consumables(c.var.network.base, place.inventory.id)
      return done(c, here, 'Le mouvement est enregistré, et le stock est à jour.')
    },
  )
