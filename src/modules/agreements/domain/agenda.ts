import { addDays, addMonths, addYears, civil, type Day, fromCivil } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { Act } from './acts.ts'
import type { Agreement } from './agreement.ts'
import type { DeadlineKind } from './deadlines.ts'
import { calledToSign } from './entry.ts'
import type { ObligationCode } from './obligations.ts'
import { type AgreementState, stateOn } from './state.ts'
import { articleOf, type Party } from './terms.ts'

export type AgendaKind =
  | DeadlineKind
  | ObligationCode
  | 'draft'
  | 'awaiting_signatures'
  | 'renewal_notice'
  | 'renewal_to_decide'
  | 'amendment_to_sign'
  | 'amendment_effect'
  | 'cure_end'
  | 'termination_available'
  | 'amicable_end'
  | 'minutes_to_validate'
  | 'communication_to_answer'
  | 'delegation_end'
  | 'appeal'
  | 'activity_after_end'

/** One day of one agreement: to come, missed, or since when something waits. AGR-80. */
export interface AgendaItem {
  /** Stays the same when the day moves: what a calendar and a reminder know the line by (AGR-81, AGR-82). */
  readonly key: string
  readonly kind: AgendaKind
  readonly day: Day
  /** `waiting`: an act is awaited since that day, without any limit; `late`: the day is past. */
  readonly urgency: 'waiting' | 'late' | 'coming'
  /** The notice, the dispute, the place, the meeting it is about. */
  readonly subject: string | null
  /** Who has to act, when the clause says so. */
  readonly responsible: readonly Party[]
  readonly article: string | null
}

export interface AgendaLine extends AgendaItem {
  readonly agreement: Agreement
  readonly state: AgreementState
}

export type AgendaGroup = 'late' | 'waiting' | 'this_week' | 'this_month' | 'later'

/** Months before a tacit renewal at which both parties are told of it. AGR-36. */
const RENEWAL_NOTICES = [6, 4]

/** What the agreements ask for until `until`, what is late first, then by day. AGR-80. */
export function agenda(
  agreements: readonly Agreement[],
  today: Day,
  until = addYears(today, 1),
): AgendaLine[] {
  return agreements
    .flatMap((agreement) => {
      const state = stateOn(agreement.terms, agreement.acts, today)
      const items = agendaOf(state, agreement.acts, today, dayOf(agreement.createdAt))
      return items.map((item) => ({ ...item, agreement, state }))
    })
    .filter(({ day }) => day <= until)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** The lines of a board, by urgency; a group without lines is empty. */
export function byUrgency<L extends AgendaItem>(lines: readonly L[], today: Day): Record<AgendaGroup, L[]> {
  const groups: Record<AgendaGroup, L[]> = { late: [], waiting: [], this_week: [], this_month: [], later: [] }
  for (const line of lines) groups[groupOf(line, today)].push(line)
  return groups
}

/** The same for one agreement. `since`: the day its draft was made. */
export function agendaOf(
  state: AgreementState,
  acts: readonly Act[],
  today: Day,
  since: Day = today,
): AgendaItem[] {
  if (!state.inForce && state.status !== 'ended') return beforeEntry(state, acts, since)
  const items = [...ofLife(state), ...ofAmendments(state), ...ofNotices(state, today), ...ofDuties(state)]
  const delegations = state.inForce ? ofDelegations(state, acts) : []
  const waiting = [...ofMeetings(state, acts), ...ofCommunications(state, acts), ...ofActivity(state)]
  return [...items, ...waiting, ...delegations].filter(
    ({ urgency, day }) => urgency !== 'coming' || day >= today,
  )
}

function beforeEntry(state: AgreementState, acts: readonly Act[], since: Day): AgendaItem[] {
  if (state.status === 'draft') return [item(state, 'draft', since, { urgency: 'waiting', term: 'entry' })]
  if (state.missingSignatures.length === 0) return []
  const day = acts.findLast((act) => act.type === 'signature')?.occurredOn ?? since
  const responsible = calledToSign(state.termsInForce, state.missingSignatures)
  return [item(state, 'awaiting_signatures', day, { urgency: 'waiting', term: 'entry', responsible })]
}

const TERM: Readonly<Record<DeadlineKind, string>> = {
  agreement_end: 'renewal',
  period_end: 'renewal',
  last_day_to_denounce_before_renewal: 'denunciation',
  last_day_to_request_amendment: 'amendmentRequest',
}

function ofLife(state: AgreementState): AgendaItem[] {
  const { period } = state
  const deadlines = state.nextDeadlines.map(({ kind, day, before }) =>
    item(state, kind, day, { window: before ?? period?.lastDay, term: TERM[kind] }),
  )
  const willRenew =
    state.nextDeadlines.some(({ kind }) => kind === 'period_end') && state.lastDayInForce === null
  const notices =
    willRenew && period ? RENEWAL_NOTICES.map((months) => [months, period.lastDay] as const) : []
  return [
    ...deadlines,
    ...ofRenewalToDecide(state),
    ...notices.map(([months, end]) =>
      item(state, 'renewal_notice', addMonths(end, -months), { window: `${end}-${months}`, term: 'renewal' }),
    ),
  ]
}

/** Before a term that nobody has to renew: at the last end-of-year meeting of the two parties. AGR-38. */
function ofRenewalToDecide(state: AgreementState): AgendaItem[] {
  const { termsInForce: terms, period, lastDayInForce } = state
  const meetsAtYearEnd = terms.committee?.kinds?.includes('bilateral')
  if (!meetsAtYearEnd || terms.renewal.mode === 'tacit' || !period || lastDayInForce !== period.lastDay)
    return []
  const day = fromCivil(civil(period.lastDay).year - 1, 12, 31)
  const responsible = terms.committee?.secretariat ? [terms.committee.secretariat] : []
  return [item(state, 'renewal_to_decide', day, { window: period.lastDay, term: 'renewal', responsible })]
}

function ofAmendments(state: AgreementState): AgendaItem[] {
  return state.amendments.flatMap(({ id, status, effectiveOn, missingSignatures }) => {
    const about = { subject: id, term: 'amendmentEffect' }
    if (status === 'signed_not_yet_effective' && effectiveOn) {
      return [item(state, 'amendment_effect', effectiveOn, about)]
    }
    const since = state.enteredIntoForceOn
    if (status !== 'awaiting_signatures' || !state.inForce || !since) return []
    const waits = { urgency: 'waiting', responsible: missingSignatures } as const
    return [item(state, 'amendment_to_sign', since, { ...about, ...waits })]
  })
}

function ofNotices(state: AgreementState, today: Day): AgendaItem[] {
  const notices = state.formalNotices.flatMap(({ id, status, cureLastDay, terminationAvailableFrom }) => {
    const about = { subject: id, term: 'formalNotice' }
    if (status === 'running' && cureLastDay) return [item(state, 'cure_end', cureLastDay, about)]
    const isOpen = status === 'termination_available' && state.inForce && terminationAvailableFrom
    if (!isOpen) return []
    return [item(state, 'termination_available', terminationAvailableFrom, { ...about, urgency: 'waiting' })]
  })
  const disputes = state.disputes.flatMap(({ id, status, amicableLastDay }) =>
    status === 'amicable' && amicableLastDay && amicableLastDay >= today
      ? [item(state, 'amicable_end', amicableLastDay, { subject: id, term: 'dispute' })]
      : [],
  )
  return [...notices, ...disputes]
}

/** A duty that nobody can do any more after the end is told as long as it is late. */
function ofDuties(state: AgreementState): AgendaItem[] {
  return state.obligations.flatMap(({ code, place, window, dueBy, responsible, status }) => {
    if (status === 'fulfilled' || (state.lastDayInForce !== null && dueBy > state.lastDayInForce)) return []
    const isLate = status === 'overdue'
    if (isLate && !state.inForce) return []
    return [
      item(state, code, dueBy, {
        window,
        term: termOfDuty(code),
        urgency: isLate ? 'late' : 'coming',
        ...(place !== undefined && { subject: place }),
        ...(responsible !== null && { responsible: [responsible] }),
      }),
    ]
  })
}

function termOfDuty(code: ObligationCode): string {
  if (code === 'place_update') return 'placeUpdate'
  if (code === 'committee_governance') return 'governance'
  return code === 'operation_results' ? 'communication' : 'committee'
}

function ofMeetings(state: AgreementState, acts: readonly Act[]): AgendaItem[] {
  return state.minutes.flatMap(({ meeting, status, missing }) => {
    const held = acts.find((act) => act.type === 'meeting_held' && act.id === meeting)?.occurredOn
    if (status === 'validated' || !held) return []
    const waits = { urgency: 'waiting', subject: meeting, responsible: missing, term: 'committee' } as const
    return [item(state, 'minutes_to_validate', held, waits)]
  })
}

function ofCommunications(state: AgreementState, acts: readonly Act[]): AgendaItem[] {
  return state.communications.flatMap(({ id, status, missing }) => {
    const asked = acts.find((act) => act.type === 'communication_requested' && act.id === id)?.occurredOn
    if (status !== 'awaiting_other_party' || !asked) return []
    const waits = { urgency: 'waiting', subject: id, responsible: missing, term: 'communication' } as const
    return [item(state, 'communication_to_answer', asked, waits)]
  })
}

/** What goes on after the end is the lead's to look at. AGR-39. */
function ofActivity(state: AgreementState): AgendaItem[] {
  const { status, lastDayInForce, warnings, termsInForce } = state
  if (status !== 'ended' || lastDayInForce === null || !warnings.includes('activity_after_end')) return []
  const responsible = termsInForce.parties.slice(0, 1)
  return [
    item(state, 'activity_after_end', lastDayInForce, { urgency: 'waiting', term: 'renewal', responsible }),
  ]
}

function ofDelegations(state: AgreementState, acts: readonly Act[]): AgendaItem[] {
  return acts.flatMap((act) => {
    const until = act.type === 'signature' ? act.delegation?.until : undefined
    if (act.type !== 'signature' || !until) return []
    return [
      item(state, 'delegation_end', until, { subject: act.party, term: 'entry', responsible: [act.party] }),
    ]
  })
}

interface About {
  readonly term: string
  readonly subject?: string
  readonly window?: string | undefined
  readonly urgency?: AgendaItem['urgency']
  readonly responsible?: readonly Party[]
}

function item(state: AgreementState, kind: AgendaKind, day: Day, about: About): AgendaItem {
  const { term, subject = null, window, urgency = 'coming', responsible = [] } = about
  const key = [kind, subject, window].filter(Boolean).join(':')
  return { key, kind, day, urgency, subject, responsible, article: articleOf(state.termsInForce, term) }
}

/** The group of one line. */
export function groupOf({ urgency, day }: Pick<AgendaItem, 'urgency' | 'day'>, today: Day): AgendaGroup {
  if (urgency !== 'coming') return urgency
  if (day < addDays(today, 7)) return 'this_week'
  return day < addMonths(today, 1) ? 'this_month' : 'later'
}
