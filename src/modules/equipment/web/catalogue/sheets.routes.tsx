import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { checklistOf, type ListOf, unitFile } from '../../data/catalogue/unit-sheets.store.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { addAccessoryTo, changeAccessory, changeUnitFile } from '../../use-cases/catalogue/keep-catalogue.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { managingPaths } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { KitPage } from './pages/kit-page.tsx'
import { UnitFilePage } from './pages/unit-file-page.tsx'
import { listForm, unitFileForm } from './sheets.form.ts'
import { routes, sheetPaths } from './sheets.paths.ts'
import { accessoryForm } from './stock.form.ts'
import { modelPage } from './stock.routes.tsx'
import { problemOfStock } from './stock-wording.ts'

async function unitAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const units = await unitsOf(place.context.db, place.inventory.id)
  return { place, units, unit: orNotFound(units.find(({ id }) => id === c.req.param('exemplaire'))) }
}

const unitFilePage: FormPage = async (c, state) => {
  const { place, units, unit } = await unitAt(c, 'keep')
  const { inventory, context } = place
  const file = orNotFound(await unitFile(context.db, inventory.id, unit.id))
  const kits = units.filter(({ isKit, lifecycle }) => isKit && lifecycle !== 'retired')
  return page(c, <UnitFilePage {...{ view: viewOf(c), inventory, unit, file, kits, state }} />)
}

const kitPage: FormPage = async (c, state) => {
  const { place, units, unit } = await unitAt(c, 'read')
  const { inventory, context, role } = place
  const kit = orNotFound(unit.isKit ? unit : null)
  const parts = []
  for (const part of units.filter(({ kitId }) => kitId === kit.id)) {
    const file = await unitFile(context.db, inventory.id, part.id)
    parts.push({ ...part, lentAlone: file?.lentAlone === true })
  }
  const accessories = await checklistOf(context.db, { kitId: kit.id })
  const mayChange = allows(role, 'keep')
  return page(c, <KitPage {...{ view: viewOf(c), inventory, kit, parts, accessories, mayChange, state }} />)
}

async function changeList(
  place: Workplace,
  of: ListOf,
  {
    cible: id,
    acte,
    nombre,
  }: { cible: string; acte: 'compter' | 'monter' | 'retirer'; nombre?: number | undefined },
) {
  if (acte === 'compter') return changeAccessory(place, of, { id, expected: nombre ?? 1 })
  return changeAccessory(place, of, { id, to: acte === 'monter' ? 'higher' : 'away' })
}

const LISTED = 'La liste est à jour. Les états des lieux déjà faits gardent la leur.'

/** What is written about one unit, what is in a kit, what goes along with a model. EQP-104 to EQP-106. */
export const sheetRoutes = new Hono<AppEnv>()
  .get(routes.unitFile, may(policy.seeWork), (c) => unitFilePage(c, blankForm))
  .post(
    routes.unitFile,
    may(policy.work),
    writes('unit.changed'),
    form(unitFileForm, unitFilePage),
    async (c) => {
      const { place, units, unit } = await unitAt(c, 'keep')
      const typed = c.var.form
      const kit = isId<'unit'>(typed.partie_de) ? typed.partie_de : null
      if (kit && !units.some(({ id, isKit }) => id === kit && isKit && !unit.isKit))
        return c.var.again({ field: 'partie_de', message: 'Choisissez une malle de la liste.' })
      const changed = await changeUnitFile(place, unit.id, {
        assetNumber: typed.numero,
        serialNumber: typed.serie || null,
        notes: typed.notes,
        funding: typed.financement,
        acquiredOn: typed.acquis,
        acquisitionCents: typed.valeur,
        kitId: kit,
        isCritical: kit !== null && typed.critique,
        lentAlone: kit === null || typed.seul,
      })
      if (isRefusal(changed)) return c.var.again(problemOfStock(changed))
      const here = managingPaths.unit(c.var.network.base, place.inventory.id, unit.id)
      return done(c, here, 'La fiche de l’exemplaire est enregistrée.')
    },
  )
  .get(routes.kit, may(policy.seeWork), (c) => kitPage(c, blankForm))
  .post(
    routes.kitAdding,
    may(policy.work),
    writes('model.accessory-added'),
    form(accessoryForm, kitPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'keep')
      const { accessoire, nombre, critique } = c.var.form
      const item = { label: accessoire, expected: nombre, isCritical: critique }
      const of = { kitId: orNotFound(unit.isKit ? unit.id : null) }
      const added = await addAccessoryTo(place, of, item)
      if (isRefusal(added)) return c.var.again(problemOfStock(added))
      return done(c, sheetPaths.kit(c.var.network.base, place.inventory.id, unit.id), LISTED)
    },
  )
  .post(
    routes.kitList,
    may(policy.work),
    writes('model.accessory-changed'),
    form(listForm, kitPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'keep')
      const changed = await changeList(place, { kitId: unit.id }, c.var.form)
      if (isRefusal(changed)) return c.var.again(problemOfStock(changed))
      return done(c, sheetPaths.kit(c.var.network.base, place.inventory.id, unit.id), LISTED)
    },
  )
  .post(
    routes.modelList,
    may(policy.work),
    writes('model.accessory-changed'),
    form(listForm, modelPage),
    async (c) => {
      const place = await workplace(c, 'keep')
      const modele = c.req.param('modele') ?? ''
      const modelId = orNotFound(isId<'model'>(modele) ? modele : null)
      const changed = await changeList(place, { modelId }, c.var.form)
      if (isRefusal(changed)) return c.var.again(problemOfStock(changed))
      return done(c, managingPaths.model(c.var.network.base, place.inventory.id, modelId), LISTED)
    },
  )
