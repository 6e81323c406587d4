import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { findImport } from './data/exchange/imports.store.ts'
import { findInventory } from './data/inventory.store.ts'
import type { InventoryId } from './domain/equipment.ts'
import type { ImportDecision, ImportRun } from './domain/exchange/import.ts'
import { applyImport } from './use-cases/exchange/apply-import.ts'
import { checkImport } from './use-cases/exchange/check-import.ts'
import { confirmImport } from './use-cases/exchange/decide-import.ts'
import { receiveImport } from './use-cases/exchange/receive-import.ts'
import type { Workplace } from './use-cases/workplace.ts'

/** An inventory as its manager works there. */
export async function asManager(context: Context, id: InventoryId): Promise<Workplace> {
  const inventory = await findInventory(context.db, context.reach, id)
  if (!inventory) throw new Error('no such inventory')
  return { inventory, role: 'manager', context }
}

/** A file received and checked, as its report shows it. */
export async function checkedImport(
  place: Workplace,
  files: FileStore,
  content: string | Uint8Array,
  fileName = 'essai.csv',
): Promise<ImportRun> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const id = await receiveImport(place, files, { fileName, content: bytes })
  if (isRefusal(id)) throw new Error(`refused: ${JSON.stringify(id)}`)
  const { context, inventory } = place
  const run = await findImport(context.db, inventory.id, id)
  if (!run) throw new Error('the import just received cannot be read')
  await checkImport(place, run, bytes)
  return (await findImport(context.db, inventory.id, id)) ?? run
}

/** The same, decided and written; a report that leaves nothing to write is given back as it is. */
export async function importedFile(
  place: Workplace,
  files: FileStore,
  content: string | Uint8Array,
  decision: ImportDecision = 'all',
): Promise<ImportRun> {
  const run = await checkedImport(place, files, content)
  const confirmed = await confirmImport(place, run.id, decision)
  if (isRefusal(confirmed)) return run
  await applyImport(place, run, await files.get(run.fileSha256))
  return (await findImport(place.context.db, place.inventory.id, run.id)) ?? run
}
