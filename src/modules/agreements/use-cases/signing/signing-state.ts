import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/session/actor.ts'
import type { Capacity, Flagged } from '../../../identity/index.ts'
import { type SigningDocument, signingDocumentOf } from '../../data/sealed-documents.store.ts'
import { openSigningOf, type Signing, type SigningCall } from '../../data/signings.store.ts'
import type { DeclineAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { calledToSign } from '../../domain/entry.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { declineOf, declinersOf } from './decline-signing.ts'
import { powerOfParty } from './signing-powers.ts'

/** One party of an open signing: who is called for it, and where it stands. */
export interface CalledSigner {
  call: SigningCall
  capacity: Capacity | null
  /** What is to be said of a signature given today. */
  flags: Flagged[]
  standing: 'signed' | 'declined' | 'called' | 'waiting'
}

/** Where the signing in the application stands, as a page tells it. */
export interface SigningState {
  signing: Signing | null
  signers: CalledSigner[]
  /** The parties whose last word is no. */
  declined: { party: Party; act: DeclineAct | null }[]
  /** The reader's own call, whatever its standing. */
  own: CalledSigner | null
  /** The PDF to sign; null while it is being made, or when the signing is not open. */
  document: SigningDocument | null
}

export async function signingStateOf(
  db: Database,
  agreement: Agreement,
  actor: Actor,
  today: Day,
): Promise<SigningState> {
  const signing = await openSigningOf(db, agreement.id)
  const { terms, acts } = agreement
  const { missingSignatures, status } = stateOn(terms, acts, today)
  const decliners = status === 'declined' ? declinersOf(agreement) : []
  const called = status === 'declined' ? [] : calledToSign(terms, missingSignatures)
  const signers = await Promise.all(
    (signing?.calls ?? []).map(async (call): Promise<CalledSigner> => {
      const power = await powerOfParty(db, agreement, call.party, call, today)
      const standing = decliners.includes(call.party)
        ? 'declined'
        : !missingSignatures.includes(call.party)
          ? 'signed'
          : called.includes(call.party)
            ? 'called'
            : 'waiting'
      return { call, capacity: power?.capacity ?? null, flags: power?.flags ?? [], standing }
    }),
  )
  const own = signers.find(({ call }) => isOwn(call, actor)) ?? null
  const declined = decliners.map((party) => ({ party, act: declineOf(agreement, party) }))
  const document = signing && (await signingDocumentOf(db, signing.textId))
  return { signing, signers, declined, own, document }
}

function isOwn({ personId, organisationId }: SigningCall, actor: Actor): boolean {
  return (
    actor.kind === 'member' && actor.personId === personId && actor.organisations.includes(organisationId)
  )
}
