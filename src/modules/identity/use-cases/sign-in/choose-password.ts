import { type Id, newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { dropLinks, findLink, takeLink } from '../../data/sign-in/links.store.ts'
import { confirmEmail, findAccount } from '../../data/sign-in/own-account.store.ts'
import { hashOf, savePassword } from '../../data/sign-in/passwords.store.ts'
import { closeSessionsOf } from '../../data/sign-in/sessions.store.ts'
import { type PasswordFault, passwordFault } from '../../domain/sign-in/password-rules.ts'
import { tellAccountChange } from '../../jobs/tell-account-change.ts'

/** A forgotten password is replaced through the link sent by mail. The link is used only when the password is kept. */
export async function choosePassword(
  context: Context,
  accounts: Accounts,
  token: string,
  password: string,
): Promise<{ personId: PersonId } | Refusal<PasswordFault | 'link-over'>> {
  const link = await findLink(context.db, 'password', token)
  if (!link?.personId) return refuse('link-over')
  const fault = await faultOf(context, link.personId, password)
  if (isRefusal(fault)) return fault
  const hash = await hashOf(accounts, password)
  return inTransaction(context.db, async (tx) => {
    const used = await takeLink(tx, 'password', token)
    if (!used?.personId) return refuse('link-over')
    await confirmEmail(tx, used.personId, used.email)
    await replacePassword(tx, context, { personId: used.personId, hash, keep: null })
    return { personId: used.personId }
  })
}

interface Replaced {
  personId: PersonId
  hash: string
  /** The session that stays open: the one in which the password changes. */
  keep: Id<'session'> | null
}

/** The new password, every other session over, links sent before it worthless, and the person told. */
export async function replacePassword(
  tx: Database,
  context: Context,
  { personId, hash, keep }: Replaced,
): Promise<void> {
  await savePassword(tx, personId, hash)
  await closeSessionsOf(tx, personId, keep)
  await dropLinks(tx, 'password', personId)
  await writeJournal(tx, context, 'password.changed', personId)
  await enqueue(tx, tellAccountChange, {
    person: personId,
    what: 'password-changed',
    network: context.network.id,
    change: newId<'change'>(),
  })
}

/** Why this person may not choose this password. */
export async function faultOf(
  { db, network }: Context,
  personId: PersonId,
  password: string,
): Promise<Refusal<PasswordFault> | null> {
  const account = await findAccount(db, personId)
  const own = account ? [account.given_name, account.family_name, account.email] : []
  const fault = passwordFault(password, [...own, network.name, network.headName])
  return fault ? refuse(fault) : null
}
