import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { borrowingPaths } from '../../borrowing/borrowing.paths.ts'
import { managingPaths } from '../managing.paths.ts'
import { SheetFields } from './sheet-fields.tsx'
import { trail } from './trail.ts'

/** An inventory that opens, with its first desk: weekdays, 9 to 12 and 14 to 17, until somebody says otherwise. */
export function OpeningPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Ouvrir un inventaire"
      intro="Le matériel que votre structure prête, avec un premier guichet. Le guichet ouvre du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h ; vous changerez ses heures ensuite."
      breadcrumb={trail(base)}
      problems={problems}
    >
      <Form action={managingPaths.opening(base)}>
        <SheetFields state={state} sheet={null} />
        <FieldGroup legend="Premier guichet">
          <TextField
            name="guichet"
            label="Nom du guichet"
            value={String(values.guichet ?? '')}
            error={problemOf(problems, 'guichet')}
          />
          <TextField
            name="adresse"
            label="Adresse"
            optional
            value={String(values.adresse ?? '')}
            error={problemOf(problems, 'adresse')}
          />
        </FieldGroup>
        <Actions>
          <Button>Ouvrir l’inventaire</Button>
          <a href={managingPaths.work(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function SheetPage({
  view,
  inventory,
  state,
}: {
  view: View
  inventory: Inventory
  state: FormState
}) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Fiche de l’inventaire"
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
    >
      {inventory.shownTo === 'public' && (
        <p>
          Tout le monde peut regarder ce matériel, sans compte :{' '}
          <a href={borrowingPaths.publicCatalogue(base)}>la page publique du catalogue</a>. Personne n’y est
          nommé, et on n’y demande rien.
        </p>
      )}
      <Form action={managingPaths.sheet(base, inventory.id)}>
        <SheetFields state={state} sheet={inventory} />
        <Actions>
          <Button>Enregistrer la fiche</Button>
          <a href={managingPaths.inventory(base, inventory.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
