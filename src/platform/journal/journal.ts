import type { Id } from '../../kernel/id.ts'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Changes } from './changes.ts'

/** In whose power an act was done, and what it changed. */
export interface MoreOfLine {
  /** `changesBetween(before, after)`. */
  changes?: Changes
  /** The mandate acted under, when it is not the person's own of today. */
  mandateId?: Id<'mandate'> | null
  delegationId?: Id<'delegation'> | null
}

/**
 * Writes the line of an act, in the act's own transaction; the commit seals it to the line before. `action` is a
 * noun and a past verb (`agreement.denounced`); `details` holds what the act is about, never a secret nor more
 * personal data than it needs.
 */
export async function writeJournal(
  tx: Database,
  context: Context,
  action: `${string}.${string}`,
  subjectId: string,
  details: Record<string, unknown> = {},
  { changes = {}, mandateId, delegationId = null }: MoreOfLine = {},
): Promise<void> {
  const { actor, origin } = context
  const member = actor.kind === 'member' ? actor : null
  const line = await tx
    .insertInto('platform.journal')
    .values({
      at: context.now,
      network_id: context.network.id,
      person_id: member?.personId ?? (actor.kind === 'person' ? actor.personId : null),
      organisation_id: member?.organisationId ?? null,
      membership_id: member?.membershipId ?? null,
      mandate_id: mandateId ?? member?.mandateId ?? null,
      delegation_id: delegationId,
      impersonator_id: member?.impersonator?.personId ?? null,
      action,
      subject_id: subjectId,
      details: JSON.stringify(details),
      changes: JSON.stringify(changes),
      request_id: context.requestId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (origin) {
    await tx
      .insertInto('platform.journal_origin')
      .values({
        line: line.id,
        address: origin.address,
        user_agent: origin.userAgent.slice(0, 300),
        at: context.now,
      })
      .execute()
  }
  context.journalled.add(action)
}
