import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addChecklistItem,
  addModel,
  addUnit,
  type NewModel,
  type NewUnit,
} from '../../data/catalogue/catalogue.store.ts'
import { findInventory } from '../../data/inventory.store.ts'
import type { InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'
import { recordedBy } from '../act-on-line.ts'

export type CatalogueRefusal =
  | 'no_such_thing'
  | 'name_taken'
  | 'asset_number_taken'
  | 'serial_number_taken'
  | 'kit_is_a_part'

/** The refusals of the database, said as ours. */
const BY_CONSTRAINT: Readonly<Record<string, CatalogueRefusal>> = {
  one_model_per_name: 'name_taken',
  one_unit_per_asset_number: 'asset_number_taken',
  one_unit_per_serial_number: 'serial_number_taken',
  kit_is_not_a_part: 'kit_is_a_part',
  part_of_a_kit: 'kit_is_a_part',
  unit_model_in_its_inventory: 'no_such_thing',
  unit_desk_in_its_inventory: 'no_such_thing',
  part_in_the_inventory_of_its_kit: 'no_such_thing',
}

/** EQP-103. */
export function addModelTo(
  context: Context,
  inventory: InventoryId,
  model: NewModel,
): Promise<{ id: ModelId } | Refusal<CatalogueRefusal>> {
  return inCatalogue(context, inventory, 'model.added', (tx) => addModel(tx, inventory, model, context.now))
}

/** A unit, a kit or a part of one, in service, with the label to stick on it. EQP-104, EQP-105. */
export function addUnitTo(
  context: Context,
  inventory: InventoryId,
  unit: NewUnit,
): Promise<{ id: UnitId } | Refusal<CatalogueRefusal>> {
  return inCatalogue(context, inventory, 'unit.added', (tx) =>
    addUnit(tx, inventory, unit, recordedBy(context)),
  )
}

/** What goes along with a model or a kit, at the end of its list. EQP-106. */
export function addAccessory(
  context: Context,
  inventory: InventoryId,
  of: { modelId: ModelId } | { kitId: UnitId },
  item: { label: string; expected: number; isCritical: boolean },
): Promise<{ id: string } | Refusal<CatalogueRefusal>> {
  return inCatalogue(context, inventory, 'model.accessory-added', async (tx) => {
    await addChecklistItem(tx, of, item)
    return 'modelId' in of ? of.modelId : of.kitId
  })
}

async function inCatalogue<Thing extends string>(
  context: Context,
  inventory: InventoryId,
  action: 'model.added' | 'unit.added' | 'model.accessory-added',
  add: (tx: Database) => Promise<Thing>,
): Promise<{ id: Thing } | Refusal<CatalogueRefusal>> {
  try {
    return await inTransaction<{ id: Thing } | Refusal<CatalogueRefusal>>(context.db, async (tx) => {
      const found = context.reach.kind === 'all' && (await findInventory(tx, context.reach, inventory))
      if (!found) return refuse('no_such_thing')
      const id = await add(tx)
      await writeJournal(tx, context, action, inventory, { id })
      return { id }
    })
  } catch (error) {
    const code = BY_CONSTRAINT[refusedBy(error) ?? '']
    if (!code) throw error
    return refuse(code)
  }
}
