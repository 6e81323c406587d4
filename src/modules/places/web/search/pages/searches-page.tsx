import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { SavedSearch } from '../../../data/search/saved-searches.store.ts'
import { paths } from '../../paths.ts'
import { searchPaths } from '../search.paths.ts'

interface SearchesProps {
  view: View
  searches: readonly SavedSearch[]
  state: FormState
}

export function SearchesPage({ view, searches, state }: SearchesProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Recherches gardées"
      intro="Chaque lien se partage, et reste valable même si les filtres évoluent. Il ne dit pas qui l’a gardé."
      problems={state.problems}
    >
      {state.problems.length > 0 && <NameAgain base={base} state={state} />}
      {searches.length === 0 ? (
        <EmptyState
          title="Vous ne gardez aucune recherche."
          act={<ButtonLink href={paths.places(base)}>Chercher des lieux</ButtonLink>}
        >
          <p>Cherchez dans l’annuaire, puis « Garder cette recherche » sous la liste.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Vos recherches"
          silentCaption
          columns={[
            {
              label: 'Recherche',
              header: true,
              cell: ({ id, name }) => <a href={searchPaths.shared(base, id)}>{name}</a>,
            },
            { label: 'Suivre', cell: ({ asked }) => <a href={searchPaths.rss(base, asked)}>Flux RSS</a> },
            {
              label: 'Retirer',
              silent: true,
              cell: ({ id, name }) => (
                <Form action={searchPaths.drop(base)}>
                  <input type="hidden" name="recherche" value={id} />
                  <Button look="quiet">
                    Retirer<span class="visually-hidden"> {name}</span>
                  </Button>
                </Form>
              ),
            },
          ]}
          rows={searches}
        />
      )}
    </Frame>
  )
}

/** The name was taken: the search itself is still there. */
function NameAgain({ base, state: { values, problems } }: { base: string; state: FormState }) {
  return (
    <Form action={searchPaths.searches(base)}>
      <input type="hidden" name="recherche" value={String(values.recherche ?? '')} />
      <TextField
        name="nom"
        label="Nom de la recherche"
        value={String(values.nom ?? '')}
        error={problemOf(problems, 'nom')}
        width="medium"
      />
      <Actions>
        <Button>Garder cette recherche</Button>
      </Actions>
    </Form>
  )
}
