import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Accessory, ModelSheet, UnitSheet } from '../../../data/catalogue.queries.ts'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { LIFECYCLE_LOOKS, LIFECYCLE_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
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
  accessories: readonly Accessory[]
  substitutes: readonly ModelSheet[]
  others: readonly ModelSheet[]
  desks: readonly Desk[]
  mayChange: boolean
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
      {mayChange && <UnitForm {...props} />}
      <h2>Ce qui va avec</h2>
      <ul>
        {accessories.map(({ label, expected, isCritical }) => (
          <li>
            {expected} × {label}
            {isCritical && ' (indispensable)'}
          </li>
        ))}
      </ul>
      {mayChange && <AccessoryForm {...props} />}
      <h2>Peut être remplacé par</h2>
      <ul>
        {substitutes.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      {mayChange && <SubstituteForm {...props} />}
      {mayChange && (
        <Form action={managingPaths.model(base, inventory.id, model.id)}>
          <h2>Modifier le modèle</h2>
          <ModelFields state={state} model={model} />
          <Actions>
            <Button>Enregistrer le modèle</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function ModelFields({ state: { values, problems }, model }: Pick<ModelProps, 'state' | 'model'>) {
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  const euros = model?.replacementCents ? String(model.replacementCents / 100).replace('.', ',') : ''
  return (
    <>
      <TextField {...field('nom', model?.name)} label="Nom du modèle" />
      <TextField {...field('fabricant', model?.maker)} label="Fabricant" optional />
      <TextField {...field('categorie', model?.category)} label="Catégorie" width="medium" />
      <TextArea {...field('description', model?.description)} label="Description" optional rows={3} />
      <TextField
        {...field('prerequis', model?.prerequisites)}
        label="Ce qu’il faut savoir ou avoir pour s’en servir"
        hint="Montré avant la demande : un certificat de pilote, un âge…"
        optional
      />
      <TextField
        {...field('valeur', euros)}
        label="Valeur de remplacement"
        width="short"
        suffix="€"
        optional
      />
      <TextField
        {...field('preparation', String(model?.prepMinutes ?? 0))}
        label="Préparation avant un retrait"
        width="short"
        inputmode="numeric"
        suffix="minutes"
      />
      <TextField
        {...field('remise', String(model?.turnaroundMinutes ?? 120))}
        label="Remise en état après un retour"
        width="short"
        inputmode="numeric"
        suffix="minutes"
      />
    </>
  )
}
