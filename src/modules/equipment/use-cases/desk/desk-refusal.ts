import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { LendingRefusal, Refused } from '../lending-refusal.ts'

/** What the desk refuses beside the refusals of a loan. */
export type DeskRefusal =
  | 'key_missing'
  | 'key_reused'
  | 'identity_unseen'
  | 'report_changed'
  | 'wrong_unit'
  | 'unit_not_in_service'
  | 'report_missing'
  | 'already_signed'
  | 'nothing_back'
  | 'photo_refused'
  | 'too_many_photos'

/** Either of them: a refusal of a loan is one of the desk as well. */
export interface DeskRefused extends Refusal<LendingRefusal | DeskRefusal> {
  readonly alternatives?: NonNullable<Refused['alternatives']>
}

export function deskRefused(code: DeskRefusal, details: Readonly<Record<string, string>> = {}): DeskRefused {
  return refuse(code, details)
}

/** A report that was signed meanwhile, by the same hand twice or by the other party. */
export function reportRefusal(error: unknown): DeskRefused {
  const constraint = refusedBy(error) ?? ''
  if (['one_signature_per_party', 'signed_report_does_not_change'].includes(constraint))
    return deskRefused('already_signed')
  if (['one_report_per_direction', 'one_correction_per_report'].includes(constraint))
    return refuse('state_changed', {})
  throw error
}
