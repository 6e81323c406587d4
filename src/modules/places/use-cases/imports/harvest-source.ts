import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FetchFile, FetchFileRefusal } from '../../../../platform/fetch-file.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { startProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addImport, openImportsOf } from '../../data/imports/import.store.ts'
import { noteHarvest, type Source } from '../../data/imports/sources.store.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { nextHarvest } from '../../domain/imports/source.ts'
import { progressOf } from './import-progress.ts'
import { importQueues } from './import-queues.ts'

export type HarvestRefusal = FetchFileRefusal | 'no-address' | 'import-open'

/** Fetches the file of a source as it is today and has it read; null: it has not changed since the last time. DIR-40. */
export async function harvestSource(
  context: Context,
  { files, fetch }: { files: FileStore; fetch: FetchFile },
  source: Source,
  { isScheduled }: { isScheduled: boolean },
): Promise<ImportId | null | Refusal<HarvestRefusal>> {
  const { url } = source
  if (url === null) return refuse('no-address')
  const [open] = await openImportsOf(context.db, context.reach, source.name)
  if (open) return refuse('import-open', { id: open.id, source: source.name })
  const folder = await mkdtemp(join(tmpdir(), 'maillage-recolte-'))
  try {
    const path = join(folder, 'fichier')
    const fetched = await fetch(url, path, source)
    if (isRefusal(fetched)) return fetched
    const seen = fetched.isNew ? fetched : source
    const fileSha256 = fetched.isNew ? await files.putFile(path) : null
    return await inTransaction(context.db, async (tx) => {
      const { etag, lastModified } = seen
      const nextOn = nextHarvest(source.schedule, context.today)
      await noteHarvest(tx, source.id, { etag, lastModified, nextOn }, context.now)
      if (!fetched.isNew || fileSha256 === null) return null
      const id: ImportId = newId()
      const createdBy = personOf(context.actor)?.personId ?? null
      const run = { id, source: source.name, fileName: fetched.name, fileSha256, createdBy, isScheduled }
      await addImport(tx, context.network.id, run, context.now)
      await startProgress(tx, progressOf(id), context.network.id, context.now)
      await enqueue(tx, importQueues.check, { import: id })
      await writeJournal(tx, context, 'import.harvested', id, { source: source.name, sha256: fileSha256 })
      return id
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Why a file could not be fetched, and what to do. */
export const harvestReasons: Readonly<Record<HarvestRefusal, string>> = {
  'no-address': 'Cette source n’a pas d’adresse : donnez celle de son fichier.',
  'import-open': 'Un import de cette source attend encore : publiez-le ou abandonnez-le d’abord.',
  'address-not-web': 'L’adresse du fichier doit commencer par https:// ou http://, sans nom d’utilisateur.',
  'address-not-public': 'Cette adresse n’est pas sur l’Internet public : elle n’est pas lue.',
  'file-too-large':
    'Le fichier dépasse 200 Mo : demandez-le en plusieurs parties, ou importez-le en ligne de commande.',
  'too-slow': 'Le serveur de cette source n’a pas envoyé son fichier en cinq minutes : essayez plus tard.',
  'no-answer': 'Le serveur de cette source ne répond pas : vérifiez l’adresse, ou essayez plus tard.',
  'refused-by-server':
    'Le serveur de cette source refuse d’envoyer le fichier : son adresse a peut-être changé.',
}
