import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'

/**
 * Writes the line of an act, in the act's own transaction. `action` is a noun and a past verb
 * (`agreement.denounced`); `details` holds what changed, never a secret nor more personal data than the act needs.
 */
export async function writeJournal(
  tx: Database,
  context: Context,
  action: `${string}.${string}`,
  subjectId: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  const { actor } = context
  await tx
    .insertInto('platform.journal')
    .values({
      at: context.now,
      network_id: context.network.id,
      person_id: actor.kind === 'member' ? actor.personId : null,
      organisation_id: actor.kind === 'member' ? actor.organisationId : null,
      action,
      subject_id: subjectId,
      details: JSON.stringify(details),
      request_id: context.requestId,
    })
    .execute()
  context.journalled.add(action)
}
