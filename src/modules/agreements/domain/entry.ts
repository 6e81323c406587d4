import { type Day, latest } from '../../../kernel/day.ts'
import type { DeclineAct, SignatureAct } from './acts.ts'
import { type Course, isParty, type Outcome } from './course.ts'
import { gridFrom } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** The last required signature brings the agreement into force. AGR-34, AGR-146. */
export function readSignature(course: Course, ranked: Ranked<SignatureAct>): Outcome {
  const { act } = ranked
  if (!isParty(course, act.party)) return 'unknown_party'
  if (course.entry !== null) return 'after_entry'
  if (course.signatures.has(act.party)) return 'already_signed'
  course.decliners.delete(act.party)
  course.signatures.set(act.party, ranked)
  if (missingSignatures(course).length === 0) enter(course, act.occurredOn)
  return null
}

/** Declining supersedes the party's own signature, and lasts until it signs later. AGR-27, AGR-29. */
export function readDecline(course: Course, ranked: Ranked<DeclineAct>): Outcome {
  const { act } = ranked
  if (!isParty(course, act.party)) return 'unknown_party'
  if (course.entry !== null) return 'after_entry'
  if (course.decliners.has(act.party)) return 'already_declined'
  course.signatures.delete(act.party)
  course.decliners.add(act.party)
  return null
}

/** In the order of the terms. */
export function missingSignatures(course: Course): Party[] {
  return course.terms.parties.filter((party) => !course.signatures.has(party))
}

/** The signature that completed the set, once there is one. */
export function lastSignature(course: Course): Ranked<SignatureAct> | null {
  return course.entry === null ? null : ([...course.signatures.values()].at(-1) ?? null)
}

/** A signature given outside its delegation counts, and stays flagged. AGR-17. */
export function flagDelegations(course: Course): void {
  for (const { act } of course.signatures.values()) {
    if (isOutsideDelegation(act)) course.warnings.add('delegation_not_valid_on_signature_date')
  }
}

function enter(course: Course, lastSigned: Day): void {
  course.entry = latest(lastSigned, course.terms.entryDate) ?? lastSigned
  course.grid = gridFrom(course.terms, course.entry)
}

function isOutsideDelegation({ delegation, occurredOn }: SignatureAct): boolean {
  const { from, until } = delegation ?? {}
  return (from !== undefined && occurredOn < from) || (until !== undefined && occurredOn > until)
}
