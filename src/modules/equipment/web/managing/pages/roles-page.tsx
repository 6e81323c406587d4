import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { INVENTORY_ROLES, type InventoryRole } from '../../../domain/rights.ts'
import { managingPaths } from '../managing.paths.ts'
import { ROLE_HINTS, ROLE_WORDS } from '../managing-wording.ts'
import { trail } from './trail.ts'

interface RolesProps {
  view: View
  inventory: Inventory
  given: readonly { personId: string; name: string; role: InventoryRole }[]
  people: readonly { id: string; name: string }[]
  mayChange: boolean
  state: FormState
}

/** Who does what in an inventory. EQP-1501. */
export function RolesPage({ view, inventory, given, people, mayChange, state }: RolesProps) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Qui s’occupe de l’inventaire"
      intro="Les agents de la structure propriétaire sont responsables, et ses agents de guichet tiennent le guichet, sans être nommés ici."
      breadcrumb={trail(base, inventory)}
      problems={problems}
    >
      <Table
        caption="Rôles donnés"
        columns={[
          { label: 'Personne', header: true, cell: ({ name }) => name },
          { label: 'Rôle', cell: ({ role }) => ROLE_WORDS[role] },
          {
            label: 'Actes',
            silent: true,
            cell: ({ personId, name }) =>
              mayChange && (
                <Form action={managingPaths.roleEnd(base, inventory.id)}>
                  <input type="hidden" name="personne" value={personId} />
                  <Button look="quiet">
                    Retirer le rôle<span class="visually-hidden"> de {name}</span>
                  </Button>
                </Form>
              ),
          },
        ]}
        rows={given}
        empty={<p>Aucun rôle n’est donné : les agents de la structure propriétaire font tout.</p>}
      />
      {mayChange && (
        <Form action={managingPaths.roles(base, inventory.id)}>
          <Select
            name="personne"
            label="Personne"
            prompt="Choisissez une personne du réseau"
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={String(values.personne ?? '')}
            error={problemOf(problems, 'personne')}
          />
          <Radios
            name="role"
            label="Rôle"
            choices={INVENTORY_ROLES.map((role) => ({
              value: role,
              label: ROLE_WORDS[role],
              hint: ROLE_HINTS[role],
            }))}
            value={String(values.role ?? '')}
            error={problemOf(problems, 'role')}
          />
          <Actions>
            <Button>Donner le rôle</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
