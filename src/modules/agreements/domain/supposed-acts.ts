import { addDays, type Day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import { stateOn } from './state.ts'
import type { Party, Terms } from './terms.ts'

/** An act one thinks of doing, and the day of it. AGR-79. */
export type Supposition =
  | { readonly act: 'denunciation'; readonly by: Party; readonly on: Day }
  | { readonly act: 'termination'; readonly by: Party; readonly on: Day }
  | { readonly act: 'renewal'; readonly years: number; readonly on: Day }
  | { readonly act: 'duration'; readonly newLastDay: Day; readonly on: Day }

/** The acts it would take, in order: a termination needs its formal notice first, an amendment every signature. */
export function supposedActs(terms: Terms, acts: readonly Act[], supposed: Supposition): Act[] {
  const { on } = supposed
  switch (supposed.act) {
    case 'denunciation':
      return [
        {
          type: 'registered_letter_sent',
          id: 'supposed',
          purpose: 'denunciation',
          from: supposed.by,
          occurredOn: on,
        },
      ]
    case 'termination':
      return noticeThenTermination(terms, acts, supposed)
    case 'renewal':
      return terms.parties.map((party) => ({
        type: 'renewal_signed',
        renewal: 'supposed',
        years: supposed.years,
        party,
        occurredOn: on,
      }))
    case 'duration':
      return terms.parties.map((party) => ({
        type: 'amendment_signed',
        amendment: 'supposed',
        newLastDay: supposed.newLastDay,
        party,
        occurredOn: on,
      }))
  }
}

/** The termination follows on the first day on which it would be open; without the clause, the notice stands alone. */
function noticeThenTermination(
  terms: Terms,
  acts: readonly Act[],
  { by, on }: { by: Party; on: Day },
): Act[] {
  const letter = { type: 'registered_letter_sent', from: by } as const
  const notice: Act = { ...letter, id: 'supposed', purpose: 'formal_notice', scope: 'full', occurredOn: on }
  const state = stateOn(terms, [...acts, notice], on)
  const { terminationAvailableFrom = null } = state.formalNotices.find(({ id }) => id === 'supposed') ?? {}
  if (terminationAvailableFrom === null) return [notice]
  const about = { formalNotice: 'supposed', scope: 'full', occurredOn: terminationAvailableFrom } as const
  return state.termsInForce.formalNotice?.terminationBy === 'notification'
    ? [notice, { type: 'termination_notified', from: by, ...about }]
    : [notice, { ...letter, id: 'supposed-end', purpose: 'termination', ...about }]
}

/** The day the supposed acts are all done: when both states are compared, never before today. */
export function dayOfComparison(supposed: readonly Act[], today: Day): Day {
  return supposed.reduce(
    (last, { occurredOn }) => (occurredOn && occurredOn > last ? occurredOn : last),
    today,
  )
}

/** The labels once the agreement has ended, or on `day` when it goes on. */
export function labelsAfter(terms: Terms, acts: readonly Act[], day: Day) {
  const { lastDayInForce } = stateOn(terms, acts, day)
  const on = lastDayInForce !== null && lastDayInForce >= day ? addDays(lastDayInForce, 1) : day
  return stateOn(terms, acts, on).labels
}
