import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { listModels, type ModelOutline } from '../../data/catalogue/models.queries.ts'
import type { Inventory } from '../../data/inventory.store.ts'
import type { Span } from '../../domain/availability.ts'
import {
  type Counter,
  counterOf,
  firstPeriods,
  freeCount,
  spanOfDays,
  stockOfCounter,
  usualSpan,
} from '../../use-cases/borrowing/browse-catalogue.ts'
import type { StockAround } from '../../use-cases/stock-around.ts'

/** Models on one page of the catalogue. */
export const MODELS_BY_PAGE = 24

export interface CatalogueAsked {
  q: string
  categorie: string
  guichet: string
  du: string
  au: string
  /** « oui »: what is taken at these dates too. */
  pris: string
  page: number
}

export interface ListedModel {
  model: ModelOutline
  inventory: string
  zone: string
  /** Units free over the days asked for; null when none were. */
  free: number | null
  next: Span | null
}

export interface ListedPage {
  models: readonly ListedModel[]
  /** Those of all pages. */
  total: number
  /** Left out: taken at these dates. */
  taken: number
}

/** One page of the models that answer a search: what is free then, and only of this page when it is next free. EQP-108. */
export async function listedModels(
  context: Pick<Context, 'db' | 'now'>,
  { inventories, asked, days }: ListingAsked,
): Promise<ListedPage> {
  const { q: text, categorie: category, guichet: desk } = asked
  const ids = inventories.map(({ id }) => id)
  const found = await listModels(context.db, { inventories: ids, text, category, desk })
  const counters = await countersOf(context, inventories, desk)
  const free = days ? await freeByModel(context, counters, found, { ...days, desk }) : null
  const shown = free && asked.pris !== 'oui' ? found.filter(({ id }) => (free.get(id) ?? 0) > 0) : found
  const first = (asked.page - 1) * MODELS_BY_PAGE
  const models = shown.slice(first, first + MODELS_BY_PAGE)
  return {
    models: await withNext(context, counters, models, { free, desk }),
    total: shown.length,
    taken: found.length - shown.length,
  }
}

export interface ListingAsked {
  inventories: readonly Inventory[]
  asked: CatalogueAsked
  days: { from: Day; until: Day } | null
}

/** One counter for each inventory that has a desk: the one asked for, or its first. */
export async function countersOf(
  context: Pick<Context, 'db' | 'now'>,
  inventories: readonly Inventory[],
  desk: string,
): Promise<Counter[]> {
  const found: Counter[] = []
  for (const inventory of inventories) {
    const counter = await counterOf(context.db, context, inventory, desk || null)
    if (counter) found.push(counter)
  }
  return found
}

async function freeByModel(
  context: Pick<Context, 'db' | 'now'>,
  counters: readonly Counter[],
  models: readonly ModelOutline[],
  { from, until, desk }: { from: Day; until: Day; desk: string },
): Promise<ReadonlyMap<string, number>> {
  const free = new Map<string, number>()
  for (const counter of counters) {
    const own = ownOf(counter, models)
    const span = spanOfDays(counter, from, until)
    const stock = ofDesk(await stockOfCounter(context.db, counter, context, span, own), desk)
    for (const id of own) free.set(id, freeCount(stock, id, span))
  }
  return free
}

async function withNext(
  context: Pick<Context, 'db' | 'now'>,
  counters: readonly Counter[],
  models: readonly ModelOutline[],
  { free, desk }: { free: ReadonlyMap<string, number> | null; desk: string },
): Promise<ListedModel[]> {
  const listed = new Map<string, ListedModel>()
  for (const counter of counters) {
    const own = ownOf(counter, models)
    const usual = usualSpan(counter)
    const stock = ofDesk(await stockOfCounter(context.db, counter, context, usual, own), desk)
    for (const model of models.filter(({ id }) => own.includes(id)))
      listed.set(model.id, {
        model,
        inventory: counter.inventory.name,
        zone: counter.desk.calendar.zone,
        free: free?.get(model.id) ?? null,
        next: firstPeriods(stock, model.id, usual, 1)[0] ?? null,
      })
  }
  return models.flatMap(({ id }) => listed.get(id) ?? [])
}

function ownOf({ inventory }: Counter, models: readonly ModelOutline[]) {
  return models.filter(({ inventoryId }) => inventoryId === inventory.id).map(({ id }) => id)
}

/** The units kept at that desk only. */
function ofDesk(stock: StockAround, desk: string): StockAround {
  return desk === ''
    ? stock
    : { ...stock, units: stock.units.filter(({ homeDeskId }) => homeDeskId === desk) }
}
