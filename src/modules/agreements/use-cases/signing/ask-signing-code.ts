import type { Instant } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { countAttempt } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addCode } from '../../data/signings.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { CODES_PER_HOUR, codeExpiry } from '../../domain/signing-code.ts'
import { sendSigningCode } from '../../jobs/send-signing-code.ts'
import { actOnCall, type CallRefusal } from './signing-call.ts'

export type CodeRefusal = CallRefusal | 'too-many-codes'

/** Sends a code by mail to the signer who declared these sentences. Returns until when it may be typed. */
export async function askSigningCode(
  context: Context,
  config: Pick<Config, 'secret'>,
  { id, seenText, declared }: { id: AgreementId; seenText: string; declared: readonly string[] },
): Promise<Instant | Refusal<CodeRefusal>> {
  // By person and agreement, before the transaction: what was asked counts, even refused.
  const person = personOf(context.actor)?.personId ?? ''
  const key = `signing-code:${keyedDigest(config, 'signing-codes', id, person)}`
  const { count } = await countAttempt(context.db, key, 3600, context.now)
  return actOnCall<Instant | Refusal<CodeRefusal>>(context, { id, seenText }, async (tx, { call }) => {
    if (count > CODES_PER_HOUR) return refuse('too-many-codes')
    const expiresAt = codeExpiry(context.now)
    const code = await addCode(tx, call.id, { declared: [...declared], sentAt: context.now, expiresAt })
    await writeJournal(tx, context, 'signing.code-asked', id, { party: call.party })
    await enqueue(tx, sendSigningCode, { code })
    return expiresAt
  })
}
