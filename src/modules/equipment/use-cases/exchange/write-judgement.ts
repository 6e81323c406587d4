import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { insertClosedLoans } from '../../data/exchange/write-loans.store.ts'
import {
  insertModels,
  insertUnits,
  replaceAccessories,
  updateModels,
  updateUnits,
} from '../../data/exchange/write-stock.store.ts'
import type { Inventory } from '../../data/inventory.store.ts'
import type { Accessory } from '../../domain/exchange/column.ts'
import type { ImportRun } from '../../domain/exchange/import.ts'
import type { Judgement } from '../../domain/exchange/judge.ts'

const SLICE = 1000
const LOANS = 500

interface Writing {
  inventory: Inventory
  run: ImportRun
  at: Instant
}

/** Models, then kits, then units, then loans: each names those before. `onProgress`: how many are written. */
export async function writeJudgement(
  tx: Database,
  { inventory, run, at }: Writing,
  { models, units, loans }: Judgement,
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  const recorded = { at, by: run.createdBy }
  let done = 0
  const each = async <One>(
    list: readonly One[],
    size: number,
    work: (slice: readonly One[]) => Promise<void>,
  ) => {
    for (let from = 0; from < list.length; from += size) {
      const slice = list.slice(from, from + size)
      await work(slice)
      done += slice.length
      await onProgress(done)
    }
  }
  await each(models.creates, SLICE, (slice) => insertModels(tx, inventory.id, slice, at))
  await each(models.updates, SLICE, async (slice) => {
    await updateModels(tx, slice)
    await changeAccessories(tx, 'model_id', slice)
  })
  const kits = units.creates.filter(({ isKit }) => isKit)
  const others = units.creates.filter(({ isKit }) => !isKit)
  for (const list of [kits, others])
    await each(list, SLICE, (slice) =>
      insertUnits(tx, inventory.id, slice, recorded, `Repris du fichier ${run.fileName}`),
    )
  await each(units.updates, SLICE, async (slice) => {
    await updateUnits(tx, inventory.id, slice)
    await changeAccessories(tx, 'kit_id', slice)
  })
  const source = {
    ...{ networkId: inventory.networkId, inventoryId: inventory.id },
    ...{ importId: run.id, fileName: run.fileName, ...recorded },
  }
  await each(loans.creates, LOANS, (slice) => insertClosedLoans(tx, source, slice))
}

interface WithAccessories {
  id: string
  values: { accessories: readonly Accessory[] }
  before: { accessories: readonly Accessory[] }
}

async function changeAccessories(
  tx: Database,
  of: 'model_id' | 'kit_id',
  updates: readonly WithAccessories[],
): Promise<void> {
  const changed = updates.filter(({ values, before }) => values.accessories !== before.accessories)
  if (changed.length === 0) return
  await replaceAccessories(
    tx,
    of,
    changed.map(({ id, values }) => ({ id, accessories: values.accessories })),
  )
}
