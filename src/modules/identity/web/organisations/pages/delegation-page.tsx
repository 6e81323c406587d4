import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { StoredMandate } from '../../../data/organisations/mandates.store.ts'
import { SUBJECTS } from '../../../domain/organisations/capacity.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { daysOf, subjectNames } from '../mandate-wording.ts'
import { paths } from '../organisation-paths.ts'
import { ActFields, DayFields, HolderFields, type PowerFormProps } from './mandate-page.tsx'

export function DelegationPage(props: PowerFormProps & { mandate: StoredMandate }) {
  const { view, organisation, mandate, people, state } = props
  const { base } = view.network
  const { values, problems } = state
  const back = paths.organisation(base, organisation.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer une délégation de signature"
      intro={`De la part de ${mandate.holderName}, ${mandate.quality}. ${daysOf(mandate)}.`}
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      <Form action={paths.newDelegation(base, organisation.id, mandate.id)} upload>
        <HolderFields state={state} people={people} />
        <Checkboxes
          name="objets"
          label="Peut signer"
          error={problemOf(problems, 'objets')}
          choices={SUBJECTS.map((value) => ({ value, label: subjectNames[value] }))}
          values={[values.objets ?? []].flat()}
        />
        <ActFields state={state} />
        <DayFields state={state} />
        <Actions>
          <Button>Enregistrer la délégation</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
