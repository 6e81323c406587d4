import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type ApplicationId, moveApplication } from '../../data/applications/applications.store.ts'
import { completionsOf } from '../../data/instruction/completions.store.ts'
import { closableFrom } from '../../domain/instruction/completion.ts'
import { tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type ClosingRefusal = 'file-moved-on' | 'not-reminded-twice' | 'still-time-to-answer'

/** « Sans suite »: nobody completed the file, in spite of the delay and two reminders. A person says so, and why. LAB-14. */
export function closeUnanswered(
  context: Context,
  id: ApplicationId,
  reason: string,
): Promise<true | Refusal<ClosingRefusal> | null> {
  return actOnFile<true, ClosingRefusal>(context, id, async (tx, file) => {
    const request = (await completionsOf(tx, id)).find(({ answeredAt }) => answeredAt === null)
    if (!request || file.state !== 'incomplete') return refuse('file-moved-on')
    const from = closableFrom(request)
    if (from === null) return refuse('not-reminded-twice')
    if (context.today < from) return refuse('still-time-to-answer', { from })
    await moveApplication(tx, file, 'not_followed_up', { ...recordedBy(context), reason })
    await writeJournal(tx, context, 'instruction.not-followed-up', id, { request: request.id })
    await enqueue(tx, tellInstruction, { kind: 'not_followed_up', application: id, subject: request.id })
    return true
  })
}
