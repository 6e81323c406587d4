import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type ApplicationId, moveApplication } from '../../data/applications/applications.store.ts'
import { type CriterionReview, saveSection, sectionReview } from '../../data/instruction/review.store.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type ReviewRefusal = 'file-moved-on' | 'section-saved-meanwhile' | 'what-lacks-unsaid'

export interface ReviewedSection {
  readonly name: string
  /** As it was read: another save since is shown, never overwritten. */
  readonly seen: number
  readonly codes: readonly string[]
  readonly reviews: readonly CriterionReview[]
}

/** What was found of one section's criteria. Examining a new file begins its instruction. LAB-10, LAB-53. */
export function saveReview(
  context: Context,
  id: ApplicationId,
  { name, seen, codes, reviews }: ReviewedSection,
): Promise<true | Refusal<ReviewRefusal> | null> {
  return actOnFile<true, ReviewRefusal>(context, id, async (tx, file) => {
    if (file.state !== 'submitted' && file.state !== 'under_instruction') return refuse('file-moved-on')
    const unsaid = reviews.find(({ mark, message }) => mark !== 'complete' && message === '')
    if (unsaid) return refuse('what-lacks-unsaid', { code: unsaid.code })
    const { seq } = await sectionReview(tx, id, name)
    if (seq !== seen) return refuse('section-saved-meanwhile')
    const recorded = recordedBy(context)
    await saveSection(tx, id, { name, seq, codes, reviews }, recorded)
    if (file.state === 'submitted') await moveApplication(tx, file, 'under_instruction', recorded)
    const lacking = reviews.filter(({ mark }) => mark !== 'complete').map(({ code }) => code)
    await writeJournal(tx, context, 'instruction.examined', id, { section: name, lacking })
    return true
  })
}
