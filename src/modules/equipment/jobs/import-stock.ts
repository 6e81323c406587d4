import { type Context, systemContext } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { networkById } from '../../identity/index.ts'
import { findImport, placeOfImport } from '../data/exchange/imports.store.ts'
import { findInventory, type Inventory } from '../data/inventory.store.ts'
import { type ImportId, type ImportRun, stepOf } from '../domain/exchange/import.ts'
import { applyImport } from '../use-cases/exchange/apply-import.ts'
import { checkImport } from '../use-cases/exchange/check-import.ts'
import { importQueues } from '../use-cases/exchange/import-queues.ts'

interface ImportData {
  import: ImportId
}

/** A second run finds the import checked, and leaves it. */
export const checkStockImport: Job<ImportData> = {
  ...importQueues.check,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (found && stepOf(found.run) === 'checking')
      await checkImport(found, found.run, await services.files.get(found.run.fileSha256))
  },
}

/** A second run finds the import written, and leaves it. */
export const applyStockImport: Job<ImportData> = {
  ...importQueues.apply,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (found && stepOf(found.run) === 'applying')
      await applyImport(found, found.run, await services.files.get(found.run.fileSha256))
  },
}

interface Work {
  context: Context
  inventory: Inventory
  run: ImportRun
}

async function findWork({ db, clock }: Services, id: ImportId): Promise<Work | null> {
  const place = await placeOfImport(db, id)
  const network = place && (await networkById(db, place.network))
  if (!place || !network) return null
  const context = systemContext({ db, clock }, network)
  const inventory = await findInventory(db, context.reach, place.inventory)
  const run = inventory && (await findImport(db, inventory.id, id))
  return inventory && run && { context, inventory, run }
}
