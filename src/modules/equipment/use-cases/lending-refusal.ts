import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import type { Alternative } from '../domain/alternatives.ts'

/** Why an act of a loan is not done: the codes of EQP-1601, one French sentence each. */
export type LendingRefusal =
  | 'no_such_thing'
  | 'state_changed'
  | 'no_loan_right'
  | 'request_incomplete'
  | 'period_invalid'
  | 'slot_unavailable'
  | 'derogation_required'
  | 'too_long'
  | 'already_taken'
  | 'insurance_missing'
  | 'reason_missing'
  | 'own_request'
  | 'own_entry'
  | 'custody_inconsistent'
  | 'collector_missing'
  | 'maintenance_overdue'
  | 'displacement_not_written'
  | 'notice_too_short'
  | 'already_out'
  | 'still_out'
  | 'answer_too_late'
  | 'charges_open'
  | 'emergency_forbidden'

/** A refusal with what may be offered instead. */
export interface Refused extends Refusal<LendingRefusal> {
  readonly alternatives?: readonly Alternative[]
}

export function refused(
  code: LendingRefusal,
  details: Readonly<Record<string, string>> = {},
  alternatives?: readonly Alternative[],
): Refused {
  return { ...refuse(code, details), ...(alternatives && { alternatives }) }
}

/** The refusals of the database, said as ours. The race is lost, nothing was written. EQP-1704. */
const BY_CONSTRAINT: Readonly<Record<string, LendingRefusal>> = {
  one_use_at_a_time: 'already_taken',
  one_open_custody_per_unit: 'already_out',
  one_custody_at_a_time: 'custody_inconsistent',
  custody_ends_after_it_begins: 'custody_inconsistent',
  custody_is_not_entered_ahead: 'custody_inconsistent',
  transition_is_allowed: 'state_changed',
  one_event_per_seq: 'state_changed',
  state_follows_the_last_one: 'state_changed',
  one_open_extension_per_line: 'state_changed',
  one_open_displacement_per_line: 'state_changed',
  one_open_early_return_per_line: 'state_changed',
  one_open_transfer_per_unit: 'state_changed',
  submitted_request_is_complete: 'request_incomplete',
  one_offer_per_freed_unit: 'already_taken',
  one_open_offer_per_entry: 'state_changed',
}

/** The refusal a constraint stands for; any other error is thrown again. */
export function refusalOf(error: unknown): Refused {
  const code = BY_CONSTRAINT[refusedBy(error) ?? '']
  if (!code) throw error
  return refused(code)
}
