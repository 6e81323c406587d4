import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../managing.paths.ts'
import { trail } from './trail.ts'

interface DesksProps {
  view: View
  inventory: Inventory
  desks: readonly Desk[]
  mayChange: boolean
  state: FormState
}

/** Where things are fetched and brought back. */
export function DesksPage({ view, inventory, desks, mayChange, state }: DesksProps) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Guichets"
      intro="Chaque guichet a ses heures : ce sont elles qui font les créneaux proposés aux emprunteurs."
      breadcrumb={trail(base, inventory)}
      problems={problems}
    >
      <LinkList
        items={desks.map(({ id, name, location }) => ({
          label: name,
          href: managingPaths.desk(base, inventory.id, id),
          hint: location,
        }))}
      />
      {mayChange && (
        <Form action={managingPaths.desks(base, inventory.id)}>
          <h2>Ouvrir un autre guichet</h2>
          <TextField
            name="nom"
            label="Nom du guichet"
            value={String(values.nom ?? '')}
            error={problemOf(problems, 'nom')}
          />
          <TextField
            name="adresse"
            label="Adresse"
            optional
            value={String(values.adresse ?? '')}
            error={problemOf(problems, 'adresse')}
          />
          <Actions>
            <Button>Ouvrir le guichet</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
