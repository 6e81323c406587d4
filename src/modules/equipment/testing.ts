import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Instant, instantAt } from '../../kernel/instant.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { keepFile } from '../../platform/files/kept-files.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import { findAgreement } from '../agreements/index.ts'
import { anAgreementInForce } from '../agreements/testing.ts'
import { addOrganisation } from '../identity/index.ts'
import { addProof } from './data/borrowing/insurance.store.ts'
import { addModel, addUnit, type NewUnit } from './data/catalogue/catalogue.store.ts'
import { addNotice, addPhoto, noticesOf, photosOf } from './data/catalogue/model-media.store.ts'
import { addDesk, addOpeningRules } from './data/desks.store.ts'
import { addImport } from './data/exchange/imports.store.ts'
import { addInventory, addPolicy } from './data/inventory.store.ts'
import { addPlan } from './data/upkeep/maintenance.store.ts'
import { addStockTaking } from './data/upkeep/stock-taking.store.ts'
import type { AgreementId, DeskId, InventoryId, ModelId, UnitId } from './domain/equipment.ts'
import type { PolicyRules } from './domain/rules.ts'
import { type LoanWish, saveLoanDraft } from './use-cases/borrowing/request-loan.ts'

/** A local instant of the tests' zone, `at('2027-03-30', '10:00')`. */
export function at(on: string, time: string): Instant {
  const found = instantAt(day(on), time)
  if (!found) throw new Error(`no such hour: ${on} ${time}`)
  return found
}

export interface Lent {
  inventoryId: InventoryId
  deskId: DeskId
  model: ModelId
  units: readonly [UnitId, ...UnitId[]]
}

/**
 * The setting of the acceptance scenarios: a desk open Monday to Friday 9–12 and 14–17, one model with a turnaround of 2 h,
 * units VR-1, VR-2… The policy's figures are those given.
 */
export async function anInventory(
  context: Context,
  {
    units = 2,
    policy = {} as PolicyRules,
    name = 'Matériel mutualisé',
    owner = null as OrganisationId | null,
  } = {},
): Promise<Lent> {
  const { db, network, now } = context
  const head = { name: `Tête ${name}`, kind: 'departement', siret: null, commune: 'Saint-Lô' } as const
  const ownerId = owner ?? (await addOrganisation(db, network.id, head, now))
  const inventoryId = await addInventory(
    db,
    network.id,
    {
      ownerId,
      name,
      contact: 'Maison du Département',
      timeZone: 'Europe/Paris',
      holidayCalendar: 'metropole',
      shownTo: 'members',
    },
    now,
  )
  const rules = { displacementNotice: 3, ...policy }
  const set = { rules, effectiveOn: day('2020-01-01'), reason: 'Ouverture du prêt' }
  await addPolicy(db, inventoryId, set, { at: now, by: null })
  const deskId = await addDesk(
    db,
    inventoryId,
    { name: 'Guichet', location: 'Saint-Lô', timeZone: 'Europe/Paris' },
    now,
  )
  await addOpeningRules(db, deskId, week())
  const model = await aModel(context, inventoryId, 'Casque VR')
  const made: UnitId[] = []
  for (let number = 1; number <= units; number += 1)
    made.push(await aUnit(context, { inventoryId, deskId, model }, `VR-${number}`))
  return { inventoryId, deskId, model, units: made as [UnitId, ...UnitId[]] }
}

export function aModel(
  { db, now }: Context,
  inventory: InventoryId,
  name: string,
  { turnaroundMinutes = 120 } = {},
): Promise<ModelId> {
  return addModel(
    db,
    inventory,
    {
      name,
      maker: '',
      category: 'Réalité virtuelle',
      description: '',
      prerequisites: '',
      ...{ software: [], caseGrams: null, caseLitres: null },
      replacementCents: null,
      prepMinutes: 0,
      turnaroundMinutes,
    },
    now,
  )
}

export function aUnit(
  { db, now }: Context,
  { inventoryId, deskId, model }: Pick<Lent, 'inventoryId' | 'deskId' | 'model'>,
  assetNumber: string,
  more: Partial<NewUnit> = {},
): Promise<UnitId> {
  return addUnit(
    db,
    inventoryId,
    {
      modelId: model,
      maker: '',
      assetNumber,
      serialNumber: null,
      homeDeskId: deskId,
      isKit: false,
      kitId: null,
      isCritical: false,
      lentAlone: true,
      ...more,
    },
    { at: now, by: null },
  )
}

/** A wish that lacks nothing but its dates. */
export function aWish(
  lent: Lent,
  borrower: Borrower,
  pickupAt: Instant,
  returnAt: Instant,
  change: Partial<LoanWish> = {},
): LoanWish {
  return {
    ...borrower,
    inventoryId: lent.inventoryId,
    deskId: lent.deskId,
    placeId: null,
    actionKind: 'workshop',
    actions: 'Trois ateliers de découverte à la médiathèque',
    audience: 'Familles',
    expectedPeople: 30,
    usedAt: 'Médiathèque',
    isStoredSafely: true,
    collector: { name: 'Camille Essai', quality: 'médiatrice', phone: '' },
    isInseparable: false,
    pickupAt,
    returnAt,
    wanted: [{ modelId: lent.model, unitId: null, count: 1 }],
    asksDerogation: false,
    ...change,
  }
}

/** A partner of an agreement in force since 12 June 2026, under article 4 of seed 002, insured for ten years. */
export async function aBorrower(
  context: Context,
  { partner = 'Val de Mer', insuredUntil = '2036-12-31' as string | null } = {},
): Promise<Borrower> {
  const agreementId = await anAgreementInForce(context, day('2026-06-12'), {
    templateId: 'territoires-apprenants',
    partner,
  })
  const agreement = done(await findAgreement(context.db, context.reach, agreementId))
  const organisationId = agreement.partner.id
  if (insuredUntil) {
    const proof = {
      networkId: context.network.id,
      organisationId,
      kind: 'insurer' as const,
      insurer: 'Mutuelle des communes',
      policyNumber: 'A-1',
      risks: ['theft', 'damage'] as const,
      from: day('2026-01-01'),
      lastDay: day(insuredUntil),
    }
    await addProof(context.db, proof, context.now, context.now)
  }
  return { agreementId, organisationId }
}

export interface Borrower {
  agreementId: AgreementId
  organisationId: OrganisationId
}

/** What an act gave, or an error that says why it was refused. */
export function done<T>(outcome: T): Exclude<NonNullable<T>, { refused: string }> {
  if (outcome === null || isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<NonNullable<T>, { refused: string }>
}

function week() {
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    (
      [
        ['09:00', '12:00'],
        ['14:00', '17:00'],
      ] as const
    ).map(([opens, closes]) => ({ weekday, opens, closes, from: '2020-01-01' as Day, until: null })),
  )
}

/** A draft of one organisation for a unit of its own: one thing of each kind, for those who try addresses. */
export async function aLoanOf(
  context: Context,
  organisationId: OrganisationId,
  agreementId: AgreementId,
  name: string,
) {
  const lent = await anInventory(context, { name, owner: organisationId, units: 1 })
  const wish = aWish(lent, { agreementId, organisationId }, context.now, context.now)
  const { lines, id } = done(await saveLoanDraft(context, wish))
  const [line] = lines
  if (!line) throw new Error('a draft without a line')
  const [unit] = lent.units
  const { inventoryId: inventory, deskId: loanDesk, model: loanModel } = lent
  const inOrder = await anUpkeep(context, lent)
  const stockImport = newId<'import-run'>()
  const sent = { id: stockImport, fileName: 'essai.csv', fileSha256: '', createdBy: null }
  await addImport(context.db, inventory, sent, context.now)
  return { inventory, loanDesk, loanModel, unit, loanRequest: id, loanLine: line.id, stockImport, ...inOrder }
}

/** A plan of its model every 90 days, and a stock-taking that has begun. */
async function anUpkeep({ db, now, today }: Context, { inventoryId, model }: Lent) {
  const rhythm = { everyDays: 90, everyLoans: null, from: today, minutes: 60, blocks: false }
  const plan = { modelId: model, unitId: null, title: 'Vérifier', checklist: [], ...rhythm }
  const recorded = { at: now, by: null }
  return {
    upkeepPlan: await addPlan(db, inventoryId, plan, now),
    stockTaking: await addStockTaking(db, { inventoryId, deskId: null }, recorded),
  }
}

/** Its inventory opened to everybody's eyes, with a photo and a notice of its model. */
export async function asShown(
  context: Context,
  files: FileStore,
  { inventory, loanModel }: { inventory: InventoryId; loanModel: ModelId },
) {
  const { db } = context
  await db
    .updateTable('equipment.inventory')
    .set({ shown_to: 'public' })
    .where('id', '=', inventory)
    .execute()
  const content = new Uint8Array([0xff, 0xd8, 0xff])
  const sha256 = await files.put(content)
  const fileId = await keepFile(db, context, { name: 'casque.jpg', mediaType: 'image/jpeg', content }, sha256)
  await addPhoto(db, loanModel, { fileId, alt: 'Le casque, de face', width: 1600, height: 1200 })
  await addNotice(db, loanModel, { title: 'Prise en main', fileId })
  const [photo] = (await photosOf(db, [loanModel])).get(loanModel) ?? []
  const [notice] = await noticesOf(db, loanModel)
  if (!photo || !notice) throw new Error('a model without its photo or its notice')
  return { modelPhoto: photo.id, modelNotice: notice.id }
}
