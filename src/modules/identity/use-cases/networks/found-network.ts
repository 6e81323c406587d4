import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { addMembership } from '../../data/members/members.store.ts'
import { addFirstOfficer, isOpenKey, takeKey } from '../../data/networks/first-run.store.ts'
import { addNetwork, setFirstChoices, setHead } from '../../data/networks/network-tree.store.ts'
import { type NetworkTheme, networkById } from '../../data/networks/networks.store.ts'
import { addOrganisation, type OrganisationFields } from '../../data/organisations/organisations.store.ts'
import { type Accounts, digestOfToken } from '../../data/sign-in/accounts.ts'
import { noteLinkAsked } from '../../data/sign-in/links.store.ts'
import { hashOf, savePassword } from '../../data/sign-in/passwords.store.ts'
import { type PasswordFault, passwordFault } from '../../domain/sign-in/password-rules.ts'
import { sendLink } from '../../jobs/send-link.ts'

export interface Founding {
  name: string
  slug: string
  tagline: string
  theme: NetworkTheme
  templateIds: string[]
  contactEmail: string
  dpo: { name: string; email: string }
  head: OrganisationFields
  officer: { givenName: string; familyName: string; email: string; jobTitle: string; password: string }
}

export type FoundingRefusal = 'wrong-key' | PasswordFault

export function isFirstRunKey(db: Database, key: string): Promise<boolean> {
  return isOpenKey(db, digestOfToken(key))
}

/**
 * The first network of an empty installation, its head and its first officer, whom a mail asks to confirm their
 * address. One transaction holds everything, the use of the key included: a crash leaves the key good, or an officer
 * who can sign in.
 */
export async function foundNetwork(
  context: Context,
  accounts: Accounts,
  key: string,
  founding: Founding,
): Promise<NetworkId | Refusal<FoundingRefusal>> {
  const { name, head, officer } = founding
  if (!(await isFirstRunKey(context.db, key))) return refuse('wrong-key')
  const own = [officer.givenName, officer.familyName, officer.email, name, head.name]
  const fault = passwordFault(officer.password, own)
  if (fault) return refuse(fault)
  const hash = await hashOf(accounts, officer.password)
  return inTransaction<NetworkId | Refusal<FoundingRefusal>>(context.db, async (tx) => {
    if (!(await takeKey(tx, digestOfToken(key), context.now))) return refuse('wrong-key')
    return found(tx, context, founding, hash)
  })
}

async function found(
  tx: Database,
  context: Context,
  { head, officer, ...founding }: Founding,
  hash: string,
): Promise<NetworkId> {
  const { now, today } = context
  const birth = { headName: head.name, isDefault: true, parentId: null }
  const id = await addNetwork(tx, { ...founding, ...birth }, now)
  const organisationId = await addOrganisation(tx, id, head, now)
  await setHead(tx, id, organisationId)
  await setFirstChoices(tx, id, {
    contact_email: founding.contactEmail,
    dpo_name: founding.dpo.name,
    dpo_email: founding.dpo.email,
    template_ids: founding.templateIds,
  })
  const personId = await addFirstOfficer(tx, officer, now)
  const { jobTitle, email } = officer
  await addMembership(tx, {
    personId,
    networkId: id,
    organisationId,
    role: 'officer',
    jobTitle,
    fromDay: today,
  })
  await savePassword(tx, personId, hash)
  const link = await noteLinkAsked(tx, { purpose: 'confirmation', personId, email, next: '' })
  await enqueue(tx, sendLink, { link, network: id })
  const network = await networkById(tx, id)
  if (!network) throw new Error('the network just founded is not there')
  await writeJournal(tx, { ...context, network }, 'network.founded', id, {
    slug: founding.slug,
    officer: personId,
  })
  return id
}
