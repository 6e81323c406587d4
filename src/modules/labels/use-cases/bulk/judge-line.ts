import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { judgeLine, lockPlaceList, type PlaceListId } from '../../data/bulk/place-lists.store.ts'
import type { Verdict } from '../../domain/bulk/place-list.ts'

export type JudgeRefusal =
  | 'no-such-list'
  | 'no-such-place'
  | 'not-signed'
  | 'already-decided'
  | 'reason-missing'

/** A reserve on one place, or its exclusion, with its reason; or nothing any more. Until the list is decided. LAB-21, LAB-70. */
export async function judgePlace(
  context: Context,
  id: PlaceListId,
  place: Id<'place'>,
  said: { verdict: Verdict; reason: string; until: Day | null },
): Promise<Verdict | Refusal<JudgeRefusal>> {
  const { verdict } = said
  const isPlain = verdict === 'granted'
  if (!isPlain && said.reason.trim() === '') return refuse('reason-missing')
  const kept = {
    verdict,
    reason: isPlain ? '' : said.reason,
    until: verdict === 'granted_with_reserve' ? said.until : null,
  }
  try {
    return await inTransaction<Verdict | Refusal<JudgeRefusal>>(context.db, async (tx) => {
      const list = await lockPlaceList(tx, context.reach, id)
      if (!list) return refuse('no-such-list')
      if (list.moment === 'draft') return refuse('not-signed')
      if (list.moment === 'decided') return refuse('already-decided')
      if (!(await judgeLine(tx, id, place, kept))) return refuse('no-such-place')
      await writeJournal(tx, context, 'place-list.judged', id, { place, verdict })
      return verdict
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'verdict_against_a_place_is_explained') return refuse('reason-missing')
    if (name === 'decided_list_is_closed') return refuse('already-decided')
    throw error
  }
}
