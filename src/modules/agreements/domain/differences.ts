import type { AgreementState } from './state.ts'

export type StateValue = string | number | boolean | null

/** A value of the state that is not the same in the other one; null where it is not there at all. */
export interface Difference {
  /** As in the explanations: `lastDayInForce`, `labels.EPN-7`, `obligations.place_update.EPN-7.2026-H1`. */
  readonly path: string
  readonly before: StateValue
  readonly after: StateValue
}

/** What changed from one state to the other, in the order of the state. AGR-79. */
export function differences(before: AgreementState, after: AgreementState): Difference[] {
  const [old, young] = [valuesOf(before), valuesOf(after)]
  const paths = new Set([...old.keys(), ...young.keys()])
  return [...paths].flatMap((path) => {
    const change = { path, before: old.get(path) ?? null, after: young.get(path) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

/** Every value of a state by its path. */
export function valuesOf(state: AgreementState): Map<string, StateValue> {
  const { period } = state
  return new Map<string, StateValue>([
    ['status', state.status],
    ['endReason', state.endReason],
    ['inForce', state.inForce],
    ['enteredIntoForceOn', state.enteredIntoForceOn],
    ['missingSignatures', state.missingSignatures.join(', ')],
    ['period.index', period?.index ?? null],
    ['period.kind', period?.kind ?? null],
    ['period.start', period?.start ?? null],
    ['period.lastDay', period?.lastDay ?? null],
    ['lastDayInForce', state.lastDayInForce],
    ['amendmentRequestDeadline', state.amendmentRequestDeadline],
    ...state.labels.map(({ place, status }) => [`labels.${place}`, status] as const),
    ...state.nextDeadlines.map(({ kind, day }) => [`nextDeadlines.${kind}`, day] as const),
    ...listed('amendments', state.amendments, ({ id }) => id, ['status', 'effectiveOn']),
    ...listed('amendmentRequests', state.amendmentRequests, ({ name }) => name, ['inTime']),
    ...listed('formalNotices', state.formalNotices, ({ id }) => id, [
      'status',
      'cureLastDay',
      'cureLastDayIfShifted',
      'terminationAvailableFrom',
    ]),
    ...listed('disputes', state.disputes, ({ id }) => id, [
      'status',
      'amicableLastDay',
      'courtAvailableFrom',
    ]),
    ...listed(
      'obligations',
      state.obligations,
      ({ code, place, window }) => [code, place, window].filter(Boolean).join('.'),
      ['status', 'dueBy'],
    ),
    ...listed('motions', state.motions, ({ id }) => id, ['result', 'reason']),
    ...listed('minutes', state.minutes, ({ meeting }) => meeting, ['status', 'validatedOn']),
    ...listed('communications', state.communications, ({ id }) => id, ['status']),
    ...state.warnings.map((code) => [`warnings.${code}`, true] as const),
    ...state.rejectedActs.map(({ name, reason }) => [`rejectedActs.${name}`, reason] as const),
  ])
}

function listed<T>(
  list: string,
  items: readonly T[],
  nameOf: (item: T) => string,
  members: readonly (keyof T & string)[],
): (readonly [string, StateValue])[] {
  return items.flatMap((item) =>
    members.map((member) => [`${list}.${nameOf(item)}.${member}`, item[member] as StateValue] as const),
  )
}
