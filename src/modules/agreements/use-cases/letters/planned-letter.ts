import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { type Consequence, consequenceOf } from '../../domain/act-consequence.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { AskedLetter } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import { formalNoticeAct, type LetterRefusal } from './formal-notice-acts.ts'
import { type DenunciationRefusal, denunciationAct } from './record-denunciation.ts'
import { type TerminationRefusal, terminationAct } from './record-termination.ts'

export type PlannedRefusal =
  | LetterRefusal
  | DenunciationRefusal
  | TerminationRefusal
  | 'letter-without-effect'
  | 'planned-in-the-past'
  | 'no-such-request'
  | 'nothing-to-renew'
  | 'no-letter-for-disputes'

/**
 * What the letter would bring if it were deposited on the day planned; null when it starts nothing by itself. A letter
 * that would stay without effect is not prepared: the refusal says why.
 */
export function plannedConsequence(
  agreement: Agreement,
  asked: AskedLetter,
  today: Day,
): { planned: Consequence | null } | Refusal<PlannedRefusal> {
  if (asked.plannedOn < today) return refuse('planned-in-the-past', { day: asked.plannedOn })
  if (!agreement.terms.parties.includes(asked.from)) return refuse('unknown-party')
  const act = plannedAct(agreement, asked)
  if (act === null) return { planned: null }
  if (isRefusal(act)) return act
  const planned = consequenceOf(agreement.terms, agreement.acts, act, asked.plannedOn)
  return planned.refused ? refuse('letter-without-effect', { reason: planned.refused }) : { planned }
}

function plannedAct(agreement: Agreement, asked: AskedLetter): Act | null | Refusal<PlannedRefusal> {
  const { from, plannedOn, grounds, scope, formalNotice } = asked
  const sent = { from, channel: 'registered_letter', sentOn: plannedOn, tracking: '' } as const
  switch (asked.kind) {
    case 'denunciation':
      return denunciationAct(agreement, { from, depositedOn: plannedOn, tracking: '' }, plannedOn)
    case 'formal_notice':
      return formalNoticeAct(agreement, { ...sent, grounds, scope }, plannedOn)
    case 'termination':
      return terminationAct(agreement, { ...sent, scope, formalNotice: formalNotice || null }, plannedOn)
    case 'dispute':
      return whyNoDispute(agreement, plannedOn)
    case 'renewal_notice':
      return whyNoNotice(agreement, plannedOn)
    case 'request_answer':
      return whyNoAnswer(agreement, asked)
  }
}

/** Nothing to compute: the delay, where there is one, runs from a receipt nobody knows yet (AGR-65). */
function whyNoDispute({ terms, acts }: Agreement, on: Day): null | Refusal<PlannedRefusal> {
  const { termsInForce, enteredIntoForceOn } = stateOn(terms, acts, on)
  if (enteredIntoForceOn === null) return refuse('not-alive-that-day', { day: on })
  return termsInForce.dispute === null ? refuse('no-letter-for-disputes') : null
}

function whyNoNotice({ terms, acts }: Agreement, on: Day): null | Refusal<PlannedRefusal> {
  return stateOn(terms, acts, on).inForce ? null : refuse('nothing-to-renew', { day: on })
}

function whyNoAnswer(
  { terms, acts }: Agreement,
  { request, plannedOn }: AskedLetter,
): null | Refusal<PlannedRefusal> {
  const known = stateOn(terms, acts, plannedOn).amendmentRequests
  return known.some(({ name }) => name === request) ? null : refuse('no-such-request')
}
