import { timingSafeEqual } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { countAttempt } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { addEvidence } from '../../data/evidence.store.ts'
import { latestCode, type SigningCode, useCode } from '../../data/signings.store.ts'
import type { SignatureAct } from '../../domain/acts.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import { CODE_MINUTES, CODE_TRIES, networkPart } from '../../domain/signing-code.ts'
import { signingCode } from '../../jobs/send-signing-code.ts'
import { appendSignature, signatureWords } from './signature-act.ts'
import { actOnCall, type CallRefusal, type HeldCall, ownCall } from './signing-call.ts'
import { powerOfParty } from './signing-powers.ts'

export type OnlineRefusal = CallRefusal | 'no-code' | 'code-expired' | 'too-many-tries' | 'wrong-code'

export interface Signed {
  agreement: Agreement
  act: Id<'act'>
}

/**
 * Signs in the application, at this instant: the act, its evidence, the journal and the mails in one transaction. A
 * mandate put aside since the signing was opened still signs, and is flagged. AGR-17, AGR-24.
 */
export async function signOnline(
  context: Context,
  config: Pick<Config, 'secret'>,
  { id, seenText, typed }: { id: AgreementId; seenText: string; typed: string },
): Promise<Signed | Refusal<OnlineRefusal>> {
  const tries = await countTry(context, config, id)
  return actOnCall<Signed | Refusal<OnlineRefusal>>(context, { id, seenText }, async (tx, held) => {
    const { agreement, call, text, member } = held
    const code = await provedCode(tx, context, config, { call: call.id, typed, tries })
    if (isRefusal(code)) return code
    const day = dayOf(context.now)
    const power = await powerOfParty(tx, agreement, call.party, call, day)
    if (!power) return refuse('not-called')
    const words = signatureWords({ ...power.capacity, personId: member.personId })
    const act: SignatureAct = {
      type: 'signature',
      party: call.party,
      occurredOn: day,
      at: context.now,
      ...words,
    }
    const after = await appendSignature(tx, context, agreement, { text, act, power: call })
    const signed = after.acts.at(-1)?.id as Id<'act'>
    await useCode(tx, code.id, context.now)
    await addEvidence(tx, evidence(context, held, { act: signed, code, quality: words.signatory?.quality }))
    return { agreement: after, act: signed }
  })
}

/** Counted before it is compared, and before the transaction: a wrong try counts although nothing is signed. */
async function countTry(
  { db, now, reach, actor }: Context,
  config: Pick<Config, 'secret'>,
  id: AgreementId,
): Promise<number> {
  const agreement = await findAgreement(db, reach, id)
  const own = agreement && (await ownCall(db, actor, agreement))
  const code = own && 'call' in own ? await latestCode(db, own.call.id) : null
  if (!code) return 0
  const key = `signing-try:${keyedDigest(config, 'signing-tries', code.id)}`
  return (await countAttempt(db, key, CODE_MINUTES * 60, now)).count
}

async function provedCode(
  tx: Database,
  { now }: Context,
  config: Pick<Config, 'secret'>,
  { call, typed, tries }: { call: HeldCall['call']['id']; typed: string; tries: number },
): Promise<SigningCode | Refusal<'no-code' | 'code-expired' | 'too-many-tries' | 'wrong-code'>> {
  const code = await latestCode(tx, call)
  if (!code) return refuse('no-code')
  if (code.expiresAt <= now) return refuse('code-expired')
  if (tries > CODE_TRIES) return refuse('too-many-tries')
  const left = String(CODE_TRIES - tries)
  return same(typed, signingCode(config, code.id)) ? code : refuse('wrong-code', { left })
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function evidence(
  { now, origin }: Context,
  { signing, call, member }: HeldCall,
  { act, code, quality = '' }: { act: Id<'act'>; code: SigningCode; quality: string | undefined },
): Parameters<typeof addEvidence>[1] {
  return {
    act_id: act,
    text_id: signing.textId,
    fingerprint: signing.fingerprint,
    person_id: member.personId,
    membership_id: member.membershipId,
    organisation_id: call.organisationId,
    organisation_name: member.organisationName,
    mandate_id: call.mandateId,
    delegation_id: call.delegationId,
    signer_name: member.name,
    signer_quality: quality,
    declared: code.declared,
    code_id: code.id,
    code_sent_at: code.sentAt,
    code_typed_at: now,
    address: networkPart(origin?.address ?? ''),
    user_agent: origin?.userAgent.slice(0, 300) ?? '',
  }
}
