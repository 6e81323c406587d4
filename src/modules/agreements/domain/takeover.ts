import type { Day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import { amendmentName } from './amendment-draft.ts'
import type { Party, Terms } from './terms.ts'

/** What is known of an agreement signed before it was followed here, in its own dates. AGR-11. */
export interface Past {
  readonly places: readonly { readonly id: string; readonly subList: string }[]
  readonly signatures: readonly { readonly party: Party; readonly on: Day; readonly capacity: string }[]
  readonly since: readonly KnownAct[]
}

export const KNOWN_ACTS = [
  'renewal',
  'amendment',
  'amendment_request',
  'denunciation',
  'formal_notice',
  'termination',
  'other_letter',
  'meeting',
] as const

export type KnownActKind = (typeof KNOWN_ACTS)[number]

/** An act known since the signature: a renewal and an amendment are signed by all on that day. */
export interface KnownAct {
  readonly kind: KnownActKind
  readonly on: Day
  readonly party: Party | null
  /** Of a renewal. */
  readonly years: number | null
  /** Of an amendment that sets one. */
  readonly newLastDay: Day | null
}

/** The acts of that past, in the order of the log: the annex, the signatures, then what came since, by day. */
export function actsOf(terms: Terms, past: Past, newId: () => string): Act[] {
  const places = past.places.map(
    ({ id, subList }): Act => ({ type: 'place_listed', place: id, ...(subList && { subList }) }),
  )
  const signatures = past.signatures.map(
    ({ party, on, capacity }): Act => ({
      type: 'signature',
      party,
      occurredOn: on,
      ...(capacity && { capacity }),
    }),
  )
  return [...places, ...signatures.toSorted(byDay), ...actsSince(terms, past.since, newId)]
}

function actsSince(terms: Terms, since: readonly KnownAct[], newId: () => string): Act[] {
  const counts = { renewal: 0, amendment: 0 }
  const notices = new Map<Party, string>()
  return since
    .toSorted((one, other) => order(one.on, other.on))
    .flatMap((known): Act[] => {
      const { on: occurredOn, party: from, years, newLastDay } = known
      if (known.kind === 'renewal') {
        const renewal = `reconduction-${++counts.renewal}`
        const act = { type: 'renewal_signed', renewal, years, occurredOn } as const
        return terms.parties.map((party) => ({ ...act, party }))
      }
      if (known.kind === 'amendment') {
        const amendment = amendmentName(++counts.amendment)
        const act = { type: 'amendment_signed', amendment, occurredOn } as const
        return terms.parties.map((party) => ({ ...act, party, ...(newLastDay && { newLastDay }) }))
      }
      if (known.kind === 'meeting') return [{ type: 'meeting_held', committee: 'steering', occurredOn }]
      if (from === null) return []
      if (known.kind === 'amendment_request') return [{ type: 'amendment_requested', from, occurredOn }]
      return [letter(terms, { ...known, from }, notices, newId())]
    })
}

/** A termination follows the last formal notice of its sender; the clause says by which form. */
function letter(
  { formalNotice }: Terms,
  { kind, on: occurredOn, from }: KnownAct & { readonly from: Party },
  notices: Map<Party, string>,
  id: string,
): Act {
  const sent = { type: 'registered_letter_sent', id, from, occurredOn } as const
  if (kind === 'formal_notice') {
    notices.set(from, id)
    return { ...sent, purpose: 'formal_notice', scope: 'full' }
  }
  if (kind !== 'termination') return { ...sent, purpose: kind === 'denunciation' ? 'denunciation' : 'other' }
  const notice = notices.get(from)
  const about = { scope: 'full', ...(notice && { formalNotice: notice }) } as const
  return formalNotice?.terminationBy === 'notification'
    ? { type: 'termination_notified', id, from, occurredOn, ...about }
    : { ...sent, purpose: 'termination', ...about }
}

function byDay(one: Act, other: Act): number {
  return order(one.occurredOn ?? '', other.occurredOn ?? '')
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
