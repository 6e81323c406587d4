import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { markAnonymous, saveModel, type UnitSheet } from '../../data/catalogue/catalogue.queries.ts'
import {
  addChecklistItem,
  addLifecycle,
  addSubstitute,
  addUnit,
  type Lifecycle,
  type NewModel,
} from '../../data/catalogue/catalogue.store.ts'
import {
  countAccessory,
  type ListOf,
  raiseAccessory,
  removeAccessory,
  saveUnit,
  type UnitFacts,
} from '../../data/catalogue/unit-sheets.store.ts'
import { policyOn } from '../../data/inventory.store.ts'
import { lockUnits } from '../../data/occupancy.store.ts'
import type { DeskId, ModelId, UnitId } from '../../domain/equipment.ts'
import { rulesFrom } from '../../domain/rules.ts'
import { reviewing } from '../../jobs/risk-queue.ts'
import { recordedBy } from '../act-on-line.ts'
import type { Workplace } from '../workplace.ts'

export type KeepingRefusal =
  | 'name_taken'
  | 'asset_number_taken'
  | 'serial_number_taken'
  | 'turnaround_too_short'
  | 'changed_meanwhile'
  | 'own_substitute'
  | 'kit_is_a_part'

const BY_CONSTRAINT: Readonly<Record<string, KeepingRefusal>> = {
  one_model_per_name: 'name_taken',
  one_unit_per_asset_number: 'asset_number_taken',
  one_unit_per_serial_number: 'serial_number_taken',
  lifecycle_changed_meanwhile: 'changed_meanwhile',
  one_lifecycle_event_per_seq: 'changed_meanwhile',
  model_is_not_its_own_substitute: 'own_substitute',
  kit_is_not_a_part: 'kit_is_a_part',
  part_of_a_kit: 'kit_is_a_part',
}

/** EQP-103. A turnaround shorter than a slot would let a unit leave while it is being given back. EQP-403. */
export async function changeModel(
  workplace: Workplace,
  id: ModelId,
  model: NewModel,
): Promise<null | Refusal<KeepingRefusal>> {
  const short = await shortTurnaround(workplace, model.turnaroundMinutes)
  return short ?? keep(workplace, 'model.changed', { model: id }, (tx) => saveModel(tx, id, model))
}

/** A refusal when it is shorter than the slots of the inventory, in minutes; null when it is long enough. */
export async function shortTurnaround(
  { context, inventory }: Workplace,
  minutes: number,
): Promise<Refusal<'turnaround_too_short'> | null> {
  const rules = rulesFrom({}, await policyOn(context.db, inventory.id, context.today))
  const slot = rules.slotMinutes.value
  return minutes < slot ? refuse('turnaround_too_short', { minutes: String(slot) }) : null
}

/** One more thing on the list of a model or a kit; reports already made keep the list they had. EQP-106. */
export function addAccessoryTo(
  workplace: Workplace,
  of: { modelId: ModelId } | { kitId: UnitId },
  item: { label: string; expected: number; isCritical: boolean },
): Promise<null | Refusal<KeepingRefusal>> {
  return keep(workplace, 'model.accessory-added', of, (tx) => addChecklistItem(tx, of, item))
}

/** Its numbers, where it comes from, the kit it goes with. EQP-104, EQP-105. */
export function changeUnitFile(
  workplace: Workplace,
  id: UnitId,
  facts: UnitFacts,
): Promise<null | Refusal<KeepingRefusal>> {
  return keep(workplace, 'unit.changed', { unit: id }, async (tx) => {
    await lockUnits(tx, [id, ...(facts.kitId ? [facts.kitId] : [])])
    await saveUnit(tx, id, facts)
  })
}

/** One thing of a list counted anew, put higher or taken away; reports already made keep the list they had. EQP-106. */
export function changeAccessory(
  workplace: Workplace,
  of: ListOf,
  change: { id: string } & ({ expected: number } | { to: 'higher' | 'away' }),
): Promise<null | Refusal<KeepingRefusal>> {
  return keep(workplace, 'model.accessory-changed', { ...of }, (tx) => {
    if ('expected' in change) return countAccessory(tx, of, change.id, change.expected)
    return change.to === 'higher' ? raiseAccessory(tx, of, change.id) : removeAccessory(tx, of, change.id)
  })
}

/** Directed: `substitute` may be lent instead of `model`. EQP-103. */
export function nameSubstitute(
  workplace: Workplace,
  model: ModelId,
  substitute: ModelId,
): Promise<null | Refusal<KeepingRefusal>> {
  return keep(workplace, 'model.substitute-named', { model, substitute }, (tx) =>
    addSubstitute(tx, model, substitute),
  )
}

export interface NewUnits {
  model: { id: ModelId; maker: string }
  /** The number of the first, or of the only one. */
  assetNumber: string
  serialNumber: string | null
  homeDeskId: DeskId
  count: number
  isKit: boolean
  /** The kit it is a part of. */
  kitId: UnitId | null
  isCritical: boolean
  lentAlone: boolean
}

/** One unit by its name, or several alike: TAB-1 to TAB-12, lent by number. EQP-104, EQP-105, EQP-107. */
export function addUnits(workplace: Workplace, units: NewUnits): Promise<null | Refusal<KeepingRefusal>> {
  const { context, inventory } = workplace
  const { model, count, assetNumber, ...fields } = units
  return keep(workplace, 'unit.added', { model: model.id, count }, async (tx) => {
    for (let number = 1; number <= count; number += 1) {
      const own = count === 1 ? assetNumber : `${assetNumber}-${number}`
      const id = await addUnit(
        tx,
        inventory.id,
        { ...fields, modelId: model.id, maker: model.maker, assetNumber: own },
        recordedBy(context),
      )
      if (count > 1) await markAnonymous(tx, id)
    }
  })
}

/** In service or not, since when and why; `unit` is what the page showed. EQP-104, EQP-904. */
export function changeLifecycle(
  workplace: Workplace,
  unit: UnitSheet,
  change: { lifecycle: Lifecycle; reason: string; seen: number },
): Promise<null | Refusal<KeepingRefusal>> {
  const { lifecycle, reason, seen } = change
  return keep(workplace, 'unit.lifecycle-changed', { unit: unit.id, lifecycle }, async (tx) => {
    await lockUnits(tx, [unit.id])
    await addLifecycle(tx, unit.id, { lifecycle, reason, seq: seen + 1 }, recordedBy(workplace.context))
    const { id: inventory } = workplace.inventory
    await enqueue(tx, reviewing, { inventory }, { once: inventory })
  })
}

async function keep(
  { context, inventory }: Workplace,
  action: `${string}.${string}`,
  details: Record<string, unknown>,
  work: (tx: Database) => Promise<void>,
): Promise<null | Refusal<KeepingRefusal>> {
  try {
    return await inTransaction<null>(context.db, async (tx) => {
      await work(tx)
      await writeJournal(tx, context, action, inventory.id, details)
      return null
    })
  } catch (error) {
    const code = BY_CONSTRAINT[refusedBy(error) ?? '']
    if (!code) throw error
    return refuse(code)
  }
}
