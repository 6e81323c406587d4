import { addDays, type Day } from '../../src/kernel/day.ts'
import { type Instant, instantAt, startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { workingDayFrom } from '../../src/kernel/working-day.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import {
  approveLine,
  closeLine,
  type DeskId,
  handOver,
  type InventoryId,
  inspectLine,
  type ModelId,
  prepareLine,
  rejectLine,
  requestLoan,
  takeBack,
  tellOutcome,
} from '../../src/modules/equipment/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'

interface Asked {
  inventoryId: InventoryId
  deskId: DeskId
  agreementId: AgreementId
  organisationId: OrganisationId
}

interface Past {
  model: ModelId
  /** Days from today to the pickup, then from the pickup to the return. */
  ago: number
  lasts: number
  late?: number
  /** Children and adults who came, and what the borrower thought of it. */
  told?: [children: number, adults: number, mark: number, comment: string]
}

/** A year of loans that are over, so that figures have something to say; one was refused, one came back late. EQP-1402. */
export async function seedPastLoans(
  context: Context,
  asked: Asked,
  { headset, drone, laptop }: Record<'headset' | 'drone' | 'laptop', ModelId>,
): Promise<void> {
  const loans: readonly Past[] = [
    {
      model: headset,
      ago: 300,
      lasts: 5,
      told: [34, 12, 5, 'Les casques ont rempli la salle trois soirs de suite.'],
    },
    {
      model: headset,
      ago: 250,
      lasts: 12,
      told: [58, 21, 4, 'Une notice plus courte aiderait les bénévoles.'],
    },
    { model: laptop, ago: 220, lasts: 8, late: 3 },
    { model: drone, ago: 180, lasts: 4, told: [0, 16, 3, 'Le vent nous a privés d’une séance.'] },
    { model: headset, ago: 150, lasts: 10 },
    { model: laptop, ago: 90, lasts: 14, told: [8, 42, 5, ''] },
    { model: headset, ago: 55, lasts: 6, told: [27, 9, 4, ''] },
  ]
  for (const past of loans) await lent(context, asked, past)
  const line = await requested(context, asked, { model: drone, ago: 120, lasts: 5 })
  const reason = 'Le drone filme ces jours-là le littoral pour le Département.'
  sure(await rejectLine(then(context, -132), line, { reasonCode: 'unavailable', reason }))
}

async function lent(context: Context, asked: Asked, past: Past): Promise<void> {
  const { ago, lasts, late = 0, told } = past
  const granted = sure(
    await approveLine(then(context, -ago - 14, '15:00'), await requested(context, asked, past)),
  )
  const out = then(context, -ago)
  const ready = sure(await prepareLine(out, targetOf(granted)))
  const withoutReport = 'État des lieux tenu sur papier, pour la démonstration.'
  const away = sure(await handOver(out, targetOf(ready), { withoutReport }))
  const back = then(context, lasts + late - ago, '15:00')
  const units = away.unitId ? [away.unitId] : []
  const returned = sure(await takeBack(back, targetOf(away), { units }))
  const closed = sure(await closeLine(back, targetOf(sure(await inspectLine(back, targetOf(returned))))))
  if (told) sure(await tellOutcome(then(context, lasts - ago + 5), targetOf(closed), outcomeOf(told)))
}

async function requested(context: Context, asked: Asked, { model, ago, lasts }: Past) {
  const { lines } = sure(
    await requestLoan(then(context, -ago - 16), {
      ...{ ...asked, placeId: null, actionKind: 'workshop' as const },
      actions: 'Ateliers ouverts à tous au relais numérique.',
      ...{ audience: 'Familles et adolescents', expectedPeople: 40, usedAt: 'Relais numérique des Dunes' },
      ...{ isStoredSafely: true, isInseparable: false, asksDerogation: false },
      collector: { name: 'Gwenn Tessier', quality: 'médiatrice numérique', phone: '' },
      pickupAt: moment(context, -ago, '10:00'),
      returnAt: moment(context, lasts - ago, '15:00'),
      wanted: [{ modelId: model, unitId: null, count: 1 }],
    }),
  )
  return targetOf(sure(lines[0] ?? null))
}

function targetOf({ id, seq }: { id: Parameters<typeof approveLine>[1]['lineId']; seq: number }) {
  return { lineId: id, seen: seq }
}

function outcomeOf([children, adults, mark, comment]: NonNullable<Past['told']>) {
  return {
    sessions: { ateliers: 3, evenements: 1, formations: 0, autres: 0 },
    people: { enfants: children, jeunes: 0, adultes: adults, seniors: 0 },
    places: 'Relais numérique des Dunes',
    appreciation: mark,
    comment,
  }
}

/** That many days from today, or the first opening day after. */
function moment({ today }: Context, days: number, time: string): Instant {
  const day = workingDayFrom(addDays(today, days))
  return instantAt(day, time) ?? startOfDay(day)
}

function then(context: Context, days: number, time = '10:00'): Context {
  const now = moment(context, days, time)
  return { ...context, now, today: now.slice(0, 10) as Day }
}

/** A seed that is refused is a defect of ours: say which. */
function sure<T>(outcome: T | null): Exclude<T, { refused: string }> {
  if (outcome === null || isRefusal(outcome))
    throw new Error(`a seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
