import { z } from 'zod'
import { addDays, daysBetween } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { compareInstants, dayOf, laterBy, secondsBetween, startOfDay } from '../../../../kernel/instant.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { wrongInput } from '../../../../platform/api/input.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { desksById } from '../../data/desks.store.ts'
import { findInventory, policyOn } from '../../data/inventory.store.ts'
import { readShownStock } from '../../data/stock.queries.ts'
import { freeUnits } from '../../domain/availability.ts'
import { rulesFrom } from '../../domain/rules.ts'
import { slotsOn } from '../../domain/slots.ts'
import { slotsOpen } from '../../use-cases/stock-around.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { AT, aDay, anId, anInstant, TAG } from './schemas.ts'

const WEEK = 7 * 86_400
const LONGEST_DAYS = 400
const MOST_SLOT_DAYS = 92

const availability = z.object({
  from: z.string(),
  until: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      modelId: z.string(),
      assetNumber: z.string(),
      isFree: z.boolean().describe('Pendant toute la période, préparation et remise en état comprises'),
      busy: z
        .array(z.object({ from: z.string(), until: z.string().nullable() }))
        .describe('Ce qui le prend, sans dire qui'),
    }),
  ),
})

const slot = z.object({
  start: z.string(),
  end: z.string(),
  day: z.string(),
  time: z.string().describe('Heure du guichet'),
  isOpen: z.boolean(),
})

/** When what is lent is free, and when somebody may come. EQP-108, EQP-1405, EQP-1502. */
export const availabilityApi = apiRouter()

reads(
  availabilityApi,
  {
    path: `${AT}/availability`,
    tag: TAG,
    summary: 'Exemplaires libres et occupés pendant une période, une semaine par défaut',
    policy: borrowingPolicy.browse,
    query: z.object({
      from: anInstant.optional(),
      until: anInstant.optional(),
      model: anId<'model'>().optional(),
    }),
    answer: availability,
  },
  async (c, { from: asked, until: last, model }) => {
    const { db, reach, now, today } = c.var.context
    const from = asked ?? now
    const until = last ?? laterBy(from, WEEK)
    if (compareInstants(from, until) >= 0) throw wrongPeriod('La fin doit suivre le début.')
    if (secondsBetween(from, until) > LONGEST_DAYS * 86_400)
      throw wrongPeriod(`Au plus ${LONGEST_DAYS} jours à la fois.`)
    const span = { from, until }
    const stock = await readShownStock(db, reach, { models: model ? [model] : null, ...span, now, today })
    const free = new Set(freeUnits(stock.units, stock.busy, span).map(({ unit }) => unit.id))
    const busyOf = Map.groupBy(stock.busy, ({ unitId }) => unitId)
    const items = stock.units.map(({ id, modelId, name, parts }) => ({
      ...{ id, modelId, assetNumber: name, isFree: free.has(id) },
      busy: [id, ...parts.map((part) => part.id)].flatMap((one) => busyOf.get(one) ?? []),
    }))
    return { ...span, items }
  },
)

reads(
  availabilityApi,
  {
    path: `${AT}/desks/{desk}/slots`,
    tag: TAG,
    summary: 'Créneaux d’un guichet, deux semaines par défaut',
    policy: borrowingPolicy.browse,
    query: z.object({ from: aDay.optional(), until: aDay.optional() }),
    answer: z.object({ items: z.array(slot) }),
  },
  async (c, { from: asked, until: last }) => {
    const { db, reach, now } = c.var.context
    const id = c.req.param('desk') ?? ''
    const desk = orNotFound(isId<'desk'>(id) ? (await desksById(db, [id])).get(id) : null)
    orNotFound(await findInventory(db, reach, desk.inventoryId))
    const { zone } = desk.calendar
    const today = dayOf(now, zone)
    const from = asked ?? today
    const until = last ?? addDays(from, 13)
    const count = daysBetween(from, until)
    if (count < 0) throw wrongPeriod('La fin doit suivre le début.')
    if (count > MOST_SLOT_DAYS) throw wrongPeriod(`Au plus ${MOST_SLOT_DAYS} jours à la fois.`)
    const rules = rulesFrom({}, await policyOn(db, desk.inventoryId, today))
    const window = { from: startOfDay(from, zone), until: startOfDay(addDays(until, 1), zone) }
    const isSlotOpen = await slotsOpen(db, { desk, rules }, { window, now })
    const days = Array.from({ length: count + 1 }, (_, index) => addDays(from, index))
    const slots = days.flatMap((day) => slotsOn(desk.calendar, day, rules.slotMinutes.value))
    return { items: slots.map((one) => ({ ...one, isOpen: isSlotOpen(one) })) }
  },
)

function wrongPeriod(message: string) {
  return wrongInput('query', [{ code: 'custom', path: ['until'], message }])
}
