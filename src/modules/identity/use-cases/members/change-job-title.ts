import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { changeJobTitle } from '../../data/members/members.store.ts'
import type { MembershipId } from '../../domain/members/member.ts'

/** How the person's job is called in that organisation, as lists show it. */
export function renameJob(
  context: Context,
  id: MembershipId,
  jobTitle: string,
): Promise<{ jobTitle: string } | Refusal<'already-over'>> {
  return inTransaction<{ jobTitle: string } | Refusal<'already-over'>>(context.db, async (tx) => {
    const held = await changeJobTitle(tx, context, id, jobTitle)
    if (!held) return refuse('already-over')
    const changes = changesBetween({ job_title: held.before }, { job_title: jobTitle })
    await writeJournal(tx, context, 'membership.changed', id, {}, { changes })
    return { jobTitle }
  })
}
