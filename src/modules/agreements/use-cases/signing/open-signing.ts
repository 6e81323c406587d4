import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { saveDraft } from '../../data/agreements.store.ts'
import { approvalsOf } from '../../data/negotiation.store.ts'
import { addSigning, closeSigning, openSigningOf, type SigningCall } from '../../data/signings.store.ts'
import { type Agreement, isDraft } from '../../domain/agreement.ts'
import { unapprovedBy } from '../../domain/draft-approval.ts'
import type { CallLife } from '../../domain/signing-call-life.ts'
import { rankOf, ranksOf, type SigningOrder } from '../../domain/signing-order.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { callSigners } from '../../jobs/call-signers.ts'
import { prepareSigningDocument } from '../../jobs/signing-document.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type AgreementText, textOf } from '../drafting/agreement-text.ts'
import { approvedFingerprint } from '../drafting/draft-content.ts'
import { missingPapers } from '../offices/people-and-papers.ts'
import { type TextRefusal, whyTextNotReady } from './signature-act.ts'
import { candidatesOf } from './signing-candidates.ts'
import { type FrozenText, textToSign } from './signing-text.ts'

export interface SigningToOpen {
  order: SigningOrder
  /** Who signs for each party that has not signed; a party left out signs on paper. */
  signers: ReadonlyMap<Party, CapacityRef>
  life?: CallLife
  /** Every party may then sign with a provider of its own: the text is frozen, and nobody is called. AGR-25. */
  mayCallNobody?: boolean
}

const UNTIL_CLOSED: CallLife = { remindEvery: null, expiresOn: null }

export type OpeningRefusal =
  | TargetRefusal
  | TextRefusal
  | 'signing-is-open'
  | 'authority-missing'
  | 'nobody-to-call'
  | 'not-a-signer'
  | 'ends-before-today'
  | 'not-approved'

/** Freezes the text and calls those who sign it in the application. Returns its fingerprint. AGR-21, AGR-24, AGR-26. */
export function openSigning(
  context: Context,
  target: Target,
  asked: SigningToOpen,
): Promise<FrozenText | Refusal<OpeningRefusal>> {
  return actOnAgreement<FrozenText | Refusal<OpeningRefusal>>(context, target, async (tx, found) => {
    if (await openSigningOf(tx, found.id)) return refuse('signing-is-open')
    const life = asked.life ?? UNTIL_CLOSED
    if (life.expiresOn && life.expiresOn < context.today) return refuse('ends-before-today')
    const agreement = await ordered(tx, found, asked.order)
    const text = await textOf(tx, context.network, agreement)
    const notReady = whyTextNotReady(text)
    if (notReady) return notReady
    const unapproved = await whyNotApproved(tx, context, agreement, text)
    if (unapproved) return unapproved
    const { toSign, signed } = await missingPapers(tx, agreement, context.today)
    const awaited = [...toSign, ...signed]
    if (awaited.length > 0) return refuse('authority-missing', { parties: awaited.join(' ') })
    const calls = await callsFrom(tx, context, agreement, asked)
    if (isRefusal(calls)) return calls
    const frozen = textToSign(context.network, agreement, text)
    await addSigning(tx, agreement.id, { ...frozen, life, calls }, recordedBy(context))
    const details = { fingerprint: frozen.fingerprint, parties: calls.map(({ party }) => party) }
    await writeJournal(tx, context, 'signing.opened', agreement.id, details)
    await enqueue(tx, prepareSigningDocument, { agreement: agreement.id })
    await enqueue(tx, callSigners, { agreement: agreement.id })
    return frozen
  })
}

/** Takes the text back: nobody may sign it in the application any more. What was signed stays signed. */
export function closeOpenSigning(
  context: Context,
  target: Target,
): Promise<Agreement | Refusal<TargetRefusal | 'no-open-signing'>> {
  return actOnAgreement<Agreement | Refusal<TargetRefusal | 'no-open-signing'>>(
    context,
    target,
    async (tx, agreement) => {
      const signing = await openSigningOf(tx, agreement.id)
      if (!signing) return refuse('no-open-signing')
      await closeSigning(tx, signing.id, recordedBy(context))
      await writeJournal(tx, context, 'signing.closed', agreement.id, { fingerprint: signing.fingerprint })
      return agreement
    },
  )
}

/** Each party that has not signed must have approved this very content: silence is no approval. AGR-5, AGR-18. */
async function whyNotApproved(
  tx: Database,
  { network }: Context,
  agreement: Agreement,
  text: AgreementText,
): Promise<Refusal<'not-approved'> | null> {
  const fingerprint = approvedFingerprint(network, agreement, text)
  const parties = unapprovedBy(agreement, await approvalsOf(tx, agreement.id), fingerprint)
  if (parties.length === 0) return null
  const names = parties.map((party) =>
    party === agreement.terms.parties[0] ? network.headName : agreement.partner.name,
  )
  return refuse('not-approved', { parties: names.join(' et ') })
}

/** The order is a term like another: it is part of what is signed, and stays once somebody has signed. */
async function ordered(tx: Database, agreement: Agreement, order: SigningOrder): Promise<Agreement> {
  if (!isDraft(agreement)) return agreement
  const { signingRanks: _former, ...others } = agreement.terms
  const signingRanks = ranksOf(others.parties, order)
  const terms = order === 'any' ? others : { ...others, signingRanks }
  const { variables, representative } = agreement
  await saveDraft(tx, agreement.id, {
    variables: { ...variables },
    terms,
    representativeName: representative.name,
    representativeTitle: representative.title,
  })
  return { ...agreement, terms }
}

async function callsFrom(
  tx: Database,
  { today }: Context,
  agreement: Agreement,
  { signers, mayCallNobody = false }: SigningToOpen,
): Promise<Omit<SigningCall, 'id'>[] | Refusal<'nobody-to-call' | 'not-a-signer'>> {
  const { terms, acts } = agreement
  const missing = stateOn(terms, acts, today).missingSignatures.filter((party) => signers.has(party))
  if (missing.length === 0 && !mayCallNobody) return refuse('nobody-to-call')
  const known = (await candidatesOf(tx, agreement, missing, today)).flatMap(({ candidates }) => candidates)
  const ranks = terms.signingRanks ?? [terms.parties]
  const calls = missing.flatMap((party) => {
    const asked = signers.get(party)
    const one = known.find(
      ({ capacity, ...candidate }) =>
        candidate.party === party &&
        capacity.mandateId === asked?.mandateId &&
        capacity.delegationId === asked.delegationId,
    )
    if (!one) return []
    const { organisationId, mandateId, delegationId } = one.capacity
    const rank = rankOf(ranks, party)
    return [{ party, rank, personId: one.personId, organisationId, mandateId, delegationId }]
  })
  return calls.length === missing.length ? calls : refuse('not-a-signer')
}
