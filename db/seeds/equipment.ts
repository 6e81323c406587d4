import { addDays, type Day } from '../../src/kernel/day.ts'
import { type Instant, instantAt, startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { workingDayFrom } from '../../src/kernel/working-day.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import {
  addAccessory,
  addModelTo,
  addProof,
  addUnitTo,
  approveLine,
  askEarlyReturn,
  closeDays,
  type DeskId,
  handOver,
  type InventoryId,
  type ModelId,
  openInventory,
  placeDesk,
  prepareLine,
  remindBorrowers,
  requestLoan,
  type UnitId,
} from '../../src/modules/equipment/index.ts'
import { searchPlaces } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { seedCatalogue } from './equipment-catalogue.ts'
import { seedIncidents } from './equipment-incidents.ts'
import { seedPastLoans } from './equipment-past.ts'
import { seedUpkeep } from './equipment-upkeep.ts'

interface Shop {
  inventoryId: InventoryId
  deskId: DeskId
}

interface Borrower {
  agreementId: AgreementId
  organisationId: OrganisationId
}

/** Under 002 art. 4: what the Département lends, and loans to one partner: asked, granted, out, and late. */
export async function seedEquipment(
  context: Context,
  files: FileStore,
  owner: OrganisationId,
  borrower: Borrower,
): Promise<void> {
  // It was opened, and stocked, before the first loan.
  const early = on(context, addDays(context.today, -345))
  const shop = await seedInventory(early, owner)
  const headset = await model(early, shop, ['Casque de réalité virtuelle', 'Réalité virtuelle', 45_000])
  for (const number of [1, 2, 3]) await unit(early, shop, headset, `VR-${number}`)
  const drone = await model(early, shop, ['Drone de prise de vue', 'Image', 120_000])
  await unit(early, shop, drone, 'DRONE-1')
  const laptop = await model(early, shop, ['Ordinateur portable', 'Informatique', 60_000])
  for (const number of [1, 2, 3, 4]) await unit(early, shop, laptop, `PC-${number}`)
  await seedKit(early, shop)
  await accessories(context, shop, headset, [
    ['Manette', 2],
    ['Chargeur', 1],
  ])
  const [place] = await searchPlaces(context, 'Point numérique de la Grève', 1)
  const inventory = { id: shop.inventoryId, timeZone: 'Europe/Paris' }
  if (place) await placeDesk({ context, inventory }, { id: shop.deskId }, place.id)
  await seedLoans(context, shop, borrower, { headset, drone, laptop })
  await seedCatalogue(context, files, { ...shop, headset, drone })
  await seedUpkeep(context, { ...shop, headset, drone })
}

async function seedInventory(context: Context, ownerId: OrganisationId): Promise<Shop> {
  return sure(
    await openInventory(context, {
      inventory: {
        ownerId,
        name: 'Matériel mutualisé du Département',
        contact: 'Mission numérique du Département de la Baie, à Saint-Lô',
        timeZone: 'Europe/Paris',
        holidayCalendar: 'metropole',
        shownTo: 'public',
      },
      desk: { name: 'Guichet de Saint-Lô', location: '2 rue des Ateliers, Saint-Lô' },
      week: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, opens: '09:00', closes: '12:00', from: '2020-01-01' as Day, until: null },
        { weekday, opens: '14:00', closes: '17:00', from: '2020-01-01' as Day, until: null },
      ]),
      rules: { slotMinutes: 30, seatsPerSlot: 6, displacementNotice: 3 },
    }),
  )
}

async function seedKit(context: Context, shop: Shop): Promise<void> {
  const kit = await model(context, shop, ['Malle radio', 'Son', 180_000])
  const kitId = await unit(context, shop, kit, 'RADIO-1', { isKit: true })
  const mixer = await model(context, shop, ['Table de mixage', 'Son', 40_000])
  const recorder = await model(context, shop, ['Enregistreur', 'Son', 25_000])
  await unit(context, shop, mixer, 'RADIO-1-MIX', { kitId, isCritical: true, lentAlone: false })
  await unit(context, shop, recorder, 'RADIO-1-ENR', { kitId })
  sure(await addAccessory(context, shop.inventoryId, { kitId }, accessory('Câble XLR', 6)))
}

type Models = Record<'headset' | 'drone' | 'laptop', ModelId>

async function seedLoans(
  context: Context,
  shop: Shop,
  borrower: Borrower,
  { headset, drone, laptop }: Models,
): Promise<void> {
  const { today } = context
  await addProof(
    context.db,
    {
      ...{ networkId: context.network.id, organisationId: borrower.organisationId, kind: 'insurer' },
      ...{ insurer: 'Mutuelle du littoral', policyNumber: 'ML-2041', risks: ['theft', 'damage'] },
      ...{ from: addDays(today, -345), lastDay: addDays(today, 160) },
    },
    context.now,
    context.now,
  )
  const asked = { ...shop, ...borrower }
  await seedPastLoans(context, asked, { headset, drone, laptop })
  await loan(on(context, today), asked, headset, [addDays(today, 6), addDays(today, 10)])
  await approved(on(context, addDays(today, -1)), asked, drone, [addDays(today, 8), addDays(today, 11)])
  // The desk closes on the day this one comes back: it waits for another slot.
  const closed = [workingDayFrom(addDays(today, 11))] as const
  await closeDays(context, shop, { days: closed, reason: 'Inventaire annuel du guichet' })
  const kept = await out(context, asked, laptop, [addDays(today, -9), addDays(today, 5)])
  await out(context, asked, laptop, [addDays(today, -16), addDays(today, -6)])
  // The mornings since: what is late was told so.
  for (let ago = 6; ago > 0; ago -= 1) await remindBorrowers(context.db, at(addDays(today, -ago), '08:00'))
  // Its owner would like that one back a little early: the borrower has not answered yet.
  const early = { day: workingDayFrom(addDays(today, 2)), reason: 'Un atelier de rentrée se prépare.' }
  const { seq: seen } = sure(await askEarlyReturn(context, { lineId: kept.lineId, seen: kept.seen }, early))
  await seedIncidents(context, shop.inventoryId, { ...kept, seen })
}

type Asked = Shop & Borrower

async function loan(
  context: Context,
  { agreementId, organisationId, ...shop }: Asked,
  modelId: ModelId,
  [first, last]: readonly [Day, Day],
) {
  const { network } = context
  const partner: Context = {
    ...context,
    reach: { kind: 'these', network: network.id, organisations: [organisationId] },
  }
  const { lines } = sure(
    await requestLoan(partner, {
      ...{ ...shop, agreementId, organisationId, placeId: null, actionKind: 'workshop' as const },
      actions: 'Ateliers de découverte pendant la semaine du numérique.',
      ...{ audience: 'Familles et adolescents', expectedPeople: 40, usedAt: 'Relais numérique des Dunes' },
      ...{ isStoredSafely: true, isInseparable: false, asksDerogation: false },
      collector: { name: 'Gwenn Tessier', quality: 'médiatrice numérique', phone: '' },
      pickupAt: at(workingDayFrom(first), '10:00'),
      returnAt: at(workingDayFrom(last), '15:00'),
      wanted: [{ modelId, unitId: null, count: 1 }],
    }),
  )
  return lines.map(({ id, seq }) => ({ lineId: id, seen: seq }))[0] ?? never('a loan without a line')
}

async function approved(context: Context, asked: Asked, model: ModelId, days: readonly [Day, Day]) {
  const line = sure(await approveLine(context, await loan(context, asked, model, days)))
  return { lineId: line.id, seen: line.seq }
}

/** Asked a week before, fetched on the first day. */
async function out(context: Context, asked: Asked, model: ModelId, days: readonly [Day, Day]) {
  const target = await approved(on(context, addDays(days[0], -7)), asked, model, days)
  const atDesk = { ...on(context, days[0]), now: at(workingDayFrom(days[0]), '10:00') }
  const ready = sure(await prepareLine(atDesk, target))
  const withoutReport = 'État des lieux tenu sur papier, pour la démonstration.'
  const left = sure(await handOver(atDesk, { lineId: ready.id, seen: ready.seq }, { withoutReport }))
  return { lineId: left.id, seen: left.seq, unitId: left.unitId ?? never('a loan out without a unit') }
}

function on(context: Context, today: Day): Context {
  return { ...context, today, now: startOfDay(today) }
}

function at(day: Day, time: string): Instant {
  return instantAt(day, time) ?? startOfDay(day)
}

async function model(
  context: Context,
  { inventoryId }: Shop,
  [name, category, replacementCents]: readonly [string, string, number],
): Promise<ModelId> {
  const words = { maker: '', description: '', prerequisites: '', software: [] }
  const fields = { ...words, caseGrams: null, caseLitres: null, prepMinutes: 0, turnaroundMinutes: 120 }
  return sure(await addModelTo(context, inventoryId, { name, category, replacementCents, ...fields })).id
}

async function unit(
  context: Context,
  { inventoryId, deskId }: Shop,
  modelId: ModelId,
  assetNumber: string,
  more: { isKit?: true; kitId?: UnitId; isCritical?: true; lentAlone?: false } = {},
): Promise<UnitId> {
  const fields = { modelId, maker: '', assetNumber, serialNumber: null, homeDeskId: deskId }
  const kind = { isKit: false, kitId: null, isCritical: false, lentAlone: true, ...more }
  return sure(await addUnitTo(context, inventoryId, { ...fields, ...kind })).id
}

async function accessories(
  context: Context,
  { inventoryId }: Shop,
  modelId: ModelId,
  list: readonly (readonly [string, number])[],
): Promise<void> {
  for (const [label, expected] of list)
    sure(await addAccessory(context, inventoryId, { modelId }, accessory(label, expected)))
}

function accessory(label: string, expected: number) {
  return { label, expected, isCritical: false }
}

function never(what: string): never {
  throw new Error(what)
}

/** A seed that is refused is a defect of ours: say which. */
function sure<T>(outcome: T | null): Exclude<T, { refused: string }> {
  if (outcome === null || isRefusal(outcome))
    throw new Error(`a seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
