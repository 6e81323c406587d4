import type { Day } from '../../../../kernel/day.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type CommitteeMeeting, committeeMeetings } from '../../domain/committee-meetings.ts'
import { stateOn } from '../../domain/state.ts'

/** The meeting of that name; null when the agreement has none. */
export function meetingOf({ terms, acts }: Agreement, name: string, today: Day): CommitteeMeeting | null {
  return committeeMeetings(acts, stateOn(terms, acts, today)).find(({ act }) => act.id === name) ?? null
}
