import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { startProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { addImport, openImportsOf } from '../../data/imports/import.store.ts'
import { sourceOfOrganisation } from '../../data/imports/own-rows.ts'
import { savedMapping } from '../../data/imports/source-mappings.store.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { type FileRefusal, mayBeReadOtherwise } from '../../domain/imports/refused-file.ts'
import { cut } from '../../domain/text.ts'
import { progressOf } from './import-progress.ts'
import { importQueues } from './import-queues.ts'
import { recognisePlaces } from './read-file.ts'

/** A megabyte more than this is refused before it is read: see the shell's limit of bodies. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024

export interface ReceivedFile {
  fileName: string
  /** Who made it; empty: the file's own name. */
  source: string
  content: Uint8Array
}

/**
 * Takes a file, refuses at once what no reading makes a table of places, and has it read by a job. That of an organisation is its own
 * source, whatever it says, and speaks of its places alone (DIR-73).
 */
export async function receiveImport(
  context: Context,
  files: FileStore,
  { fileName, source, content }: ReceivedFile,
): Promise<ImportId | FileRefusal | Refusal<'import-open'>> {
  const { actor, db, network, now, reach } = context
  const organisation = organisationBehind(context)
  const name = organisation
    ? await sourceOfOrganisation(db, network.id, organisation)
    : sourceName(source, fileName)
  const said = await savedMapping(db, network.id, name)
  const table = await recognisePlaces(sourceOfBytes(content), UPLOAD_LIMIT, said?.mapping.reading)
  if (isRefusal(table) && !mayBeReadOtherwise(table, said !== null)) return table
  const fileSha256 = await files.put(content)
  const id: ImportId = newId()
  return inTransaction<ImportId | Refusal<'import-open'>>(db, async (tx) => {
    const [open] = await openImportsOf(tx, reach, name)
    if (open) return refuse('import-open', { id: open.id, source: name })
    const createdBy = actor.kind === 'member' ? actor.personId : null
    await addImport(
      tx,
      network.id,
      {
        ...{ id, source: name, fileName: cut(fileName, 200), fileSha256, createdBy },
        organisation: organisation?.id ?? null,
      },
      now,
    )
    await startProgress(tx, progressOf(id), network.id, now)
    await enqueue(tx, importQueues.check, { import: id })
    await writeJournal(tx, context, 'import.received', id, { source: name, fileName, sha256: fileSha256 })
    return id
  })
}

/** For whom a file is sent by somebody who reaches no further than their organisation. */
function organisationBehind({ actor, reach }: Context) {
  if (reach.kind === 'all') return null
  if (actor.kind !== 'member') throw new Error('a file of places is sent by somebody')
  return { id: actor.organisationId, name: actor.organisationName }
}

/** The source one names, else the file's name without its ending. */
export function sourceName(given: string, fileName: string): string {
  const name = given.trim() || fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return cut(name, 100) || 'fichier'
}
