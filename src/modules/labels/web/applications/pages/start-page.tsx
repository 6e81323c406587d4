import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDayRelative } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { PlaceSummary } from '../../../../places/index.ts'
import type { ApplicationId } from '../../../data/applications/applications.store.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import type { OpenScheme } from './choice-page.tsx'

export interface StartProps {
  view: View
  scheme: OpenScheme
  /** Null: the local authority itself. */
  places: readonly PlaceSummary[] | null
  q: string
  /** A file was sent before: its answers may be taken up. */
  hasFormer: boolean
  /** The file that stands in the way, when it is one's own. */
  first: ApplicationId | null
  state: FormState
}

/** For which place, and to what end. */
export function StartPage({ view, scheme, places, q, hasFormer, first, state }: StartProps) {
  const { base } = view.network
  const { name, id } = scheme.version.scheme
  const field = fieldsOf(state)
  const isOpen = scheme.version.content.cadence === 'continuous' || scheme.edition !== null
  return (
    <Frame
      view={view}
      space="member"
      title={`Préparer un dossier : ${name}`}
      intro={openingOf(scheme, view)}
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: 'Choisir un label', href: paths.choice(base) },
      ]}
      problems={state.problems}
    >
      {first && (
        <Notice state="info" title="Ce dossier existe déjà.">
          <p>
            <a href={paths.one(base, first)}>Ouvrir le dossier déjà commencé</a>
          </p>
        </Notice>
      )}
      {places && (
        <Folded title="Chercher un autre lieu" isOpen={q !== '' || places.length === 0}>
          <SearchForm
            action={paths.start(base, id)}
            label="Nom ou commune du lieu"
            hint="Les lieux de vos conventions sont proposés plus bas. Cherchez seulement s’il en manque un."
            value={q}
          />
        </Folded>
      )}
      <Form action={paths.start(base, id)}>
        {places && (
          <Radios
            {...field('lieu', places.length === 1 ? places[0]?.id : '')}
            label="Lieu"
            hint={
              places.length === 0 ? 'Aucun lieu trouvé : cherchez-le par son nom ou sa commune.' : undefined
            }
            choices={places.map((place) => ({ value: place.id, label: `${place.name}, ${place.commune}` }))}
          />
        )}
        <Radios
          {...field('objet', isOpen ? 'candidature' : 'auto_evaluation')}
          label="Ce que vous préparez"
          choices={[
            {
              value: 'candidature',
              label: 'Une candidature',
              hint: 'Elle ne part que lorsque vous l’envoyez.',
            },
            {
              value: 'auto_evaluation',
              label: 'Une auto-évaluation',
              hint: 'Les mêmes questions, pour votre structure seule. Vous pourrez en faire une candidature.',
            },
          ]}
        />
        {hasFormer && (
          <Checkbox
            name="reprendre"
            label="Reprendre les réponses du dernier dossier"
            hint="Chaque réponse reprise sera marquée « à confirmer » jusqu’à ce que vous l’ayez relue."
            checked={state.values.reprendre === 'oui'}
          />
        )}
        <Actions>
          <Button>Commencer le dossier</Button>
          <a href={paths.choice(base)}>Choisir un autre label</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function openingOf({ version, edition }: OpenScheme, { today }: View): string {
  if (version.content.cadence === 'continuous') return 'Ce label se demande toute l’année.'
  return edition
    ? `La campagne « ${edition.name} » prend les dossiers jusqu’au ${formatDayRelative(edition.closesOn, today)}, à 23\u00a0h\u00a059.`
    : 'Aucune campagne n’est ouverte aujourd’hui : préparez-vous par une auto-évaluation.'
}
