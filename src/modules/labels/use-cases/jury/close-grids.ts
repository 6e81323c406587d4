import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { closeMarks } from '../../data/jury/campaigns.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import { type JuryStandsInTheWay, openCampaign } from './campaign-of.ts'

/** From then on no grid changes, and the results are computed. Grids not finished count for nothing. LAB-26. */
export async function closeGrids(
  context: Context,
  id: EditionId,
): Promise<EditionId | Refusal<JuryStandsInTheWay | 'grids-closed'>> {
  return inTransaction<EditionId | Refusal<JuryStandsInTheWay | 'grids-closed'>>(context.db, async (tx) => {
    const campaign = await openCampaign(tx, context.network.id, id)
    if (typeof campaign === 'string') return refuse(campaign)
    if (campaign.jury.marksClosedAt) return refuse('grids-closed')
    await closeMarks(tx, id, context.now)
    await writeJournal(tx, context, 'jury.grids-closed', id)
    return id
  })
}
