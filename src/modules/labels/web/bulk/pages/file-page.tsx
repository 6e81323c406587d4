import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { PlaceListId } from '../../../data/bulk/place-lists.store.ts'
import { bulkPaths } from '../bulk.paths.ts'

/** A table of places, compared with the directory before anything enters the list. */
export function FilePage({ view, id, state }: { view: View; id: PlaceListId; state: FormState }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Envoyer un tableau de lieux"
      intro="Chaque ligne est comparée à l’annuaire. Vous voyez le résultat avant que rien n’entre dans la liste."
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, id) },
      ]}
      problems={state.problems}
    >
      <p>
        La première ligne nomme les colonnes. Il en faut une « nom » ; « commune », « code postal » et « siret
        » aident à trouver le bon lieu. Une colonne « fiche », avec l’adresse de la page du lieu, ne laisse
        aucun doute.
      </p>
      <Form action={bulkPaths.file(base, id)} upload>
        <FileField
          name="tableau"
          label="Tableau"
          hint="CSV, ODS ou XLSX, 5 Mo et 5 000 lignes au plus."
          accept=".csv,.ods,.xlsx"
          error={problemOf(state.problems, 'tableau')}
        />
        <Actions>
          <Button>Comparer à l’annuaire</Button>
          <a href={bulkPaths.list(base, id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
