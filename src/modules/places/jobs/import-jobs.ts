import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { FILE_LIMIT } from '../../../platform/fetch-file.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../platform/jobs/progress.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import { listPeople, networkAddress, networkById } from '../../identity/index.ts'
import { findImport, networkOfImport } from '../data/imports/import.store.ts'
import { type Import, type ImportId, stepOf } from '../domain/imports/import.ts'
import { applyImport } from '../use-cases/imports/apply-import.ts'
import { checkImport } from '../use-cases/imports/check-import.ts'
import { progressOf } from '../use-cases/imports/import-progress.ts'
import { importQueues } from '../use-cases/imports/import-queues.ts'
import { judgeHarvest } from '../use-cases/imports/judge-harvest.ts'
import { harvestWaitsMail } from '../web/imports/import-mail-wording.ts'
import { paths } from '../web/paths.ts'
import { harvestJobs } from './harvest-jobs.ts'

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
    const applied = await applyImport(found.context, id)
    if (!isRefusal(applied) || applied.refused === 'import-stopped') return
    if (applied.refused === 'import-running') await waitForSource(found)
    // The rows prepared by the check did not outlive a crash of the server: the file is still there.
    if (applied.refused !== 'rows-lost') throw new Error(`import ${id} cannot be applied: ${applied.refused}`)
    await check(services, found)
    const again = await applyImport(found.context, id)
    if (isRefusal(again)) throw new Error(`import ${id} cannot be applied: ${again.refused}`)
  },
}

export const importJobs = [checkJob, applyJob, ...harvestJobs] as const

interface Work {
  context: Context
  run: Import
}

async function findWork(services: Pick<Services, 'db' | 'clock'>, id: ImportId): Promise<Work | null> {
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
