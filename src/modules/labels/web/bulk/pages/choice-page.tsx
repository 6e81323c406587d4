import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { PlaceListId } from '../../../data/bulk/place-lists.store.ts'
import { bulkPaths } from '../bulk.paths.ts'

interface ChoiceProps {
  view: View
  id: PlaceListId
  /** Those that may be proposed, among what was looked for. */
  places: readonly { id: string; name: string; commune: string }[]
  q: string
  /** Whether more would answer. */
  hasMore: boolean
  state: FormState
}

/** Places of the directory, to add to a list. */
export function ChoicePage({ view, id, places, q, hasMore, state }: ChoiceProps) {
  const { base } = view.network
  const chosen = [state.values.lieux ?? []].flat()
  return (
    <Frame
      view={view}
      space="member"
      title="Choisir des lieux de l’annuaire"
      intro="Seuls paraissent ici les lieux que vous pouvez proposer : ils relèvent de votre convention, et ne portent pas déjà ce label."
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, id) },
      ]}
      problems={state.problems}
    >
      <SearchForm action={bulkPaths.choice(base, id)} label="Chercher un lieu ou une commune" value={q} />
      {places.length === 0 ? (
        <EmptyState title={q ? 'Aucun lieu ne répond' : 'Cherchez un lieu'}>
          {q
            ? 'Essayez un autre nom, ou la commune. Un lieu absent de l’annuaire se propose par un tableau.'
            : 'Tapez un nom ou une commune. Pour une longue liste, envoyez plutôt un tableau.'}
        </EmptyState>
      ) : (
        <Form action={bulkPaths.choice(base, id)}>
          <input type="hidden" name="q" value={q} />
          <Checkboxes
            name="lieux"
            label="Lieux"
            hint={hasMore ? 'D’autres lieux répondent : précisez votre recherche.' : undefined}
            error={problemOf(state.problems, 'lieux')}
            values={chosen}
            choices={places.map((place) => ({ value: place.id, label: `${place.name}, ${place.commune}` }))}
          />
          <Actions>
            <Button>Ajouter à la liste</Button>
            <a href={bulkPaths.list(base, id)}>Revenir à la liste</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
