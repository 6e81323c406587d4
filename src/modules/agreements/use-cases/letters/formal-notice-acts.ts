import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LetterSentAct, NoticeSentAct, RemedyAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordAct, recordBindingAct } from '../record-act.ts'

/** What a formal notice or a termination is about: the whole agreement, or some of the places it lists. */
export interface Scope {
  kind: 'full' | 'partial'
  places: readonly string[]
}

export type Channel = 'registered_letter' | 'notification' | 'email'

export interface FormalNoticeLetter {
  from: Party
  channel: Channel
  /** Day of deposit, or of sending by another channel: the trigger (000 art. 12, 002 art. 8). */
  sentOn: Day
  tracking: string
  grounds: string
  scope: Scope
}

export type LetterRefusal =
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'not-alive-that-day'
  | 'scope-without-place'
  | 'place-not-in-annex'

/** Records a formal notice. Without the clause, or in another form, it is kept without effect. AGR-51. */
export function recordFormalNotice(context: Context, target: Target, letter: FormalNoticeLetter) {
  return recordBindingAct(context, target, 'formal-notice.given', (agreement) =>
    formalNoticeAct(agreement, letter, context.today),
  )
}

export function formalNoticeAct(
  agreement: Agreement,
  { from, channel, sentOn, tracking, grounds, scope }: FormalNoticeLetter,
  today: Day,
): LetterSentAct | NoticeSentAct | Refusal<LetterRefusal> {
  const refusal = whyNoLetter(agreement, { from, sentOn, scope }, today)
  if (refusal) return refusal
  const about = {
    purpose: 'formal_notice',
    from,
    occurredOn: sentOn,
    id: newId<'act'>(),
    ...wordsOf(scope),
  } as const
  const said = grounds ? { grounds } : {}
  return channel === 'registered_letter'
    ? { type: 'registered_letter_sent', ...about, ...said, ...(tracking && { tracking }) }
    : { type: 'notice_sent', channel, ...about, ...said }
}

export interface NoticeOutcome {
  formalNotice: string
  kind: 'remedied' | 'abandoned'
  on: Day
}

export type NoticeOutcomeRefusal = 'dated-in-the-future' | 'no-such-notice' | 'before-the-notice'

/** The breach is remedied, or the sender gives the procedure up. A late remedy is kept and shown. AGR-51. */
export function closeFormalNotice(context: Context, target: Target, outcome: NoticeOutcome) {
  return recordAct(context, target, 'formal-notice.closed', (agreement) =>
    noticeOutcomeAct(agreement, outcome, context.today),
  )
}

export function noticeOutcomeAct(
  { terms, acts }: Agreement,
  { formalNotice, kind, on }: NoticeOutcome,
  today: Day,
): RemedyAct | Refusal<NoticeOutcomeRefusal> {
  if (on > today) return refuse('dated-in-the-future', { day: on })
  if (!stateOn(terms, acts, today).formalNotices.some(({ id }) => id === formalNotice)) {
    return refuse('no-such-notice')
  }
  const sent = acts.find(({ id }) => id === formalNotice)?.occurredOn
  if (sent && on < sent) return refuse('before-the-notice', { day: on, sent })
  const type = kind === 'remedied' ? 'formal_notice_remedied' : 'formal_notice_abandoned'
  return { type, formalNotice, occurredOn: on, id: newId<'act'>() }
}

/** What any letter of this kind is checked for: its day, its sender, and the places it names. */
export function whyNoLetter(
  { terms, acts }: Agreement,
  { from, sentOn, scope }: { from: Party; sentOn: Day; scope: Scope },
  today: Day,
): Refusal<LetterRefusal> | null {
  if (sentOn > today) return refuse('dated-in-the-future', { day: sentOn })
  if (!terms.parties.includes(from)) return refuse('unknown-party')
  if (!stateOn(terms, acts, sentOn).inForce) return refuse('not-alive-that-day', { day: sentOn })
  if (scope.kind === 'full') return null
  if (scope.places.length === 0) return refuse('scope-without-place')
  const covered = new Set(coveredPlaces({ terms, acts }, sentOn))
  return scope.places.every((place) => covered.has(place)) ? null : refuse('place-not-in-annex')
}

/** The places the agreement covers on that day, by id. */
export function coveredPlaces({ terms, acts }: Pick<Agreement, 'terms' | 'acts'>, on: Day): string[] {
  return placeStandings(terms, acts)
    .filter(({ from, until }) => from !== null && from <= on && (until === null || on < until))
    .map(({ place }) => place)
}

/** What an act says of its scope. */
export function wordsOf({ kind, places }: Scope): { scope: Scope['kind']; places?: readonly string[] } {
  return kind === 'full' ? { scope: kind } : { scope: kind, places }
}
