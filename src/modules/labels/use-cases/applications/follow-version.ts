import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type ApplicationId, lockApplication } from '../../data/applications/applications.store.ts'
import { moveToVersion } from '../../data/applications/sending.store.ts'
import { fileOf, newerVersionOf } from './application-file.ts'

/** A draft goes over to the specifications in force: answers to criteria that both have stay. LAB-4, LAB-6. */
export async function followVersion(
  context: Context,
  id: ApplicationId,
): Promise<{ version: number } | Refusal<'no-such-application' | 'up-to-date'>> {
  return inTransaction<{ version: number } | Refusal<'no-such-application' | 'up-to-date'>>(
    context.db,
    async (tx) => {
      const application = await lockApplication(tx, context.reach, id)
      if (!application) return refuse('no-such-application')
      const reader = { ...context, db: tx }
      const newer = await newerVersionOf(reader, await fileOf(reader, application))
      if (!newer) return refuse('up-to-date')
      await moveToVersion(tx, id, newer.id)
      await writeJournal(tx, context, 'application.version-followed', id, { version: newer.version })
      return { version: newer.version }
    },
  )
}
