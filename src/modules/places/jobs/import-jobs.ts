import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../platform/jobs/progress.ts'
import type { Services } from '../../../platform/services.ts'
import { sourceOfBytes } from '../../../platform/tables/file-source.ts'
import { networkById } from '../../identity/index.ts'
import { findImport, networkOfImport } from '../data/import.store.ts'
import { type Import, type ImportId, stepOf } from '../domain/import.ts'
import { applyImport } from '../use-cases/apply-import.ts'
import { checkImport } from '../use-cases/check-import.ts'
import { progressOf } from '../use-cases/import-progress.ts'
import { importQueues } from '../use-cases/import-queues.ts'
import { UPLOAD_LIMIT } from '../use-cases/receive-import.ts'

interface ImportData {
  import: ImportId
}

/** Another import of the same source is at work: the queue tries again a little later. */
class SourceBusy extends Error {}

const checkJob: Job<ImportData> = {
  ...importQueues.check,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (found && stepOf(found.run) === 'checking') await check(services, found)
  },
}

const applyJob: Job<ImportData> = {
  ...importQueues.apply,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (!found || stepOf(found.run) !== 'applying') return
    const applied = await applyImport(found.context, id)
    if (!isRefusal(applied)) return
    if (applied.refused === 'import-running') await waitForSource(found)
    // The rows prepared by the check did not outlive a crash of the server: the file is still there.
    if (applied.refused !== 'rows-lost') throw new Error(`import ${id} cannot be applied: ${applied.refused}`)
    await check(services, found)
    const again = await applyImport(found.context, id)
    if (isRefusal(again)) throw new Error(`import ${id} cannot be applied: ${again.refused}`)
  },
}

export const importJobs = [checkJob, applyJob] as const

interface Work {
  context: Context
  run: Import
}

async function findWork(services: Services, id: ImportId): Promise<Work | null> {
  const networkId = await networkOfImport(services.db, id)
  const network = networkId && (await networkById(services.db, networkId))
  if (!network) return null
  const context: Context = {
    db: services.db,
    today: services.clock.today(),
    now: services.clock.now(),
    actor: { kind: 'system' },
    network,
    reach: { kind: 'all', network: network.id },
    requestId: null,
    origin: null,
    journalled: new Set(),
  }
  const run = await findImport(services.db, context.reach, id)
  return run && { context, run }
}

async function check({ files }: Services, { context, run }: Work): Promise<void> {
  if (run.fileSha256 === null) throw new Error(`import ${run.id} has no file to read`)
  const source = sourceOfBytes(await files.get(run.fileSha256))
  const outcome = await checkImport(context, run, { source, limit: UPLOAD_LIMIT, whenUnknown: 'ask' })
  if (isRefusal(outcome) && outcome.refused === 'import-running') await waitForSource({ context, run })
}

async function waitForSource({ context, run }: Work): Promise<never> {
  const step = 'Un autre import de cette source est en cours : celui-ci commencera ensuite'
  await reportProgress(context.db, progressOf(run.id), { step })
  throw new SourceBusy(`another import of ${run.source} is running`)
}
