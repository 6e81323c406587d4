import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type OrganisationContact, PURPOSES } from '../../../domain/organisations/contact.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'
import { purposeNames } from '../organisation-wording.ts'

interface ContactProps {
  view: View
  organisation: Organisation
  /** Null: a new one. */
  contact: OrganisationContact | null
  state: FormState
}

export function ContactPage({ view, organisation, contact, state: { values, problems } }: ContactProps) {
  const { base } = view.network
  const back = paths.organisation(base, organisation.id)
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title={contact ? 'Modifier un contact' : 'Ajouter un contact'}
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      <Form
        action={
          contact ? paths.contact(base, organisation.id, contact.id) : paths.newContact(base, organisation.id)
        }
      >
        <TextField {...field('nom', contact?.name)} label="Nom de la personne ou du service" width="medium" />
        <TextField {...field('fonction', contact?.jobTitle)} label="Fonction" optional width="medium" />
        <Radios
          {...field('objet', contact?.purpose ?? 'general')}
          label="Ce contact s’occupe de"
          choices={PURPOSES.map((value) => ({ value, label: purposeNames[value] }))}
        />
        <TextField {...field('courriel', contact?.email)} label="Courriel" type="email" width="medium" />
        <TextField
          {...field('telephone', contact?.phone)}
          label="Téléphone"
          hint="L’un des deux suffit."
          type="tel"
          width="medium"
        />
        <Actions>
          <Button>{contact ? 'Enregistrer le contact' : 'Ajouter le contact'}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
      {contact && (
        <form method="post" action={paths.contactRemoval(base, organisation.id, contact.id)}>
          <Button look="danger">Retirer ce contact</Button>
        </form>
      )}
    </Frame>
  )
}
