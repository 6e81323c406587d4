import { Hono } from 'hono'
import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { dayOf, startOfDay } from '../../../../kernel/instant.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { borrowersOf } from '../../data/borrowing.queries.ts'
import { type Inventory, listInventories } from '../../data/inventory.store.ts'
import { findModel, listModels, type ModelSheet } from '../../data/models.queries.ts'
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
} from '../../use-cases/browse-catalogue.ts'
import type { StockAround } from '../../use-cases/stock-around.ts'
import { availabilityRows } from './availability-rows.ts'
import { borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { nearDay } from './near-day.ts'
import { CataloguePage, type ListedModel } from './pages/catalogue-page.tsx'
import { ModelPage } from './pages/model-page.tsx'

const LONGEST_SEARCH = 120

export const catalogueRoutes = new Hono<AppEnv>()
  .get(routes.catalogue, may(borrowingPolicy.browse), async (c) => {
    const { db, reach } = c.var.context
    const asked = {
      q: (c.req.query('q') ?? '').replaceAll('\0', ''),
      categorie: (c.req.query('categorie') ?? '').replaceAll('\0', ''),
      guichet: c.req.query('guichet') ?? '',
      du: c.req.query('du') ?? '',
      au: c.req.query('au') ?? '',
    }
    const inventories = await listInventories(db, reach)
    const ids = inventories.map(({ id }) => id)
    const [all, found] = [
      await listModels(db, { inventories: ids }),
      await listModels(db, { inventories: ids, text: asked.q, category: asked.categorie }),
    ]
    const days = daysAsked(asked, c.var.context.today)
    const counters = await countersOf(c, inventories)
    const shown = counters.filter(
      ({ desks }) => asked.guichet === '' || desks.some(({ id }) => id === asked.guichet),
    )
    const models: ListedModel[] = []
    for (const counter of shown) models.push(...(await listedModels(c, counter, found, days)))
    return page(
      c,
      <CataloguePage
        view={viewOf(c)}
        models={models}
        categories={[...new Set(all.map(({ category }) => category))]}
        desks={counters.flatMap(({ desks }) => desks)}
        asked={asked}
        days={days}
        problem={problemOfDays(asked, days)}
      />,
    )
  })
  .get(routes.model, may(borrowingPolicy.browse), async (c) => {
    const { db, reach, now } = c.var.context
    const inventories = await listInventories(db, reach)
    const id = c.req.param('modele')
    const model = orNotFound(
      isId<'model'>(id)
        ? await findModel(
            db,
            inventories.map((one) => one.id),
            id,
          )
        : null,
    )
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
        model={model}
        inventory={counter.inventory.name}
        desk={counter.desk.name}
        zone={calendar.zone}
        asked={asked}
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
          borrowers: await namesShown(c, counter, stock, window),
        })}
      />,
    )
  })

async function countersOf(c: AppContext, inventories: readonly Inventory[]): Promise<Counter[]> {
  const found: Counter[] = []
  for (const inventory of inventories) {
    const counter = await counterOf(c.var.context.db, c.var.context, inventory)
    if (counter) found.push(counter)
  }
  return found
}

async function counterOfModel(c: AppContext, inventories: readonly Inventory[], model: ModelSheet) {
  const inventory = inventories.find(({ id }) => id === model.inventoryId)
  return inventory ? counterOf(c.var.context.db, c.var.context, inventory) : null
}

async function listedModels(
  c: AppContext,
  counter: Counter,
  models: Awaited<ReturnType<typeof listModels>>,
  days: { from: Day; until: Day } | null,
): Promise<ListedModel[]> {
  const own = models.filter(({ inventoryId }) => inventoryId === counter.inventory.id)
  if (own.length === 0) return []
  const { db } = c.var.context
  const span = days ? spanOfDays(counter, days.from, days.until) : null
  const usual = usualSpan(counter)
  const stock = await stockOfCounter(db, counter, c.var.context, usual)
  const then = span ? await stockOfCounter(db, counter, c.var.context, span) : stock
  return own.map((model) => ({
    model,
    inventory: counter.inventory.name,
    zone: counter.desk.calendar.zone,
    free: span ? freeCount(then, model.id, span) : null,
    next: firstPeriods(stock, model.id, usual, 1)[0] ?? null,
  }))
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
