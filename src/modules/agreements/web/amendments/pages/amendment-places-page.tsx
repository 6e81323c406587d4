import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { PlaceSummary } from '../../../../places/index.ts'
import type { Variable } from '../../../templates/template.ts'
import { PlaceChoice } from '../../pages/place-choice.tsx'
import { amendmentPaths } from '../amendment.paths.ts'
import { AmendmentFrame, type AmendmentView, SeenFields } from './amendment-frame.tsx'

interface PlacesProps {
  about: AmendmentView
  lists: readonly Variable[]
  /** Covered today. */
  listed: readonly string[]
  q: string
  found: readonly PlaceSummary[]
  state: FormState
}

/** Which places the agreement has once the amendment is in force. */
export function AmendmentPlacesPage({ about, lists, listed, q, found, state }: PlacesProps) {
  const { view, agreement, draft, places } = about
  const { base } = view.network
  const { added, removed } = draft.changes
  const choices = [...listed, ...added.map(({ place }) => place)].map((place) => ({
    value: place,
    label: places.get(place)?.name ?? 'Lieu retiré de l’annuaire',
    hint: [places.get(place)?.commune, listed.includes(place) ? '' : 'ajouté par cet avenant']
      .filter(Boolean)
      .join(', '),
  }))
  const staying = choices.map(({ value }) => value).filter((place) => !removed.includes(place))
  return (
    <AmendmentFrame
      about={about}
      title="Changer les lieux"
      intro="Un lieu ajouté rejoint la convention le jour où l’avenant prend effet ; un lieu décoché la quitte la veille."
      problems={state.problems}
    >
      <Form action={amendmentPaths.places(base, agreement.id, draft.number)}>
        <SeenFields about={about} />
        <Checkboxes
          name="restent"
          label="Lieux de la convention après l’avenant"
          choices={choices}
          values={staying}
        />
        <Actions>
          <Button>Enregistrer la liste</Button>
          <a href={amendmentPaths.amendment(base, agreement.id, draft.number)}>Revenir à l’avenant</a>
        </Actions>
      </Form>
      <section aria-labelledby="ajout">
        <h2 id="ajout">Ajouter un lieu</h2>
        <PlaceChoice
          searchAction={amendmentPaths.places(base, agreement.id, draft.number)}
          addAction={amendmentPaths.addedPlace(base, agreement.id, draft.number, q)}
          seen={<SeenFields about={about} />}
          {...{ q, found, lists, state }}
        />
      </section>
    </AmendmentFrame>
  )
}
