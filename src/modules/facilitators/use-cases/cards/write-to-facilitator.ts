import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { countAttempt } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { type Mail, writeMail } from '../../../../platform/mail/mail.ts'
import { findPerson } from '../../../identity/index.ts'
import type { Card } from '../../domain/card.ts'

export type MessageRefusal = 'takes-no-message' | 'too-many-today'

const PER_DAY = 10
const DAY = 86_400

/**
 * A mail to a facilitator whose address is never told to whoever writes: they answer if they wish. Nothing is kept of
 * it beside the mail itself. `card`: as the writer sees it. DIR-78.
 */
export async function writeToFacilitator(
  context: Context,
  config: Pick<Config, 'secret'>,
  card: Card,
  mail: Pick<Mail, 'subject' | 'body'>,
): Promise<null | Refusal<MessageRefusal>> {
  const { db, network, now } = context
  const person = card.takesMessages ? await findPerson(db, card.personId) : null
  if (!person) return refuse('takes-no-message')
  const key = keyedDigest(config, 'facilitators.messages', `${network.id}:${person.id}`)
  if ((await countAttempt(db, key, DAY, now)).count > PER_DAY) return refuse('too-many-today')
  await inTransaction(db, async (tx) => {
    await writeMail(tx, now, { ...mail, to: person.email, onceKey: `facilitators.message:${newId()}` })
    await writeJournal(tx, context, 'facilitator.written-to', person.id)
  })
  return null
}
