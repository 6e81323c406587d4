import { type Day, latest } from '../../../kernel/day.ts'
import type { DeclineAct, RatificationAct, SignatureAct, SigningReopenedAct } from './acts.ts'
import { type Course, isParty, type Outcome } from './course.ts'
import { gridFrom } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { Party, Terms } from './terms.ts'

/** Who has signed, who has refused to, and whose delegation was ratified since. */
export interface Signing {
  /** Those that stand, in the order they were given. */
  readonly signatures: Map<Party, Ranked<SignatureAct>>
  readonly decliners: Set<Party>
  readonly ratified: Set<Party>
}

/** The last required signature brings the agreement into force. AGR-34, AGR-146. */
export function readSignature(course: Course, ranked: Ranked<SignatureAct>): Outcome {
  const { act } = ranked
  const { signatures, decliners } = course.signing
  if (!isParty(course, act.party)) return 'unknown_party'
  if (course.entry !== null) return 'after_entry'
  if (signatures.has(act.party)) return 'already_signed'
  if (!counts(course, act)) {
    course.warnings.add('delegation_not_valid_on_signature_date')
    return 'delegation_not_valid'
  }
  decliners.delete(act.party)
  signatures.set(act.party, ranked)
  if (missingSignatures(course).length === 0) enter(course, act.occurredOn)
  return null
}

/** Declining supersedes the party's own signature, and lasts until it signs later. AGR-27, AGR-29. */
export function readDecline(course: Course, { act }: Ranked<DeclineAct>): Outcome {
  const { signatures, decliners } = course.signing
  if (!isParty(course, act.party)) return 'unknown_party'
  if (course.entry !== null) return 'after_entry'
  if (decliners.has(act.party)) return 'already_declined'
  signatures.delete(act.party)
  decliners.add(act.party)
  return null
}

/** AGR-27. */
export function readReopening(course: Course, { act }: Ranked<SigningReopenedAct>): Outcome {
  return course.signing.decliners.delete(act.party) ? null : 'not_declined'
}

/** AGR-17. */
export function readRatification(course: Course, { act }: Ranked<RatificationAct>): Outcome {
  const signed = course.signing.signatures.get(act.party)
  if (!signed || !isOutsideDelegation(signed.act)) return 'no_delegation_to_ratify'
  course.signing.ratified.add(act.party)
  return null
}

/** In the order of the terms. */
export function missingSignatures({ terms, signing }: Course): Party[] {
  return terms.parties.filter((party) => !signing.signatures.has(party))
}

/** Whose turn it is to sign: the first rank in which somebody still has to, or everybody without ranks. AGR-26. */
export function calledToSign(terms: Terms, missing: readonly Party[]): readonly Party[] {
  const rank = terms.signingRanks?.find((parties) => parties.some((party) => missing.includes(party)))
  return rank ? missing.filter((party) => rank.includes(party)) : missing
}

/** The signature that completed the set, once there is one. */
export function lastSignature({ entry, signing }: Course): Ranked<SignatureAct> | null {
  return entry === null ? null : ([...signing.signatures.values()].at(-1) ?? null)
}

/** A signature given outside its delegation counts, and stays flagged until it is ratified. AGR-17. */
export function flagDelegations(course: Course): void {
  const { signatures, ratified } = course.signing
  for (const { act } of signatures.values()) {
    if (isOutsideDelegation(act) && !ratified.has(act.party)) {
      course.warnings.add('delegation_not_valid_on_signature_date')
    }
  }
}

function counts({ readings }: Course, act: SignatureAct): boolean {
  return readings.delegationOutsideValidity === 'counts_flagged' || !isOutsideDelegation(act)
}

function enter(course: Course, lastSigned: Day): void {
  course.entry = latest(lastSigned, course.terms.entryDate) ?? lastSigned
  course.grid = gridFrom(course.terms, course.entry, course.readings)
}

function isOutsideDelegation({ delegation, occurredOn }: SignatureAct): boolean {
  const { from, until } = delegation ?? {}
  return (from !== undefined && occurredOn < from) || (until !== undefined && occurredOn > until)
}
