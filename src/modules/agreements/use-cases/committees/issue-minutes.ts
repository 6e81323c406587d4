import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { recordFollowing } from '../record-following.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'
import { meetingOf } from './meeting-of.ts'

export type IssueRefusal = TargetRefusal | 'no-such-meeting' | 'same-minutes'

/** A new version of the minutes: whatever was validated is to be validated again. AGR-64. */
export function issueMinutes(
  context: Context,
  target: Target,
  meeting: string,
  document: PutDocument,
): Promise<Agreement | Refusal<IssueRefusal>> {
  return recordFollowing<IssueRefusal>(context, target, {
    action: 'minutes.issued',
    documents: [document],
    whyNot: (agreement) => {
      const held = meetingOf(agreement, meeting, context.today)
      if (!held) return refuse('no-such-meeting')
      return held.versions.at(-1)?.sha256 === document.sha256 ? refuse('same-minutes') : null
    },
    acts: (_agreement, files) => [
      { type: 'minutes_issued', id: newId(), meeting, occurredOn: context.today, files },
    ],
  })
}
