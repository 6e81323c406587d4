import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { OrganisationDetails } from '../../../domain/organisations/organisation.ts'
import type { Twin } from '../../../use-cases/organisations/organisation-twins.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'
import { spacedSiret } from '../organisation-wording.ts'
import { OrganisationFields, TwinsNotice } from './organisation-fields.tsx'

/** What the public directory of companies answered; null: nothing was asked of it, or it is not configured. */
export interface DirectoryAnswer {
  q: string
  found: readonly OrganisationDetails[]
  /** A sentence when it did not answer as it should. */
  failure: string | null
}

interface NewOrganisationProps {
  view: View
  state: FormState
  twins: readonly Twin[]
  /** Undefined: the connector is not configured. */
  directory: DirectoryAnswer | null | undefined
}

export function NewOrganisationPage({ view, state, twins, directory }: NewOrganisationProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Ajouter une structure"
      breadcrumb={[settingsPath(base), { label: 'Structures', href: paths.organisations(base) }]}
      problems={state.problems}
    >
      {directory !== undefined && <Directory base={base} answer={directory} />}
      <Form action={paths.newOrganisation(base)}>
        <TwinsNotice base={base} twins={twins} />
        {twins.length > 0 && <input type="hidden" name="nouvelle" value="oui" />}
        <OrganisationFields {...state} />
        <Actions>
          <Button>{twins.length > 0 ? 'Créer quand même' : 'Ajouter la structure'}</Button>
          <a href={paths.organisations(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function Directory({ base, answer }: { base: string; answer: DirectoryAnswer | null }) {
  return (
    <section aria-labelledby="annuaire">
      <h2 id="annuaire">Remplir depuis l’annuaire des entreprises</h2>
      <SearchForm
        action={paths.newOrganisation(base)}
        label="Nom ou SIRET"
        hint="L’annuaire public connaît les entreprises, les associations déclarées et les collectivités."
        button="Chercher dans l’annuaire"
        value={answer?.q}
      />
      {answer?.failure && (
        <Notice state="warning" title={answer.failure}>
          <p>Remplissez la fiche à la main : rien d’autre ne change.</p>
        </Notice>
      )}
      {answer && !answer.failure && (
        <>
          {answer.found.length === 0 && (
            <p>L’annuaire ne connaît pas cette structure. Remplissez la fiche à la main.</p>
          )}
          <ResultList
            level={3}
            results={answer.found.map((one) => ({
              title: one.name,
              href: `${paths.newOrganisation(base)}?${new URLSearchParams({ siret: one.siret ?? '' })}`,
              line: [one.siret && spacedSiret(one.siret), one.commune].filter(Boolean).join(' · '),
            }))}
          />
        </>
      )}
      <h2>La fiche</h2>
    </section>
  )
}
