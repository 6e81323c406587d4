import type { Day } from '../../../kernel/day.ts'
import type { Agreement } from './agreement.ts'
import { type Duty, dutiesOn, type EvidenceFact, type EvidenceKind } from './duties.ts'
import type { Obligation, ObligationCode, ObligationStatus } from './obligations.ts'
import type { AgreementState } from './state.ts'
import { articleOf, type Party } from './terms.ts'

export type DutyGroup = 'overdue' | 'current' | 'coming' | 'past'

/** What shows that a duty is done. */
export interface Evidence {
  readonly on: Day
  readonly by: string
  readonly says: string
  /** From the network's base on; null when the acts of the agreement say it. */
  readonly link: string | null
  /** A party says so: no module holds the fact. */
  readonly isDeclared: boolean
}

/** One duty within one window, whoever settles it: the acts, a module, a statement. AGR-72. */
export interface TrackedDuty {
  readonly code: string
  readonly article: string | null
  /** Who owes it: several when the clause binds all. */
  readonly actors: readonly Party[]
  /** `2026-H1`, `2026`, `2026-03-01/2027-02-28`; null when no clause gives a rhythm. */
  readonly window: string | null
  /** The place, the meeting or the communication it is about. */
  readonly subject: string | null
  readonly dueBy: Day | null
  readonly status: ObligationStatus
  /** « Autant que possible »: never overdue. AGR-73. */
  readonly bestEfforts: boolean
  readonly evidence: Evidence | null
  /** Which modules may prove it; none when the acts do. */
  readonly expects: readonly EvidenceKind[]
  readonly group: DutyGroup
}

/** Every duty of the agreement on that day: what the state settles, the minutes awaited, what modules prove. */
export function trackedDuties(
  { acts }: Pick<Agreement, 'acts'>,
  state: AgreementState,
  duties: readonly Duty[],
  facts: readonly EvidenceFact[],
  today: Day,
): TrackedDuty[] {
  const settled = state.obligations.map((one) => ofState(one, state, facts, today))
  const minutes = state.minutes.flatMap(({ meeting, status, validatedOn, missing }): TrackedDuty[] => {
    if (!state.termsInForce.committee?.minutesValidatedBy) return []
    const held = acts.find((act) => act.id === meeting)?.occurredOn ?? null
    const evidence = validatedOn && byActs(validatedOn, 'compte rendu validé')
    const isPast = status === 'validated'
    return [
      {
        code: 'minutes',
        article: articleOf(state.termsInForce, 'committee'),
        actors: missing.length > 0 ? missing : state.termsInForce.parties,
        ...{ window: held, subject: meeting, dueBy: null, bestEfforts: false, evidence },
        expects: [],
        status: isPast ? 'fulfilled' : 'due',
        group: isPast ? 'past' : 'current',
      },
    ]
  })
  const proved = dutiesOn(duties, state, facts, today).map(
    ({ duty, window, place, dueBy, status, evidence }): TrackedDuty => ({
      code: duty.code,
      article: duty.article,
      actors: [duty.actor],
      ...{ window: window === 'life' ? null : window, subject: place, dueBy, status },
      evidence: evidence && shown(evidence),
      bestEfforts: duty.bestEfforts,
      expects: duty.evidence,
      group: groupOf(status, dueBy, today),
    }),
  )
  return [...settled, ...minutes, ...proved].sort(byDay)
}

const TERM: Readonly<Record<ObligationCode, string>> = {
  place_update: 'placeUpdate',
  committee_steering: 'committee',
  committee_network: 'committee',
  committee_bilateral: 'committee',
  committee_governance: 'governance',
  operation_results: 'communication',
}

function ofState(
  { code, window, place, dueBy, responsible, status, fulfilledOn }: Obligation,
  { termsInForce }: AgreementState,
  facts: readonly EvidenceFact[],
  today: Day,
): TrackedDuty {
  const isOperation = code === 'operation_results'
  const subject = place ?? (isOperation ? window : null)
  const proof = facts.find((fact) => fact.duty === code && fact.place === place && fact.on === fulfilledOn)
  return {
    code,
    article: articleOf(termsInForce, TERM[code]),
    actors: responsible === null ? termsInForce.parties : [responsible],
    window: isOperation ? null : window,
    subject,
    dueBy: isOperation ? null : dueBy,
    status,
    bestEfforts: false,
    expects: [],
    evidence: proof ? shown(proof) : fulfilledOn && byActs(fulfilledOn, ACT_SAYS[code]),
    group: groupOf(status, isOperation ? null : dueBy, today),
  }
}

/** What the log itself shows, when no module does. */
const ACT_SAYS: Readonly<Record<ObligationCode, string>> = {
  place_update: 'lieu listé ce semestre',
  committee_steering: 'réunion tenue',
  committee_network: 'réunion tenue',
  committee_bilateral: 'réunion tenue',
  committee_governance: 'réunion tenue',
  operation_results: 'bilan transmis',
}

function byActs(on: Day, says: string): Evidence {
  return { on, says, by: 'les actes de la convention', link: null, isDeclared: false }
}

function shown({ on, by, says = '', link, kind }: EvidenceFact): Evidence {
  return { on, by, says, link, isDeclared: kind === 'declared' }
}

/** What is done within its window stays with what is current until the window closes. */
function groupOf(status: ObligationStatus, dueBy: Day | null, today: Day): DutyGroup {
  if (status === 'overdue') return 'overdue'
  if (status === 'upcoming') return 'coming'
  return status === 'fulfilled' && dueBy !== null && dueBy < today ? 'past' : 'current'
}

function byDay(one: TrackedDuty, other: TrackedDuty): number {
  const [a, b] = [one.dueBy ?? '9999', other.dueBy ?? '9999']
  return a < b ? -1 : a > b ? 1 : 0
}
