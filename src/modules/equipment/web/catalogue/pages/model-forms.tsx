import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { managingPaths } from '../../managing/managing.paths.ts'
import { AccessoryFields } from './accessory-fields.tsx'
import type { OneModelProps } from './model-page.tsx'

/** One unit by its number, or several alike. EQP-104, EQP-105, EQP-107. */
export function UnitForm({
  view,
  inventory,
  model,
  kits,
  desks,
  state: { values, problems },
}: OneModelProps) {
  return (
    <Form action={`${managingPaths.model(view.network.base, inventory.id, model.id)}/exemplaires`}>
      <TextField
        name="numero"
        label="Numéro d’inventaire"
        hint="Pour plusieurs exemplaires, TAB donne TAB-1, TAB-2…"
        width="medium"
        value={String(values.numero ?? '')}
        error={problemOf(problems, 'numero')}
      />
      <TextField
        name="combien"
        label="Combien"
        width="short"
        inputmode="numeric"
        value={String(values.combien ?? '1')}
        error={problemOf(problems, 'combien')}
      />
      <TextField
        name="serie"
        label="Numéro de série"
        optional
        width="medium"
        value={String(values.serie ?? '')}
        error={problemOf(problems, 'serie')}
      />
      <Select
        name="guichet"
        label="Guichet"
        choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
        value={String(values.guichet ?? desks[0]?.id ?? '')}
        error={problemOf(problems, 'guichet')}
      />
      <Checkbox
        name="malle"
        label="C’est une malle, qui contient d’autres exemplaires"
        checked={values.malle === 'oui'}
      />
      {kits.length > 0 && (
        <>
          <Select
            name="partie_de"
            label="Rangé dans une malle"
            optional
            prompt="Aucune"
            choices={kits.map(({ id, assetNumber }) => ({ value: id, label: assetNumber }))}
            value={String(values.partie_de ?? '')}
            error={problemOf(problems, 'partie_de')}
          />
          <Checkbox
            name="critique"
            label="La malle n’est pas prêtée sans lui"
            checked={values.critique === 'oui'}
          />
          <Checkbox name="seul" label="Peut être prêté sans sa malle" checked={values.seul === 'oui'} />
        </>
      )}
      <Actions>
        <Button>Ajouter à l’inventaire</Button>
      </Actions>
    </Form>
  )
}

/** EQP-106. */
export function AccessoryForm({ view, inventory, model, state }: OneModelProps) {
  return (
    <Form action={`${managingPaths.model(view.network.base, inventory.id, model.id)}/accessoires`}>
      <AccessoryFields without="rien n’est prêté" state={state} />
      <Actions>
        <Button look="plain">Ajouter à la liste</Button>
      </Actions>
    </Form>
  )
}

/** EQP-103. */
export function SubstituteForm({ view, inventory, model, others, state }: OneModelProps) {
  if (others.length === 0) return <p>Aucun autre modèle dans cet inventaire.</p>
  return (
    <Form action={`${managingPaths.model(view.network.base, inventory.id, model.id)}/remplacants`}>
      <Select
        name="remplacant"
        label="Un modèle qui convient aussi"
        hint="Proposé à l’emprunteur quand celui-ci n’est pas libre : il doit l’accepter."
        prompt="Choisissez un modèle"
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={String(state.values.remplacant ?? '')}
        error={problemOf(state.problems, 'remplacant')}
      />
      <Actions>
        <Button look="plain">Ajouter ce remplaçant</Button>
      </Actions>
    </Form>
  )
}
