import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { OrganisationContact } from '../../../domain/organisations/contact.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { paths } from '../organisation-paths.ts'
import { purposeNames } from '../organisation-wording.ts'

interface ContactsProps {
  base: string
  organisation: Organisation
  contacts: readonly OrganisationContact[]
  mayKeep: boolean
}

/** Whom to write to about what. */
export function ContactsSection({ base, organisation: { id }, contacts, mayKeep }: ContactsProps) {
  return (
    <section id="contacts" aria-labelledby="contacts-titre">
      <h2 id="contacts-titre">Contacts</h2>
      <Table
        caption="Contacts de la structure"
        silentCaption
        empty={
          <EmptyState title="Aucun contact pour le moment">
            <p>Un contact dit à qui écrire, et de quoi. Il n’a pas besoin de compte.</p>
          </EmptyState>
        }
        columns={[
          {
            label: 'Nom',
            header: true,
            cell: ({ name, jobTitle }) => (jobTitle ? `${name}, ${jobTitle}` : name),
          },
          { label: 'Pour', cell: ({ purpose }) => purposeNames[purpose] },
          { label: 'Courriel', cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '—') },
          { label: 'Téléphone', cell: ({ phone }) => phone || '—' },
          ...(mayKeep
            ? [
                {
                  label: 'Actes',
                  silent: true,
                  cell: (contact: OrganisationContact) => (
                    <a href={paths.contact(base, id, contact.id)}>
                      Modifier<span class="visually-hidden"> {contact.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
        rows={contacts}
      />
      {mayKeep && (
        <ButtonLink href={paths.newContact(base, id)} look="plain">
          Ajouter un contact
        </ButtonLink>
      )}
    </section>
  )
}
