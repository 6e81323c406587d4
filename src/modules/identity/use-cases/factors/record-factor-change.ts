import { newId } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { FactorChange } from '../../domain/factors/factor-change.ts'
import { tellFactorChange } from '../../jobs/tell-factor-change.ts'

/**
 * The line of a change in the ways to sign in, and the mail that tells it to the person, in the act's transaction.
 * A `reason` among the details is told in both.
 */
export async function recordFactorChange(
  tx: Database,
  context: Context,
  person: PersonId,
  { action, change }: { action: `${string}.${string}`; change: FactorChange },
  details: Record<string, unknown> & { reason?: string } = {},
): Promise<void> {
  await writeJournal(tx, context, action, person, details)
  await enqueue(tx, tellFactorChange, {
    person,
    network: context.network.id,
    change,
    event: newId(),
    ...(details.reason && { reason: details.reason }),
  })
}
