import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  finishReading,
  lockReading,
  ownMarks,
  type ReadingId,
  saveMarks,
} from '../../data/jury/readings.store.ts'
import { type FilledMark, wantsComment } from '../../domain/jury/grid.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import { recordedBy } from '../recorded-by.ts'

export type GridRefusal =
  | 'undeclared'
  | 'recused'
  | 'finished'
  | 'grids-closed'
  | 'comment-missing'
  | 'mark-missing'

const BY_CONSTRAINT: Readonly<Record<string, GridRefusal>> = {
  mark_follows_a_declaration: 'undeclared',
  recused_juror_gives_no_mark: 'recused',
  finished_grid_is_kept: 'finished',
  grids_are_closed: 'grids-closed',
  lowest_and_highest_marks_are_explained: 'comment-missing',
}

/**
 * Keeps a juror's grid; `isFinal` closes it for good and opens the others' to them. Each criterion then has its mark, or
 * says that it cannot be judged. LAB-26.
 */
export async function fillGrid(
  context: Context,
  id: ReadingId,
  criteria: readonly Pick<Criterion, 'code'>[],
  { marks, isFinal }: { marks: readonly FilledMark[]; isFinal: boolean },
): Promise<ReadingId | Refusal<GridRefusal>> {
  const unexplained = marks.find(wantsComment)
  if (unexplained) return refuse('comment-missing', { code: unexplained.code })
  try {
    return await inTransaction<ReadingId | Refusal<GridRefusal>>(context.db, async (tx) => {
      const { at } = recordedBy(context)
      await lockReading(tx, id)
      await saveMarks(tx, id, marks, at)
      if (isFinal) {
        const kept = new Set((await ownMarks(tx, id)).map(({ code }) => code))
        const missing = criteria.find(({ code }) => !kept.has(code))
        if (missing) return refuse('mark-missing', { code: missing.code })
        await finishReading(tx, id, at)
      }
      await writeJournal(tx, context, isFinal ? 'grid.finished' : 'grid.saved', id, { marks: marks.length })
      return id
    })
  } catch (error) {
    const refused = BY_CONSTRAINT[refusedBy(error) ?? '']
    if (refused) return refuse(refused)
    throw error
  }
}
