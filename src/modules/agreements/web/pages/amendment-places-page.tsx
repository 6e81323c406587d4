import type { FormState } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import type { PlaceSummary } from '../../../places/index.ts'
import type { Variable } from '../../templates/template.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { AmendmentFrame, type AmendmentView, SeenFields } from './amendment-frame.tsx'
import { listName } from './annex-page.tsx'

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
  const { problems, values } = state
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
      problems={problems}
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
        <SearchForm
          action={amendmentPaths.places(base, agreement.id, draft.number)}
          label="Nom du lieu, commune ou code postal"
          value={q}
        />
        {q && found.length === 0 && (
          <EmptyState title="Aucun lieu trouvé">
            Vérifiez l’orthographe, ou importez d’abord le lieu.
          </EmptyState>
        )}
        {found.length > 0 && (
          <Form action={amendmentPaths.addedPlace(base, agreement.id, draft.number, q)}>
            <SeenFields about={about} />
            <Radios
              name="lieu"
              label="Lieu à ajouter"
              error={problemOf(problems, 'lieu')}
              value={String(values.lieu ?? '')}
              choices={found.map(({ id, name, commune, postalCode }) => ({
                value: id,
                label: name,
                hint: `${postalCode ?? ''} ${commune}`,
              }))}
            />
            {lists.length > 1 && (
              <Radios
                name="liste"
                label="Liste de l’annexe"
                value={String(values.liste ?? lists[0]?.name ?? '')}
                choices={lists.map(({ name, label }) => ({ value: name, label: listName(label) }))}
              />
            )}
            {lists.length === 1 && <input type="hidden" name="liste" value={lists[0]?.name} />}
            <Actions>
              <Button>Ajouter ce lieu</Button>
            </Actions>
          </Form>
        )}
      </section>
    </AmendmentFrame>
  )
}
