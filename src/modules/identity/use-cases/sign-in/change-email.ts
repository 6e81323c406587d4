import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { dropLinks, noteLinkAsked, takeLink } from '../../data/sign-in/links.store.ts'
import { findAccount, findByEmail, saveEmail } from '../../data/sign-in/own-account.store.ts'
import { sendLink } from '../../jobs/send-link.ts'
import { tellAccountChange, writeToFormerEmail } from '../../jobs/tell-account-change.ts'
import { type ProofRefusal, provePresence } from './prove-presence.ts'

/**
 * Asks for another e-mail: a link goes to the new address, a notice to the present one, and nothing changes before
 * the link is used. An address that somebody else has is answered the same, and receives nothing.
 */
export async function askEmailChange(
  context: Context,
  accounts: Accounts,
  person: Person | Member,
  { email, password }: { email: string; password: string },
): Promise<null | Refusal<ProofRefusal>> {
  const proof = await provePresence(context, accounts, person, password)
  if (isRefusal(proof)) return proof
  const { db, network } = context
  const isFree = (await findByEmail(db, email)) === undefined
  return inTransaction(db, async (tx) => {
    await dropLinks(tx, 'email', person.personId)
    const link = await noteLinkAsked(tx, {
      purpose: 'email',
      personId: isFree ? person.personId : null,
      email,
      next: '',
    })
    await writeJournal(tx, context, 'email-change.asked', person.personId)
    await enqueue(tx, sendLink, { link, network: network.id })
    await enqueue(tx, tellAccountChange, {
      person: person.personId,
      what: 'email-asked',
      network: network.id,
      change: link,
    })
    return null
  })
}

/** The new address answered: it replaces the other, which is told. */
export async function changeEmail(
  context: Context,
  token: string,
): Promise<null | Refusal<'link-over' | 'email-taken'>> {
  try {
    return await inTransaction(context.db, async (tx) => {
      const link = await takeLink(tx, 'email', token)
      const before = link?.personId ? await findAccount(tx, link.personId) : undefined
      if (!link || !before) return refuse('link-over')
      await saveEmail(tx, before.id, link.email)
      await dropLinks(tx, 'password', before.id)
      const changes = changesBetween({ email: before.email }, { email: link.email })
      await writeJournal(tx, context, 'email.changed', before.id, {}, { changes })
      await writeToFormerEmail(tx, context, before.email)
      return null
    })
  } catch (error) {
    if (refusedBy(error) === 'one_person_per_email') return refuse('email-taken')
    throw error
  }
}
