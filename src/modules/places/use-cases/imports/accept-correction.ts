import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { acceptCorrection as keepAcceptance } from '../../data/imports/accepted-corrections.store.ts'
import type { AcceptedCorrection } from '../../domain/imports/accepted-corrections.ts'
import type { Import, ImportId } from '../../domain/imports/import.ts'
import { toDecide } from './confirm-import.ts'
import { readAgain } from './read-again.ts'

export type AcceptRefusal = 'no-such-import' | 'not-to-decide' | 'no-file'

/**
 * Accepts a proposal for one value, or all those of a kind in one column: the file is read again with them, and so are the
 * next files of its source. DIR-17, DIR-33.
 */
export function acceptCorrections(
  context: Context,
  id: ImportId,
  accepted: AcceptedCorrection,
): Promise<Import | Refusal<AcceptRefusal>> {
  return inTransaction<Import | Refusal<AcceptRefusal>>(context.db, async (tx) => {
    const run = await toDecide(tx, context, id)
    if (isRefusal(run)) return run
    if (run.fileSha256 === null) return refuse('no-file')
    const by = personOf(context.actor)?.personId ?? null
    await keepAcceptance(tx, context.network.id, { ...accepted, source: run.source, by }, context.now)
    await readAgain(tx, id)
    const { code, column } = accepted
    await writeJournal(tx, context, 'import.correction-accepted', id, { source: run.source, code, column })
    return run
  })
}
