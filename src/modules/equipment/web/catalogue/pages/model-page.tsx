import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { ModelSheet, UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { ListedAccessory } from '../../../data/catalogue/unit-sheets.store.ts'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { LIFECYCLE_LOOKS, LIFECYCLE_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
import { UsageLink } from '../../statistics/pages/usage-link.tsx'
import { sheetPaths } from '../sheets.paths.ts'
import { Checklist } from './checklist.tsx'
import { ModelFields } from './model-fields.tsx'
import { AccessoryForm, SubstituteForm, UnitForm } from './model-forms.tsx'

export interface ModelProps {
  view: View
  inventory: Inventory
  /** Null: it is being added. */
  model: ModelSheet | null
  state: FormState
}

/** A model that is added. */
export function NewModelPage({ view, inventory, state }: Omit<ModelProps, 'model'>) {
  const { base } = view.network
  const stock = managingPaths.stock(base, inventory.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Ajouter un modèle"
      breadcrumb={[...trail(base, inventory), { label: 'Catalogue', href: stock }]}
      problems={state.problems}
    >
      <Form action={managingPaths.newModel(base, inventory.id)}>
        <ModelFields state={state} model={null} />
        <Actions>
          <Button>Ajouter le modèle</Button>
          <a href={stock}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface OneModelProps extends ModelProps {
  model: ModelSheet
  units: readonly UnitSheet[]
  kits: readonly UnitSheet[]
  accessories: readonly ListedAccessory[]
  substitutes: readonly ModelSheet[]
  others: readonly ModelSheet[]
  desks: readonly Desk[]
  mayChange: boolean
}

/** The fields of each form that is folded: it opens when one of them is to mend. */
const FIELDS = {
  units: ['numero', 'combien', 'serie', 'guichet', 'partie_de'],
  accessory: ['accessoire', 'nombre'],
  substitute: ['remplacant'],
  model: [
    'nom',
    'fabricant',
    'categorie',
    'description',
    'prerequis',
    'logiciels',
    'poids',
    'volume',
    'valeur',
    'preparation',
    'remise',
  ],
}

function isWrong({ problems }: FormState, fields: readonly string[]): boolean {
  return problems.some(({ field }) => field !== null && fields.includes(field))
}

/** A model: its units, what goes along with them, what may be lent instead. EQP-103 to EQP-107. */
export function ModelPage(props: OneModelProps) {
  const { view, inventory, model, state, units, accessories, substitutes, mayChange } = props
  const { base } = view.network
  const stock = managingPaths.stock(base, inventory.id)
  return (
    <Frame
      view={view}
      space="member"
      title={model.name}
      intro={model.description}
      breadcrumb={[...trail(base, inventory), { label: 'Catalogue', href: stock }]}
      problems={state.problems}
    >
      {mayChange && (
        <LinkList
          items={[
            {
              label: 'Photos et notices',
              href: sheetPaths.media(base, inventory.id, model.id),
              hint: 'Ce que les emprunteurs voient ; retirer le modèle',
            },
          ]}
        />
      )}
      <Table
        caption="Exemplaires"
        columns={[
          {
            label: 'Numéro',
            header: true,
            cell: ({ id, assetNumber }) => (
              <a href={managingPaths.unit(base, inventory.id, id)}>{assetNumber}</a>
            ),
          },
          {
            label: 'État',
            cell: ({ lifecycle }) => (
              <Tag state={LIFECYCLE_LOOKS[lifecycle]}>{LIFECYCLE_WORDS[lifecycle]}</Tag>
            ),
          },
          { label: 'Numéro de série', cell: ({ serialNumber }) => serialNumber ?? '' },
        ]}
        rows={units}
        empty={<p>Aucun exemplaire encore : ajoutez-en un, ou plusieurs d’un coup.</p>}
      />
      <UsageLink base={base} inventory={inventory} asked={{ modele: model.id }} />
      {mayChange && (
        <Folded title="Ajouter des exemplaires" isOpen={units.length === 0 || isWrong(state, FIELDS.units)}>
          <UnitForm {...props} />
        </Folded>
      )}
      <h2>Ce qui va avec</h2>
      <Checklist
        action={sheetPaths.modelList(base, inventory.id, model.id)}
        accessories={accessories}
        mayChange={mayChange}
      />
      {mayChange && (
        <Folded title="Ajouter un accessoire à la liste" isOpen={isWrong(state, FIELDS.accessory)}>
          <AccessoryForm {...props} />
        </Folded>
      )}
      <h2>Peut être remplacé par</h2>
      {substitutes.length === 0 && <p>Aucun autre modèle n’est proposé quand celui-ci est pris.</p>}
      <ul>
        {substitutes.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      {mayChange && (
        <Folded title="Proposer un autre modèle à la place" isOpen={isWrong(state, FIELDS.substitute)}>
          <SubstituteForm {...props} />
        </Folded>
      )}
      {mayChange && (
        <Folded title="Modifier le modèle" isOpen={isWrong(state, FIELDS.model)}>
          <Form action={managingPaths.model(base, inventory.id, model.id)}>
            <ModelFields state={state} model={model} />
            <Actions>
              <Button>Enregistrer le modèle</Button>
            </Actions>
          </Form>
        </Folded>
      )}
    </Frame>
  )
}
