import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addJury, changeJury, type JurySetting, lockCampaign } from '../../data/jury/campaigns.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import { recordedBy } from '../recorded-by.ts'

export type ConstitutionRefusal =
  | 'no-such-campaign'
  | 'already-published'
  | 'grids-end-before-files'
  | 'ceremony-before-grids-end'

export type AskedJury = Omit<JurySetting, 'marksClosedAt'>

/** The jury of a campaign and its days; asked again, its days change until its results are public. LAB-22, LAB-24. */
export async function constituteJury(
  context: Context,
  id: EditionId,
  asked: AskedJury,
): Promise<EditionId | Refusal<ConstitutionRefusal>> {
  return inTransaction<EditionId | Refusal<ConstitutionRefusal>>(context.db, async (tx) => {
    const campaign = await lockCampaign(tx, context.network.id, id)
    if (!campaign) return refuse('no-such-campaign')
    if (campaign.publishedAt) return refuse('already-published')
    if (asked.marksUntil <= campaign.closesOn)
      return refuse('grids-end-before-files', { day: campaign.closesOn })
    if (asked.ceremonyOn && asked.ceremonyOn <= asked.marksUntil)
      return refuse('ceremony-before-grids-end', { day: asked.marksUntil })
    await (campaign.jury ? changeJury(tx, id, asked) : addJury(tx, id, asked, recordedBy(context)))
    await writeJournal(tx, context, 'jury.constituted', id, { ...asked })
    return id
  })
}
