import type { Context } from '../../../../platform/context.ts'
import { writeAnswer } from '../../data/borrowing/reexaminations.store.ts'
import type { Line } from '../../data/lines.store.ts'
import { actOnLine, changed, type LineTarget, recordedBy } from '../act-on-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { told } from '../telling/announce.ts'
import { isOfOwn } from './decide-line.ts'

/**
 * The manager says whether the decision stands, and why; once. What was refused stays refused: a decision looked at again
 * opens the way to a new request. EQP-506.
 */
export function answerReexamination(
  context: Context,
  target: LineTarget,
  { isUpheld, answer }: { isUpheld: boolean; answer: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['rejected', 'displaced', 'approved', 'prepared', 'withdrawn'],
    action: 'loan-reexamination.answered',
    async work(tx, line) {
      if (answer.trim() === '') return refused('reason_missing')
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      const isFirst = await writeAnswer(tx, line.id, { answer, isUpheld }, recordedBy(context))
      return isFirst ? told(tx, 'reexamination_answered', line, { isUpheld }) : changed(line)
    },
  })
}
