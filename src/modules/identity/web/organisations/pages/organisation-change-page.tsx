import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import type { Twin } from '../../../use-cases/organisations/organisation-twins.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { valuesOf } from '../organisation.form.ts'
import { paths } from '../organisation-paths.ts'
import { oneLine, reasonSentence } from '../organisation-wording.ts'
import { OrganisationFields } from './organisation-fields.tsx'

interface ChangeProps {
  view: View
  organisation: Organisation
  state: FormState
  /** Those that bear the number that was typed. */
  twins: readonly Twin[]
}

export function OrganisationChangePage({ view, organisation, state, twins }: ChangeProps) {
  const { base } = view.network
  const { problems } = state
  // What was typed stays; the version is always that of the facts shown now.
  const values = { ...valuesOf(organisation), ...state.values, vu: String(organisation.version) }
  const back = paths.organisation(base, organisation.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Modifier la structure"
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      {twins.map((twin) => (
        <Notice state="warning" title={`${reasonSentence(twin)} : ${twin.organisation.name}`}>
          <p>
            {oneLine(twin.organisation)}.{' '}
            <a href={paths.organisation(base, twin.organisation.id)}>Voir cette structure</a> : si c’est la
            même, joignez les deux fiches.
          </p>
        </Notice>
      ))}
      {problems.some(({ field }) => field === null) && (
        <Notice state="info" title="Ce qui est enregistré aujourd’hui">
          <p>
            {organisation.name}. {oneLine(organisation)}.
          </p>
        </Notice>
      )}
      <Form action={paths.change(base, organisation.id)}>
        <input type="hidden" name="vu" value={values.vu} />
        <OrganisationFields values={values} problems={problems} />
        <Actions>
          <Button>Enregistrer la fiche</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
