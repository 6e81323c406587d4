import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Consumable, ConsumableMove } from '../../../data/catalogue/consumables.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { trail } from '../../managing/pages/trail.ts'
import { momentText } from '../../moment-wording.ts'
import { sheetPaths } from '../sheets.paths.ts'

interface ConsumablesProps {
  view: View
  inventory: Inventory
  consumables: readonly Consumable[]
  moves: readonly (ConsumableMove & { by: string })[]
  mayChange: boolean
  state: FormState
}

/** What is given and does not come back: what there is, what came in and went out. EQP-107. */
export function ConsumablesPage(props: ConsumablesProps) {
  const { view, inventory, consumables, moves, mayChange, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Consommables"
      breadcrumb={trail(view.network.base, inventory)}
      intro="Ce qui se donne et ne revient pas : filament, piles, papier. Chaque entrée et chaque sortie reste écrite."
      problems={state.problems}
    >
      <Table
        caption="En stock"
        columns={[
          { label: 'Consommable', header: true, cell: ({ name }) => name },
          { label: 'Reste', numeric: true, cell: ({ stock }) => formatNumber(stock) },
        ]}
        rows={consumables}
        empty={
          <EmptyState title="Aucun consommable">
            Ajoutez le premier, avec ce qu’il y en a aujourd’hui.
          </EmptyState>
        }
      />
      {mayChange && consumables.length > 0 && <MoveForm {...props} />}
      {mayChange && <NewForm {...props} />}
      {moves.length > 0 && (
        <Table
          caption="Derniers mouvements"
          columns={[
            {
              label: 'Quand',
              header: true,
              cell: ({ recordedAt }) => momentText(recordedAt, inventory.timeZone),
            },
            { label: 'Consommable', cell: ({ name }) => name },
            {
              label: 'Quantité',
              numeric: true,
              cell: ({ quantity }) => (quantity > 0 ? `+${formatNumber(quantity)}` : formatNumber(quantity)),
            },
            { label: 'Pourquoi', cell: ({ reason }) => reason },
            { label: 'Par', cell: ({ by }) => by },
          ]}
          rows={moves}
        />
      )}
    </Frame>
  )
}

function MoveForm({ view, inventory, consumables, state: { values, problems } }: ConsumablesProps) {
  return (
    <Form action={`${sheetPaths.consumables(view.network.base, inventory.id)}/mouvements`}>
      <h2>Enregistrer un mouvement</h2>
      <Select
        name="consommable"
        label="Consommable"
        prompt="Choisissez"
        choices={consumables.map(({ id, name, stock }) => ({
          value: id,
          label: `${name} (reste ${formatNumber(stock)})`,
        }))}
        value={String(values.consommable ?? '')}
        error={problemOf(problems, 'consommable')}
      />
      <Radios
        name="sens"
        label="C’est une"
        choices={[
          { value: 'sortie', label: 'sortie' },
          { value: 'entree', label: 'entrée' },
        ]}
        value={String(values.sens ?? 'sortie')}
        error={problemOf(problems, 'sens')}
      />
      <TextField
        name="quantite"
        label="Combien"
        width="short"
        inputmode="numeric"
        value={String(values.quantite ?? '')}
        error={problemOf(problems, 'quantite')}
      />
      <TextField
        name="raison"
        label="Pourquoi"
        value={String(values.raison ?? '')}
        error={problemOf(problems, 'raison')}
      />
      <Actions>
        <Button>Enregistrer le mouvement</Button>
      </Actions>
    </Form>
  )
}

function NewForm({ view, inventory, state: { values, problems } }: ConsumablesProps) {
  return (
    <Form action={sheetPaths.consumables(view.network.base, inventory.id)}>
      <h2>Ajouter un consommable</h2>
      <TextField name="nom" label="Nom" value={String(values.nom ?? '')} error={problemOf(problems, 'nom')} />
      <TextField
        name="depart"
        label="Combien il y en a"
        width="short"
        inputmode="numeric"
        value={String(values.depart ?? '0')}
        error={problemOf(problems, 'depart')}
      />
      <Actions>
        <Button look="plain">Ajouter le consommable</Button>
      </Actions>
    </Form>
  )
}
