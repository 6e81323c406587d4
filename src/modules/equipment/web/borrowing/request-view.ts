import { addDays, type Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { compareInstants, startOfDay } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { type Agreement, agreementsWith, coverOn } from '../../../agreements/index.ts'
import { listModels, type ModelOutline } from '../../data/catalogue/models.queries.ts'
import { type Inventory, listInventories, policyOn } from '../../data/inventory.store.ts'
import { pickupSlots } from '../../domain/alternatives.ts'
import { hoursOn } from '../../domain/opening.ts'
import { type Slot, slotsOn } from '../../domain/slots.ts'
import { type Counter, counterOf, stockOfCounter } from '../../use-cases/borrowing/browse-catalogue.ts'
import { rulesUnder } from '../../use-cases/lending-frame.ts'
import type { StockAround } from '../../use-cases/stock-around.ts'
import { nearDay } from './near-day.ts'

/** Days looked at after the one asked for, when nobody can come that day. */
const LOOKED_AT = 10

export interface SlotChoices {
  readonly slots: readonly Slot[]
  /** Why none is on the day asked for; null when they are. */
  readonly because: 'closed' | 'taken' | null
}

/** What the page of a request needs besides what was typed. */
export interface RequestWorld {
  readonly counter: Counter
  readonly models: readonly ModelOutline[]
  readonly agreements: readonly Agreement[]
  readonly agreement: Agreement | null
  readonly pickups: SlotChoices | null
  readonly returns: SlotChoices | null
  /** Names of units, for the suggestions. */
  readonly nameOf: (id: string) => string
}

/** Who asks for equipment, and among what they choose. */
export interface Asking {
  readonly context: Context
  readonly inventories: readonly Inventory[]
  /** The structures for which it is asked. */
  readonly partners: readonly OrganisationId[]
}

/** A member asks for their own structures, among all that is shown to them. */
export async function ownAsking(c: AppContext): Promise<Asking> {
  const { context } = c.var
  const { reach } = context
  const partners = reach.kind === 'these' ? reach.organisations : []
  return { context, partners, inventories: await listInventories(context.db, reach) }
}

/** Null when nothing is lent to whoever asks. */
export async function requestWorld(
  { context, inventories, partners }: Asking,
  values: FormState['values'],
): Promise<RequestWorld | null> {
  const { db, reach, today, now } = context
  const all = await listModels(db, { inventories: inventories.map(({ id }) => id) })
  const wanted = listIn(values, 'modele')
  const model = all.find(({ id }) => id === wanted[0])
  const inventory = inventories.find(({ id }) => id === model?.inventoryId) ?? inventories[0]
  const base = inventory && (await counterOf(db, context, inventory, textIn(values, 'guichet')))
  if (!inventory || !base) return null
  const agreements = partners.length > 0 ? await agreementsWith(db, reach, partners) : []
  const open = agreements.filter((one) => coverOn(one, today).isOpen)
  const shown = open.length > 0 ? open : agreements
  const agreement = shown.find(({ id }) => id === textIn(values, 'convention')) ?? shown[0] ?? null
  const policy = await policyOn(db, inventory.id, base.today)
  const rules = agreement ? rulesUnder(agreement, policy, base.today) : base.rules
  const counter: Counter = { ...base, rules }
  const [from, until] = [nearDay(textIn(values, 'du'), base.today), nearDay(textIn(values, 'au'), base.today)]
  const models = all.filter(({ inventoryId }) => inventoryId === inventory.id)
  const { zone } = counter.desk.calendar
  const around = from ?? until ?? base.today
  const span = { from: startOfDay(around, zone), until: startOfDay(addDays(until ?? around, 1), zone) }
  const isSound = compareInstants(span.from, span.until) < 0
  const stock = await stockOfCounter(
    db,
    counter,
    { now },
    isSound ? span : { ...span, until: startOfDay(addDays(around, 1), zone) },
    model ? [model.id] : [],
  )
  return {
    counter,
    models,
    agreements: shown,
    agreement,
    pickups: from && pickupChoices(stock, from, model?.id ?? null, textIn(values, 'exemplaire')),
    returns: until && returnChoices(stock, until),
    nameOf: (id) =>
      stock.units.find((unit) => unit.id === id)?.name ??
      models.find((one) => one.id === id)?.name ??
      'un autre exemplaire',
  }
}

/** The slots at which the thing can leave that day, else on the next days. The server asks the same function. EQP-303. */
function pickupChoices(stock: StockAround, day: Day, model: string | null, unit: string): SlotChoices {
  const units = stock.units.filter((one) => (isId(unit) ? one.id === unit : one.modelId === model))
  const slotsOf = (on: Day) => {
    const open = openSlots(stock, on)
    if (units.length === 0) return open
    const starts = new Set(units.flatMap((one) => pickupSlots(stock, one, on).map(({ start }) => start)))
    return open.filter(({ start }) => starts.has(start))
  }
  return nearestDay(stock, day, slotsOf)
}

export function returnChoices(stock: StockAround, day: Day): SlotChoices {
  return nearestDay(stock, day, (on) => openSlots(stock, on))
}

function openSlots(stock: StockAround, day: Day): Slot[] {
  return slotsOn(stock.desk, day, stock.slotMinutes).filter(stock.isSlotOpen)
}

function nearestDay(stock: StockAround, day: Day, slotsOf: (day: Day) => Slot[]): SlotChoices {
  const own = slotsOf(day)
  if (own.length > 0) return { slots: own, because: null }
  const isClosed = hoursOn(stock.desk, day).closed !== null
  for (let away = 1; away <= LOOKED_AT; away += 1) {
    const slots = slotsOf(addDays(day, away))
    if (slots.length > 0) return { slots, because: isClosed ? 'closed' : 'taken' }
  }
  return { slots: [], because: isClosed ? 'closed' : 'taken' }
}

export function textIn(values: FormState['values'], name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export function listIn(values: FormState['values'], name: string): readonly string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}
