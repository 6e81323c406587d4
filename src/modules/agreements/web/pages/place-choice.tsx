import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { fieldsOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import type { PlaceSummary } from '../../../places/index.ts'
import type { Variable } from '../../templates/template.ts'

interface PlaceChoiceProps {
  /** Where the search is asked, and what was asked. */
  searchAction: string
  q: string
  found: readonly PlaceSummary[]
  addAction: string
  /** The lists of the annex: chosen among when there are several. */
  lists: readonly Variable[]
  state: FormState
  /** What the page was showing, so that a page behind the facts changes nothing. */
  seen: Child
}

/** Finds a place of the directory, then adds it to a list of the annex. */
export function PlaceChoice({ searchAction, q, found, addAction, lists, state, seen }: PlaceChoiceProps) {
  const field = fieldsOf(state)
  const [first] = lists
  return (
    <>
      <SearchForm action={searchAction} label="Nom du lieu, commune ou code postal" value={q} />
      {q && found.length === 0 && (
        <EmptyState title="Aucun lieu trouvé">
          Vérifiez l’orthographe, ou importez d’abord le lieu.
        </EmptyState>
      )}
      {found.length > 0 && (
        <Form action={addAction}>
          {seen}
          <Radios
            {...field('lieu')}
            label="Lieu à ajouter"
            choices={found.map(({ id, name, commune, postalCode }) => ({
              value: id,
              label: name,
              hint: `${postalCode ?? ''} ${commune}`,
            }))}
          />
          {lists.length > 1 && (
            <Radios
              {...field('liste', first?.name)}
              label="Liste de l’annexe"
              choices={lists.map(({ name, label }) => ({ value: name, label: listName(label) }))}
            />
          )}
          {lists.length === 1 && <input type="hidden" name="liste" value={first?.name} />}
          <Actions>
            <Button>Ajouter ce lieu</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** « espaces publics numériques : nom et adresse » is the label of a blank; the list is named by its first words. */
export function listName(label: string): string {
  const name = label.split(' : ')[0] ?? label
  return name.charAt(0).toUpperCase() + name.slice(1)
}
