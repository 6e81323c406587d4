import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'

interface RefProps {
  view: View
  organisation: Organisation
  state: FormState
}

export function OrganisationRefPage({ view, organisation, state: { values, problems } }: RefProps) {
  const { base } = view.network
  const back = paths.organisation(base, organisation.id)
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Ajouter une référence"
      intro="Comment un autre registre ou un autre outil nomme cette structure : un import la reconnaîtra."
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      <Form action={paths.refs(base, organisation.id)}>
        <TextField {...field('source')} label="Source" hint="Par exemple : coop-numerique." width="medium" />
        <TextField {...field('reference')} label="Référence dans cette source" width="medium" />
        <Actions>
          <Button>Ajouter la référence</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
