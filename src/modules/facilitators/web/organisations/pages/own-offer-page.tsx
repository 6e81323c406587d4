import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { type Organisation, organisationPaths } from '../../../../identity/index.ts'
import { competences, served } from '../../../domain/competences.ts'
import { offerPaths } from '../offers.paths.ts'

interface OwnOfferProps {
  view: View
  organisation: Organisation
  state: FormState
  /** The number of changes that the page shows. */
  version: number
  isDirectoryOpen: boolean
}

/** What an organisation offers, written by those who answer for it. DIR-80. */
export function OwnOfferPage({ view, organisation, state, version, isDirectoryOpen }: OwnOfferProps) {
  const { base } = view.network
  const typed = (name: string) => String(state.values[name] ?? '')
  const several = (name: string) => [state.values[name] ?? []].flat()
  const choices = (list: readonly { code: string; label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }))
  return (
    <Frame
      view={view}
      space="member"
      title="Vos compétences"
      intro={`Ce que ${organisation.name} peut faire pour de petites entreprises, des collectivités ou des associations.`}
      breadcrumb={[
        { label: 'Structures', href: organisationPaths.organisations(base) },
        { label: organisation.name, href: organisationPaths.organisation(base, organisation.id) },
      ]}
      problems={state.problems}
    >
      {!isDirectoryOpen && (
        <Notice state="info" title="L’annuaire des structures n’est pas encore montré.">
          <p>Vous pouvez écrire dès maintenant : cette page paraîtra quand la tête du réseau l’ouvrira.</p>
        </Notice>
      )}
      <Form action={offerPaths.offer(base, organisation.id)}>
        <input type="hidden" name="vu" value={String(version)} />
        <Checkboxes
          name="competences"
          label="Vous pouvez aider à"
          choices={choices(competences)}
          values={several('competences')}
          error={problemOf(state.problems, 'competences')}
        />
        <Checkboxes
          name="pour"
          label="Pour qui"
          choices={choices(served)}
          values={several('pour')}
          error={problemOf(state.problems, 'pour')}
          optional
        />
        <TextArea
          name="presentation"
          label="Présentation"
          hint="Ce que vous proposez, à quelles conditions. Ne nommez personne."
          value={typed('presentation')}
          error={problemOf(state.problems, 'presentation')}
          optional
        />
        <Checkbox
          name="montrer"
          label="Montrer cette page dans l’annuaire des structures"
          hint="Avec l’adresse, le téléphone et le site de la structure. Sans cela, personne ne la voit."
          checked={typed('montrer') === 'oui'}
        />
        <Actions>
          <Button>Enregistrer les compétences</Button>
          <a href={organisationPaths.organisation(base, organisation.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
