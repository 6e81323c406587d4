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
import { modelsOf, unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import type { NewModel } from '../../data/catalogue/catalogue.store.ts'
import { checklistOf } from '../../data/catalogue/unit-sheets.store.ts'
import { findDesk, listDesks } from '../../data/desks.store.ts'
import { substitutesOf } from '../../data/stock.queries.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { addModelTo } from '../../use-cases/catalogue/add-to-catalogue.ts'
import {
  addAccessoryTo,
  addUnits,
  changeModel,
  nameSubstitute,
  shortTurnaround,
} from '../../use-cases/catalogue/keep-catalogue.ts'
import { managingPaths, routes } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { ModelPage, NewModelPage } from './pages/model-page.tsx'
import { StockPage } from './pages/stock-page.tsx'
import { accessoryForm, modelForm, substituteForm, unitForm } from './stock.form.ts'
import { problemOfStock } from './stock-wording.ts'

async function modelAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const models = await modelsOf(place.context.db, place.inventory.id)
  const model = orNotFound(models.find(({ id }) => id === c.req.param('modele')))
  return {
    place,
    models,
    model,
    address: managingPaths.model(c.var.network.base, place.inventory.id, model.id),
  }
}

const newModelPage: FormPage = async (c, state) => {
  const { inventory } = await workplace(c, 'keep')
  return page(c, <NewModelPage view={viewOf(c)} inventory={inventory} state={state} />)
}

/** Other rooms change what it shows. */
export const modelPage: FormPage = async (c, state) => {
  const { place, models, model } = await modelAt(c, 'read')
  const { inventory, role, context } = place
  const units = await unitsOf(context.db, inventory.id)
  const instead = await substitutesOf(context.db, model.id)
  return page(
    c,
    <ModelPage
      view={viewOf(c)}
      inventory={inventory}
      model={model}
      units={units.filter(({ modelId }) => modelId === model.id)}
      kits={units.filter(({ isKit }) => isKit)}
      accessories={await checklistOf(context.db, { modelId: model.id })}
      substitutes={models.filter(({ id }) => instead.includes(id))}
      others={models.filter(({ id }) => id !== model.id && !instead.includes(id))}
      desks={await listDesks(context.db, inventory.id)}
      mayChange={allows(role, 'keep')}
      state={state}
    />,
  )
}

/** The catalogue of an inventory, kept by its managers. EQP-103 to EQP-107. */
export const stockRoutes = new Hono<AppEnv>()
  .get(routes.stock, may(policy.seeWork), async (c) => {
    const { inventory, role, context } = await workplace(c, 'read')
    const models = await modelsOf(context.db, inventory.id)
    const mayChange = allows(role, 'keep')
    return page(c, <StockPage view={viewOf(c)} inventory={inventory} models={models} mayChange={mayChange} />)
  })
  .get(routes.newModel, may(policy.seeWork), (c) => newModelPage(c, blankForm))
  .post(
    routes.newModel,
    may(policy.work),
    writes('model.added'),
    form(modelForm, newModelPage),
    async (c) => {
      const place = await workplace(c, 'keep')
      const fields = modelOf(c.var.form)
      const short = await shortTurnaround(place, fields.turnaroundMinutes)
      if (short) return c.var.again(problemOfStock(short))
      const added = await addModelTo(place.context, place.inventory.id, fields)
      if (isRefusal(added)) return c.var.again(problemOfStock(added))
      const here = managingPaths.model(c.var.network.base, place.inventory.id, added.id)
      return done(c, here, 'Le modèle est au catalogue. Ajoutez ses exemplaires : lui seul ne se prête pas.')
    },
  )
  .get(routes.model, may(policy.seeWork), (c) => modelPage(c, blankForm))
  .post(routes.model, may(policy.work), writes('model.changed'), form(modelForm, modelPage), async (c) => {
    const { place, model, address } = await modelAt(c, 'keep')
    const changed = await changeModel(place, model.id, modelOf(c.var.form))
    if (isRefusal(changed)) return c.var.again(problemOfStock(changed))
    return done(c, address, 'Le modèle est enregistré. Les emprunteurs le voient ainsi dès maintenant.')
  })
  .post(
    routes.accessories,
    may(policy.work),
    writes('model.accessory-added'),
    form(accessoryForm, modelPage),
    async (c) => {
      const { place, model, address } = await modelAt(c, 'keep')
      const { accessoire, nombre, critique } = c.var.form
      const item = { label: accessoire, expected: nombre, isCritical: critique }
      const added = await addAccessoryTo(place, { modelId: model.id }, item)
      if (isRefusal(added)) return c.var.again(problemOfStock(added))
      return done(c, address, 'La liste est complétée. Les états des lieux déjà faits gardent la leur.')
    },
  )
  .post(
    routes.substitutes,
    may(policy.work),
    writes('model.substitute-named'),
    form(substituteForm, modelPage),
    async (c) => {
      const { place, models, model, address } = await modelAt(c, 'keep')
      const substitute = models.find(({ id }) => id === c.var.form.remplacant)
      if (!substitute)
        return c.var.again({ field: 'remplacant', message: 'Choisissez un modèle de la liste.' })
      const named = await nameSubstitute(place, model.id, substitute.id)
      if (isRefusal(named)) return c.var.again(problemOfStock(named))
      return done(c, address, `${substitute.name} sera proposé à la place, avec l’accord de l’emprunteur.`)
    },
  )
  .post(routes.units, may(policy.work), writes('unit.added'), form(unitForm, modelPage), async (c) => {
    const { place, model, address } = await modelAt(c, 'keep')
    const { context, inventory } = place
    const typed = c.var.form
    if (!(await findDesk(context.db, inventory.id, typed.guichet)))
      return c.var.again({ field: 'guichet', message: 'Choisissez un guichet de la liste.' })
    const kit = isId<'unit'>(typed.partie_de) ? typed.partie_de : null
    const units = kit ? await unitsOf(context.db, inventory.id) : []
    if (kit && (typed.malle || !units.some(({ id, isKit }) => id === kit && isKit)))
      return c.var.again({
        field: 'partie_de',
        message: 'Choisissez une malle de la liste, et une seule des deux.',
      })
    if (typed.combien > 1 && typed.serie !== '')
      return c.var.again({ field: 'serie', message: 'Un numéro de série est celui d’un seul exemplaire.' })
    const added = await addUnits(place, {
      model,
      assetNumber: typed.numero,
      serialNumber: typed.serie || null,
      homeDeskId: typed.guichet,
      count: typed.combien,
      isKit: typed.malle,
      kitId: kit,
      isCritical: typed.critique,
      lentAlone: kit === null || typed.seul,
    })
    if (isRefusal(added)) return c.var.again(problemOfStock(added))
    return done(c, address, 'C’est à l’inventaire. Les emprunteurs peuvent le demander dès maintenant.')
  })

function modelOf(typed: {
  nom: string
  fabricant: string
  categorie: string
  description: string
  prerequis: string
  logiciels: string[]
  poids: number | null
  volume: number | null
  valeur: number | null
  preparation: number
  remise: number
}): NewModel {
  return {
    name: typed.nom,
    maker: typed.fabricant,
    category: typed.categorie,
    description: typed.description,
    prerequisites: typed.prerequis,
    software: typed.logiciels,
    caseGrams: typed.poids,
    caseLitres: typed.volume,
    replacementCents: typed.valeur,
    prepMinutes: typed.preparation,
    turnaroundMinutes: typed.remise,
  }
}
