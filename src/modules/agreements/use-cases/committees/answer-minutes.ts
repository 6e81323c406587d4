import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'
import { recordAct } from '../record-act.ts'
import { meetingOf } from './meeting-of.ts'

export interface MinutesAnswer {
  meeting: string
  party: Party
  /** Fingerprint of the version that was read. */
  version: string
  answer: 'validated' | 'reserved'
  /** What a reserve asks to be changed. */
  reason: string
}

export type MinutesRefusal =
  | TargetRefusal
  | 'no-such-meeting'
  | 'not-their-party'
  | 'no-minutes'
  | 'minutes-changed'
  | 'minutes-validated'
  | 'reserve-without-reason'

/** A party validates the version it read, or says what it reserves: each for itself. AGR-64, AGR-115. */
export function answerMinutes(
  context: Context,
  target: Target,
  answer: MinutesAnswer,
): Promise<Agreement | Refusal<MinutesRefusal>> {
  return recordAct<MinutesRefusal>(context, target, 'minutes.answered', (agreement) => {
    return whyNot(context, agreement, answer) ?? actOf(answer, context.today)
  })
}

function whyNot(
  context: Context,
  agreement: Agreement,
  { meeting, party, version, answer, reason }: MinutesAnswer,
): Refusal<MinutesRefusal> | null {
  const held = meetingOf(agreement, meeting, context.today)
  if (!held) return refuse('no-such-meeting')
  if (!actingParties(context, agreement).includes(party)) return refuse('not-their-party')
  const last = held.versions.at(-1)
  if (!last) return refuse('no-minutes')
  if (last.sha256 !== version) return refuse('minutes-changed')
  if (answer === 'reserved') return reason === '' ? refuse('reserve-without-reason') : null
  return held.minutes?.missing.includes(party) ? null : refuse('minutes-validated')
}

function actOf({ meeting, party, version, answer, reason }: MinutesAnswer, today: Context['today']): Act {
  const about = { id: newId(), meeting, party, occurredOn: today }
  return answer === 'validated'
    ? { type: 'minutes_validated', ...about, version }
    : { type: 'minutes_reserved', ...about, reason }
}
