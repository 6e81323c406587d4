import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Actor, Member } from '../../../../platform/session/actor.ts'
import { lockAgreement } from '../../data/agreements.store.ts'
import { openSigningOf, type Signing, type SigningCall } from '../../data/signings.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import { calledToSign } from '../../domain/entry.ts'
import { hasExpired } from '../../domain/signing-call-life.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { type AgreementText, textOf } from '../drafting/agreement-text.ts'
import { textToSign } from './signing-text.ts'

/** What stands between somebody and their signature. */
export type CallRefusal =
  | 'no-such-agreement'
  | 'no-open-signing'
  | 'not-called'
  | 'called-for-another-organisation'
  | 'in-their-place'
  | 'already-signed'
  | 'signing-declined'
  | 'not-your-turn'
  | 'text-changed'
  | 'call-expired'

/** One's own call, on a locked agreement. */
export interface HeldCall {
  agreement: Agreement
  text: AgreementText
  signing: Signing
  call: SigningCall
  member: Member
}

/**
 * Finds and holds the call of whoever asks. Two signers at the same instant wait for each other, and both sign: the
 * text they read is compared, not the rank of the last act.
 */
export function actOnCall<T>(
  context: Context,
  { id, seenText }: { id: AgreementId; seenText: string },
  work: (tx: Database, held: HeldCall) => Promise<T>,
): Promise<T | Refusal<CallRefusal>> {
  return inTransaction<T | Refusal<CallRefusal>>(context.db, async (tx) => {
    const agreement = await lockAgreement(tx, context.reach, id)
    if (!agreement) return refuse('no-such-agreement')
    const { signing, ...own } = await ownCall(tx, context.actor, agreement)
    if (!signing) return refuse(hasSigned(agreement, context.actor) ? 'already-signed' : 'no-open-signing')
    if ('refused' in own) return own.refused
    const refusal = whyNotYet(agreement, own.call, context) ?? whyClosed(signing, context)
    if (refusal) return refusal
    const text = await textOf(tx, context.network, agreement)
    const now = textToSign(context.network, agreement, text).fingerprint
    if (now !== signing.fingerprint || seenText !== signing.fingerprint) return refuse('text-changed')
    return work(tx, { agreement, text, signing, call: own.call, member: own.member })
  })
}

type OwnCall = { signing: Signing | null } & (
  | { call: SigningCall; member: Member }
  | { refused: Refusal<'not-called' | 'called-for-another-organisation' | 'in-their-place'> }
)

/** The open signing, and what it asks of this person: they must be themself, and act for the party they sign for. */
export async function ownCall(db: Database, actor: Actor, agreement: Agreement): Promise<OwnCall> {
  const signing = await openSigningOf(db, agreement.id)
  if (actor.kind !== 'member') return { signing, refused: refuse('not-called') }
  const calls = signing?.calls.filter(({ personId }) => personId === actor.personId) ?? []
  const call = calls.find(({ organisationId }) => actor.organisations.includes(organisationId))
  if (calls.length === 0) return { signing, refused: refuse('not-called') }
  if (!call) return { signing, refused: refuse('called-for-another-organisation') }
  if (actor.impersonator) return { signing, refused: refuse('in-their-place') }
  return { signing, call, member: actor }
}

/** Whose turn it is, and whether this party may still sign. */
export function whyNotYet(
  { terms, acts }: Agreement,
  { party }: Pick<SigningCall, 'party'>,
  { today }: Pick<Context, 'today'>,
): Refusal<'already-signed' | 'signing-declined' | 'not-your-turn'> | null {
  const { status, missingSignatures } = stateOn(terms, acts, today)
  if (!missingSignatures.includes(party)) return refuse('already-signed')
  if (status === 'declined') return refuse('signing-declined')
  const called = calledToSign(terms, missingSignatures)
  return called.includes(party) ? null : refuse('not-your-turn', { parties: called.join(' ') })
}

/** A call that ended closes its link, and nothing else. AGR-28. */
export function whyClosed(
  signing: Pick<Signing, 'expiresOn'>,
  { today }: Pick<Context, 'today'>,
): Refusal<'call-expired'> | null {
  return hasExpired(signing, today) ? refuse('call-expired', { day: signing.expiresOn ?? '' }) : null
}

/** The parties for which this person signed. */
export function signedFor({ acts }: Agreement, actor: Actor): Party[] {
  const person = actor.kind === 'member' ? actor.personId : null
  return acts.flatMap((act) =>
    act.type === 'signature' && person !== null && act.signatory?.person === person ? [act.party] : [],
  )
}

function hasSigned(agreement: Agreement, actor: Actor): boolean {
  return signedFor(agreement, actor).length > 0
}
