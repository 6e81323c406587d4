import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  addContact,
  contactsOf,
  dropContact,
  saveContact,
} from '../../data/organisations/organisation-contacts.store.ts'
import type { ContactDetails } from '../../domain/organisations/contact.ts'
import { actOnOrganisation, type HeldRefusal } from './act-on-organisation.ts'

export type ContactRefusal = HeldRefusal | 'no-such-contact'
type Kept = Id<'contact'> | Refusal<ContactRefusal>

/** Adds somebody to write to. */
export function recordContact(context: Context, id: OrganisationId, contact: ContactDetails): Promise<Kept> {
  return actOnOrganisation<Kept>(context, id, async (tx) => {
    const added = await addContact(tx, id, contact, context.now)
    await writeJournal(tx, context, 'contact.recorded', id, { contact: added, purpose: contact.purpose })
    return added
  })
}

export function changeContact(
  context: Context,
  id: OrganisationId,
  contactId: Id<'contact'>,
  contact: ContactDetails,
): Promise<Kept> {
  return actOnOrganisation<Kept>(context, id, async (tx, { same }) => {
    const before = (await contactsOf(tx, same)).find((one) => one.id === contactId)
    if (!before) return refuse('no-such-contact')
    await saveContact(tx, contactId, contact)
    const changes = changesBetween({ ...before }, { ...contact })
    await writeJournal(tx, context, 'contact.changed', id, { contact: contactId }, { changes })
    return contactId
  })
}

export function removeContact(context: Context, id: OrganisationId, contactId: Id<'contact'>): Promise<Kept> {
  return actOnOrganisation<Kept>(context, id, async (tx, { same }) => {
    const isThere = (await contactsOf(tx, same)).some((one) => one.id === contactId)
    if (!isThere || !(await dropContact(tx, contactId))) return refuse('no-such-contact')
    await writeJournal(tx, context, 'contact.removed', id, { contact: contactId })
    return contactId
  })
}
