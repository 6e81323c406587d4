import type { Context } from '../../../platform/context.ts'
import { systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { listNetworks, networkAddress, networkById } from '../../identity/index.ts'
import { findApplication } from '../data/applications/applications.store.ts'
import { awaitedCompletions, noteReminder } from '../data/instruction/completions.store.ts'
import { awaitedOpinions } from '../data/instruction/opinions.store.ts'
import { reminderDue } from '../domain/instruction/completion.ts'
import { opinionReminder } from '../domain/instruction/opinion.ts'
import { routeFiles } from '../use-cases/instruction/route-file.ts'
import { addressesOf, addressOf, fileName } from '../use-cases/instruction/told-file.ts'
import { instructionPaths as paths } from '../web/instruction/instruction.paths.ts'
import { instructionMail } from '../web/instruction/instruction-mail-wording.ts'

/**
 * Each morning: files that lie nowhere find their group, applicants and experts who are awaited are reminded. Nothing is closed:
 * a person does that (LAB-14).
 */
export const watchInstruction: Job = {
  name: 'labels/watch-instruction',
  schedule: '25 5 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (!network) continue
      const context = systemContext(services, network)
      const base = networkAddress(services.config.baseUrl, network)
      await inTransaction(services.db, (tx) => routeFiles(tx, context))
      await remindApplicants(context, base)
      await remindExperts(context, base)
    }
  },
}

/** The line of the reminder and its mails are one transaction: two runs at once send one. LAB-14. */
async function remindApplicants(context: Context, base: string): Promise<void> {
  const { db, network, now, today } = context
  for (const asked of await awaitedCompletions(db, network.id)) {
    const rank = reminderDue(asked, today)
    const file = rank && (await findApplication(db, context.reach, asked.applicationId))
    if (!rank || !file) continue
    const about = {
      networkName: network.name,
      file: await fileName(context, file),
      address: paths.ownCompletion(base, file.id),
      day: asked.dueOn,
      reason: '',
    }
    const to = await addressesOf(context, file, 'applicant')
    await inTransaction(db, async (tx) => {
      if (!(await noteReminder(tx, asked.requestId, rank, today))) return
      await writeJournal(tx, context, 'completion.reminded', file.id, { request: asked.requestId, rank })
      for (const one of to)
        await writeMail(tx, now, {
          ...instructionMail('completion_reminder', about),
          to: one,
          onceKey: `completion_reminder:${asked.requestId}:${rank}:${one}`,
        })
    })
  }
}

async function remindExperts(context: Context, base: string): Promise<void> {
  const { db, network, now, today } = context
  for (const opinion of await awaitedOpinions(db, network.id)) {
    const step = opinionReminder(opinion.dueOn, today)
    const file = step && (await findApplication(db, context.reach, opinion.applicationId))
    if (!step || !file) continue
    const about = {
      networkName: network.name,
      file: await fileName(context, file),
      address: paths.expertOne(base, opinion.id),
      day: opinion.dueOn,
      reason: '',
    }
    const to = await addressOf(context, opinion.personId)
    await inTransaction(db, async (tx) => {
      for (const one of to)
        await writeMail(tx, now, {
          ...instructionMail('opinion_reminder', about),
          to: one,
          onceKey: `opinion_reminder:${opinion.id}:${step}:${one}`,
        })
    })
  }
}
