import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type ApplicationId,
  lockApplication,
  moveApplication,
} from '../../data/applications/applications.store.ts'
import { type Admission, isRead, saveAdmission } from '../../data/jury/admissions.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign } from './campaign-of.ts'

export type CheckRefusal = JuryStandsInTheWay | 'no-such-file' | 'reason-missing' | 'already-read'

/** Says whether a file may be judged; one that may not is given to nobody, and refused with its reason. LAB-22. */
export async function checkFile(
  context: Context,
  { edition, file }: { edition: EditionId; file: ApplicationId },
  admission: Admission,
): Promise<ApplicationId | Refusal<CheckRefusal>> {
  return inTransaction<ApplicationId | Refusal<CheckRefusal>>(context.db, async (tx) => {
    const campaign = await openCampaign(tx, context.network.id, edition)
    if (typeof campaign === 'string') return refuse(campaign)
    const application = await lockApplication(tx, context.reach, file)
    if (application?.editionId !== edition) return refuse('no-such-file')
    if (!admission.isEligible && admission.reason === '') return refuse('reason-missing')
    if (!admission.isEligible && (await isRead(tx, file))) return refuse('already-read')
    const recorded = recordedBy(context)
    await saveAdmission(tx, file, admission, recorded)
    if (application.state === 'submitted')
      await moveApplication(tx, application, 'under_instruction', recorded)
    await writeJournal(tx, context, 'application.checked-for-jury', file, {
      isEligible: admission.isEligible,
    })
    return file
  })
}
