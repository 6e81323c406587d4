import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { ChargeProblem } from '../../domain/incidents/charge.ts'
import { type LendingRefusal, refusalOf } from '../lending-refusal.ts'

/** What is refused about an incident beside the refusals of a loan. */
export type IncidentRefusal =
  | LendingRefusal
  | ChargeProblem
  | 'incident_changed'
  | 'incident_known'
  | 'not_yet'
  | 'answer_awaited'
  | 'no_borrower'
  | 'not_in_hand'
  | 'charge_open'
  | 'decided_too_high'

export type IncidentRefused = Refusal<IncidentRefusal>

export function incidentRefused(
  code: IncidentRefusal,
  details: Readonly<Record<string, string>> = {},
): IncidentRefused {
  return refuse(code, details)
}

const BY_CONSTRAINT: Readonly<Record<string, IncidentRefusal>> = {
  one_incident_event_per_seq: 'incident_changed',
  one_charge_to_decide: 'charge_open',
  one_missing_part_of_loan: 'incident_known',
  decided_charge_is_no_higher: 'decided_too_high',
  lifecycle_changed_meanwhile: 'incident_changed',
  one_lifecycle_event_per_seq: 'incident_changed',
  reported_after_discovered: 'not_yet',
}

/** The refusal a constraint stands for; any other error is thrown again. */
export function incidentRefusalOf(error: unknown): IncidentRefused {
  const code = BY_CONSTRAINT[refusedBy(error) ?? '']
  return code ? incidentRefused(code) : refusalOf(error)
}
