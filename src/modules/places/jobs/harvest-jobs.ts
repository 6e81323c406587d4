import { isRefusal } from '../../../kernel/refusal.ts'
import { type Context, systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { type FetchFile, fetchFile } from '../../../platform/fetch-file.ts'
import { enqueue, type Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import { listPeople, networkAddress, networkById } from '../../identity/index.ts'
import {
  noteFailure,
  type Source,
  type SourceId,
  sourceOfJob,
  sourcesToHarvest,
} from '../data/imports/sources.store.ts'
import { nextHarvest } from '../domain/imports/source.ts'
import { type HarvestRefusal, harvestReasons, harvestSource } from '../use-cases/imports/harvest-source.ts'
import { importQueues } from '../use-cases/imports/import-queues.ts'
import { harvestFailedMail } from '../web/imports/import-mail-wording.ts'
import { sourcePaths } from '../web/imports/sources.paths.ts'

/** So many times a file is asked for before somebody is told. DIR-40. */
const TRIES = 3
const BETWEEN_TRIES_SECONDS = 15 * 60

/** Every night, the files of the sources whose day has come. */
const harvestDue: Job = {
  name: 'places/harvest-due',
  schedule: '23 3 * * *',
  async work({ db, clock }) {
    for (const source of await sourcesToHarvest(db, clock.today()))
      await enqueue(db, importQueues.harvest, { source }, { once: source })
  },
}

/**
 * Fetches the file of one source; a failure is tried again a little later, then told. Twice: the file is known already.
 * `isAsked`: somebody waits in front of it, and publishes it.
 */
export const harvestJob = (fetch: FetchFile = fetchFile): Job<{ source: SourceId; isAsked?: boolean }> => ({
  ...importQueues.harvest,
  async work(services, { source: id, isAsked = false }) {
    const source = await sourceOfJob(services.db, id)
    const network = source && (await networkById(services.db, source.networkId))
    if (!source?.isActive || !network) return
    const context = systemContext(services, network)
    const { files } = services
    const outcome = await harvestSource(context, { files, fetch }, source, { isScheduled: !isAsked })
    if (isRefusal(outcome)) await failed(services, context, source, outcome.refused)
  },
})

async function failed(services: Services, context: Context, source: Source, reason: HarvestRefusal) {
  await inTransaction(services.db, async (tx) => {
    const failure = harvestReasons[reason]
    const nextOn = nextHarvest(source.schedule, context.today)
    const failures = await noteFailure(tx, source.id, { failure, nextOn })
    if (failures % TRIES !== 0) {
      await enqueue(
        tx,
        importQueues.harvest,
        { source: source.id },
        {
          once: source.id,
          afterSeconds: BETWEEN_TRIES_SECONDS,
        },
      )
      return
    }
    const people = await listPeople(tx, context.network.id, { roles: ['officer'] }, context.today)
    const address = sourcePaths.source(networkAddress(services.config.baseUrl, context.network), source.id)
    const mail = harvestFailedMail({ source: source.name, network: context.network.name, failure, address })
    for (const to of new Set(people.map(({ email }) => email.toLowerCase())))
      await writeMail(tx, context.now, {
        ...mail,
        to,
        onceKey: `harvest-failed:${source.id}:${context.today}:${to}`,
      })
  })
}

export const harvestJobs = [harvestDue, harvestJob()] as const
