import type { Child } from 'hono/jsx'
import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { PersonThere } from '../../../data/organisations/organisation-people.queries.ts'
import { MANDATE_ACTS } from '../../../domain/organisations/capacity.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { actNames } from '../mandate-wording.ts'
import { paths } from '../organisation-paths.ts'

export interface PowerFormProps {
  view: View
  organisation: Organisation
  people: readonly PersonThere[]
  state: FormState
}

export function MandatePage({ view, organisation, people, state }: PowerFormProps) {
  const { base } = view.network
  const { values, problems } = state
  const back = paths.organisation(base, organisation.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer un mandat"
      intro="Un mandat n’est jamais modifié : si ses dates changent, enregistrez sa fin, puis le nouveau."
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      <Form action={paths.newMandate(base, organisation.id)} upload>
        <HolderFields state={state} people={people} />
        <Checkbox
          name="representant_legal"
          label="Cette personne est la représentante légale ou le représentant légal"
          hint="Elle engage la structure dans tous ses actes."
          checked={values.representant_legal === 'oui'}
        />
        <ActFields
          state={state}
          before={
            <Radios
              name="nature_acte"
              label="Ce mandat vient de"
              error={problemOf(problems, 'nature_acte')}
              value={String(values.nature_acte ?? '')}
              choices={MANDATE_ACTS.map((value) => ({ value, label: actNames[value] }))}
            />
          }
        />
        <DayFields state={state} />
        <Actions>
          <Button>Enregistrer le mandat</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function HolderFields({ state, people }: Pick<PowerFormProps, 'state' | 'people'>) {
  const field = fieldsOf(state)
  return (
    <>
      <TextField {...field('titulaire')} label="Nom et prénom" width="medium" />
      <TextField
        {...field('qualite')}
        label="Qualité"
        hint="Maire, présidente, directeur général…"
        width="medium"
      />
      {people.length > 0 && (
        <Select
          {...field('personne')}
          label="Son compte, si elle ou il agit ici pour la structure"
          prompt="Aucun compte"
          choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          optional
        />
      )}
    </>
  )
}

export function ActFields({ state, before }: { state: FormState; before?: Child }) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend="L’acte">
      {before}
      <TextField {...field('acte')} label="Référence de l’acte" hint="Par exemple : n° 2026-014." optional />
      <DateField {...field('date_acte')} label="Date de l’acte" optional />
      <FileField
        name="document"
        error={problemOf(state.problems, 'document')}
        label="Document"
        hint={DOCUMENT_HINT}
        accept=".pdf,.png,.jpg,.jpeg"
        optional
      />
    </FieldGroup>
  )
}

export function DayFields({ state }: { state: FormState }) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend="Durée">
      <DateField {...field('premier_jour')} label="Premier jour" />
      <DateField
        {...field('dernier_jour')}
        label="Dernier jour"
        hint="Laissez vide s’il n’est pas connu."
        optional
      />
    </FieldGroup>
  )
}
