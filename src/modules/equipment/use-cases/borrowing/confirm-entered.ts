import type { Context } from '../../../../platform/context.ts'
import { confirmRequest } from '../../data/borrowing/entered-requests.store.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { actOnLine, changed, type LineTarget, recordedBy } from '../act-on-line.ts'
import type { Refused } from '../lending-refusal.ts'
import { told } from '../telling/announce.ts'

/** The borrower confirms what a manager wrote down for them: the story bears both names. EQP-505. */
export function confirmEntered(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['submitted', 'approved'],
    action: 'loan.entered-confirmed',
    async work(tx, line) {
      const recorded = recordedBy(context)
      if (!(await confirmRequest(tx, line.requestId, recorded))) return changed(line)
      const after = await recordEvent(tx, line, { act: 'confirmed', to: line.state }, recorded)
      return told(tx, 'entered_confirmed', after)
    },
  })
}
