import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Party } from './terms.ts'

/** What gives somebody the power to bind a party. AGR-16. */
export const AUTHORITY_KINDS = ['deliberation', 'decision', 'delegation_of_signature'] as const
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number]

export interface AuthorityAct {
  readonly id: Id<'authority-act'>
  readonly party: Party
  readonly kind: AuthorityKind
  /** Who decided: « Conseil municipal ». */
  readonly body: string
  readonly reference: string
  readonly decidedOn: Day
  readonly scope: string
  readonly from: Day | null
  /** First day it holds no more; null: without end. */
  readonly until: Day | null
  readonly file: Id<'file'> | null
  readonly decision: Id<'decision'> | null
  readonly isSetAside: boolean
}

/** A party as its template names it: some must show what gives them the power to sign. */
export interface AskedParty {
  readonly role: Party
  readonly authorityRequired?: true
}

/** Does it hold on that day, for who would sign then? */
export function holdsOn({ from, until, decidedOn, isSetAside }: AuthorityAct, on: Day): boolean {
  return !isSetAside && decidedOn <= on && (from === null || from <= on) && (until === null || on < until)
}

/** Nobody opens a signing on that day without a paper from these parties. AGR-16, AGR-113. */
export function partiesWithoutAuthority(
  parties: readonly AskedParty[],
  acts: readonly AuthorityAct[],
  on: Day,
): Party[] {
  return askedOf(parties).filter((role) => !acts.some((act) => act.party === role && holdsOn(act, on)))
}

/**
 * The signatures given without their paper: they count (AGR-17), and wait for it in sight of both parties. A paper of
 * a later day puts the signature right, unless it had ended when the party signed.
 */
export function signaturesWithoutAuthority(
  parties: readonly AskedParty[],
  signed: readonly { party: Party; on: Day }[],
  acts: readonly AuthorityAct[],
): Party[] {
  const asked = askedOf(parties)
  return signed
    .filter(({ party, on }) => asked.includes(party) && !acts.some((act) => covers(act, party, on)))
    .map(({ party }) => party)
}

function covers({ party, until, isSetAside }: AuthorityAct, signer: Party, on: Day): boolean {
  return party === signer && !isSetAside && (until === null || on < until)
}

function askedOf(parties: readonly AskedParty[]): Party[] {
  return parties.filter(({ authorityRequired }) => authorityRequired).map(({ role }) => role)
}
