import { Hono } from 'hono'
import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { dayOf, startOfDay } from '../../../../kernel/instant.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { borrowersOf } from '../../data/borrowing/borrowing.queries.ts'
import { photosOf } from '../../data/catalogue/model-media.store.ts'
import { findModel, listModels, type ModelSheet } from '../../data/catalogue/models.queries.ts'
import type { Inventory } from '../../data/inventory.store.ts'
import { softwareOn } from '../../data/upkeep/updates.store.ts'
import type { Span } from '../../domain/availability.ts'
import {
  type Counter,
  counterOf,
  firstPeriods,
  freeCount,
  insteadOf,
  spanOfDays,
  stockOfCounter,
  usualSpan,
} from '../../use-cases/borrowing/browse-catalogue.ts'
import type { StockAround } from '../../use-cases/stock-around.ts'
import { availabilityRows } from './availability-rows.ts'
import { borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { countersOf, listedModels } from './listed-models.ts'
import { nearDay } from './near-day.ts'
import { CataloguePage } from './pages/catalogue-page.tsx'
import { ModelPage } from './pages/model-page.tsx'
import { ownShelf, publicShelf, type Shelf } from './shelf.ts'

const LONGEST_SEARCH = 120

export const catalogueRoutes = new Hono<AppEnv>()
  .get(routes.catalogue, may(borrowingPolicy.browse), async (c) => listPage(c, await ownShelf(c)))
  .get(routes.model, may(borrowingPolicy.browse), async (c) => modelPage(c, await ownShelf(c)))
  .get(routes.publicCatalogue, may(borrowingPolicy.look), async (c) => listPage(c, await publicShelf(c)))
  .get(routes.publicModel, may(borrowingPolicy.look), async (c) => modelPage(c, await publicShelf(c)))

async function listPage(c: AppContext, shelf: Shelf) {
  const { context } = c.var
  const { inventories } = shelf
  const typed = (name: string) => (c.req.query(name) ?? '').replaceAll('\0', '').slice(0, 100)
  const asked = {
    ...{ q: typed('q'), categorie: typed('categorie'), guichet: typed('guichet') },
    ...{ du: typed('du'), au: typed('au'), pris: typed('pris') },
    page: Math.min(Math.max(Number.parseInt(typed('page'), 10) || 1, 1), 1000),
  }
  const all = await listModels(context.db, { inventories: inventories.map(({ id }) => id) })
  const days = daysAsked(asked, context.today)
  const listed = await listedModels(context, { inventories, asked, days })
  const shown = listed.models.map(({ model }) => model.id)
  return page(
    c,
    <CataloguePage
      view={viewOf(c)}
      shelf={shelf}
      listed={listed}
      photos={await photosOf(context.db, shown)}
      categories={[...new Set(all.map(({ category }) => category))]}
      desks={(await countersOf(context, inventories, '')).flatMap(({ desks }) => desks)}
      asked={asked}
      problem={problemOfDays(asked, days)}
    />,
  )
}

async function modelPage(c: AppContext, shelf: Shelf) {
  const { db, now } = c.var.context
  const { inventories } = shelf
  const id = c.req.param('modele') ?? ''
  const known = inventories.map((one) => one.id)
  const model = orNotFound(isId<'model'>(id) ? await findModel(db, known, id) : null)
  const counter = orNotFound(await counterOfModel(c, inventories, model))
  const { calendar } = counter.desk
  const asked = {
    du: c.req.query('du') ?? '',
    au: c.req.query('au') ?? '',
    vue: c.req.query('vue') === 'mois' ? 'mois' : 'semaine',
  }
  const wanted = daysAsked(asked, c.var.context.today)
  const days = shownDays(c.req.query('debut'), wanted?.from ?? counter.today, asked.vue)
  const [first, last] = [days[0] ?? counter.today, days.at(-1) ?? counter.today]
  const window = {
    from: startOfDay(first, calendar.zone),
    until: startOfDay(addDays(last, 1), calendar.zone),
  }
  const stock = await stockOfCounter(db, counter, { now }, window, [model.id])
  const own = stock.units.filter((unit) => unit.modelId === model.id && unit.lifecycle !== 'retired')
  const answer = wanted && (await answerOf(c, counter, model, wanted))
  const around = await stockOfCounter(db, counter, { now }, usualSpan(counter), [model.id])
  const models = await listModels(db, { inventories: [model.inventoryId] })
  return page(
    c,
    <ModelPage
      view={viewOf(c)}
      shelf={shelf}
      model={model}
      inventory={counter.inventory}
      desk={counter.desk.name}
      zone={calendar.zone}
      asked={asked}
      software={await softwareOn(db, { model: model.id })}
      photos={(await photosOf(db, [model.id])).get(model.id) ?? []}
      answer={answer}
      periods={wanted ? [] : firstPeriods(around, model.id, usualSpan(counter), 3)}
      nameOf={(one) =>
        stock.units.find((unit) => unit.id === one)?.name ??
        models.find((other) => other.id === one)?.name ??
        model.name
      }
      days={days}
      rows={availabilityRows({
        units: own,
        busy: stock.busy,
        days,
        calendar,
        borrowers: shelf.isPublic ? new Map() : await namesShown(c, counter, stock, window),
      })}
    />,
  )
}

async function counterOfModel(c: AppContext, inventories: readonly Inventory[], model: ModelSheet) {
  const inventory = inventories.find(({ id }) => id === model.inventoryId)
  return inventory ? counterOf(c.var.context.db, c.var.context, inventory) : null
}

async function answerOf(
  c: AppContext,
  counter: Counter,
  model: ModelSheet,
  { from, until }: { from: Day; until: Day },
) {
  const { db } = c.var.context
  const span = spanOfDays(counter, from, until)
  const stock = await stockOfCounter(db, counter, c.var.context, span, [model.id])
  const free = freeCount(stock, model.id, span)
  const instead = free > 0 ? [] : await insteadOf(db, counter, c.var.context, { modelId: model.id, span })
  return { from, until, free, instead }
}

/** The head knows who borrows; members when the rules of the inventory say so. EQP-1502. */
async function namesShown(c: AppContext, counter: Counter, stock: StockAround, window: Span) {
  const { db, reach } = c.var.context
  if (reach.kind !== 'all' && !counter.rules.showsBorrowers.value) return new Map()
  const zone = counter.desk.calendar.zone
  const last = dayOf(window.until, zone)
  const lines = stock.busy.flatMap(({ lineId, from }) => (lineId && dayOf(from, zone) <= last ? lineId : []))
  return borrowersOf(db, [...new Set(lines)])
}

/** Both days, in their order and not too far apart; null otherwise. */
function daysAsked({ du, au }: { du: string; au: string }, today: Day): { from: Day; until: Day } | null {
  const [from, until] = [nearDay(du, today), nearDay(au, today)]
  if (!from || !until || until < from || daysBetween(from, until) > LONGEST_SEARCH) return null
  return { from, until }
}

function problemOfDays({ du, au }: { du: string; au: string }, days: unknown): string | null {
  if ((du === '' && au === '') || days) return null
  return `Indiquez les deux dates, la seconde après la première, à ${LONGEST_SEARCH} jours d’écart au plus.`
}

function shownDays(typed: string | undefined, otherwise: Day, view: string): Day[] {
  const first = (typed && nearDay(typed, otherwise)) || otherwise
  return Array.from({ length: view === 'mois' ? 28 : 7 }, (_, index) => addDays(first, index))
}
