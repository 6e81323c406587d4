import { isRefusal } from '../../../kernel/refusal.ts'
import { type Context, systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { FILE_LIMIT } from '../../../platform/fetch-file.ts'
import { enqueue, type Job } from '../../../platform/jobs/jobs.ts'
import { findProgress, reportProgress } from '../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import { listPeople, networkAddress, networkById } from '../../identity/index.ts'
import { findImport, networkOfImport } from '../data/imports/import.store.ts'
import { type Import, type ImportId, stepOf } from '../domain/imports/import.ts'
import { comparisonQueue } from '../use-cases/duplicates/comparison-queue.ts'
import { applyImport } from '../use-cases/imports/apply-import.ts'
import { checkImport } from '../use-cases/imports/check-import.ts'
import { progressOf } from '../use-cases/imports/import-progress.ts'
import { importQueues } from '../use-cases/imports/import-queues.ts'
import { judgeHarvest } from '../use-cases/imports/judge-harvest.ts'
import { harvestWaitsMail } from '../web/imports/import-mail-wording.ts'
import { paths } from '../web/paths.ts'
import { harvestJobs } from './harvest-jobs.ts'
import { tellOfFile } from './tell-of-file.ts'
import { workOutHoursAhead } from './work-out-hours.ts'

interface ImportData {
  import: ImportId
}

/** Another import of the same source is at work: the queue tries again a little later. */
class SourceBusy extends Error {}

const checkJob: Job<ImportData> = {
  ...importQueues.check,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (!found || stepOf(found.run) !== 'checking') return
    await sayIfInterrupted(found)
    await check(services, found)
    const read = found.run.isScheduled ? await findWork(services, id) : null
    if (read && (await judgeHarvest(read.context, read.run))) await tellOfficers(services, id)
  },
}

const applyJob: Job<ImportData> = {
  ...importQueues.apply,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (!found || stepOf(found.run) !== 'applying') return
    await sayIfInterrupted(found)
    const applied = await applyImport(found.context, id)
    if (!isRefusal(applied)) return followUp(found)
    if (applied.refused === 'import-stopped') return
    if (applied.refused === 'import-running') await waitForSource(found)
    // The rows prepared by the check did not outlive a crash of the server: the file is still there.
    if (applied.refused !== 'rows-lost') throw new Error(`import ${id} cannot be applied: ${applied.refused}`)
    await check(services, found)
    const again = await applyImport(found.context, id)
    if (isRefusal(again)) throw new Error(`import ${id} cannot be applied: ${again.refused}`)
    await followUp(found)
  },
}

/** Work already under way, and nobody at it: its process fell. It starts again from where nothing was written. DIR-40. */
async function sayIfInterrupted({ context, run }: Work): Promise<void> {
  const progress = await findProgress(context.db, progressOf(run.id))
  if (!progress || progress.done === 0) return
  const step = 'Le travail a été interrompu sans rien changer : il reprend du début'
  await inTransaction(context.db, async (tx) => {
    await reportProgress(tx, progressOf(run.id), { done: 0, step })
    await writeJournal(tx, context, 'import.resumed', run.id, { source: run.source })
  })
}

/** What places just published call for, without waiting for the night: their hours, their duplicates, their organisation. */
async function followUp({ context, run }: Work): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await enqueue(tx, workOutHoursAhead, {}, { once: 'all' })
    await enqueue(tx, comparisonQueue, {}, { once: 'changed' })
    if (run.organisation) await enqueue(tx, importQueues.tell, { import: run.id })
  })
}

/** Tells of the file of an organisation: the head of the network that it is to be read, the organisation what became of it. */
const tellJob: Job<ImportData> = {
  ...importQueues.tell,
  async work(services, { import: id }) {
    const found = await findWork(services, id)
    if (found) await tellOfFile(services, found.context, found.run)
  },
}

export const importJobs = [checkJob, applyJob, tellJob, ...harvestJobs] as const

interface Work {
  context: Context
  run: Import
}

async function findWork(services: Pick<Services, 'db' | 'clock'>, id: ImportId): Promise<Work | null> {
  const networkId = await networkOfImport(services.db, id)
  const network = networkId && (await networkById(services.db, networkId))
  if (!network) return null
  const context = systemContext(services, network)
  const run = await findImport(services.db, context.reach, id)
  return run && { context, run }
}

async function check({ files }: Services, { context, run }: Work): Promise<void> {
  const { fileSha256 } = run
  if (fileSha256 === null) throw new Error(`import ${run.id} has no file to read`)
  const source = { open: () => files.read(fileSha256) }
  const outcome = await checkImport(context, run, { source, limit: FILE_LIMIT, whenUnknown: 'ask' })
  if (isRefusal(outcome) && outcome.refused === 'import-running') await waitForSource({ context, run })
}

/** A harvest that waits is told: nobody is in front of it. Once. */
async function tellOfficers({ db, clock, config }: Services, id: ImportId): Promise<void> {
  const found = await findWork({ db, clock }, id)
  if (!found?.run.waitsBecause) return
  const { context, run } = found
  const people = await listPeople(db, context.network.id, { roles: ['officer'] }, context.today)
  const mail = harvestWaitsMail({
    ...{ source: run.source, network: context.network.name, because: run.waitsBecause ?? '' },
    address: paths.import(networkAddress(config.baseUrl, context.network), id),
  })
  await inTransaction(db, async (tx) => {
    for (const to of new Set(people.map(({ email }) => email.toLowerCase())))
      await writeMail(tx, context.now, { ...mail, to, onceKey: `harvest-waits:${id}:${to}` })
  })
}

async function waitForSource({ context, run }: Work): Promise<never> {
  const step = 'Un autre import de cette source est en cours : celui-ci commencera ensuite'
  await reportProgress(context.db, progressOf(run.id), { step })
  throw new SourceBusy(`another import of ${run.source} is running`)
}
