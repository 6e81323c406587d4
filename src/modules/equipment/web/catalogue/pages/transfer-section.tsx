import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Transfer } from '../../../data/moving/transfers.store.ts'
import { sheetPaths } from '../sheets.paths.ts'

interface TransferSectionProps {
  view: View
  inventory: Inventory
  unit: UnitSheet
  desks: readonly Desk[]
  /** On its way; null: at its desk. */
  transfer: Transfer | null
  mayReserve: boolean
  mayRelabel: boolean
  state: FormState
}

/** At which desk a unit is, and its way to another. EQP-307. */
export function TransferSection(props: TransferSectionProps) {
  const { view, inventory, unit, desks, transfer, mayReserve, mayRelabel } = props
  const nameOf = (id: string) => desks.find((desk) => desk.id === id)?.name ?? 'un guichet fermé'
  const address = sheetPaths.transfer(view.network.base, inventory.id, unit.id)
  if (desks.length < 2 && !transfer) return null
  if (!transfer)
    return mayReserve ? (
      <Folded title="Envoyer à un autre guichet" isOpen={props.state.values.vers !== undefined}>
        <PlanForm {...props} action={address} />
      </Folded>
    ) : null
  return (
    <>
      <h2>En route vers un autre guichet</h2>
      <p>
        De « {nameOf(unit.homeDeskId)} » vers « {nameOf(transfer.toDeskId)} ». D’ici là, personne ne
        l’emprunte.
      </p>
      {mayRelabel && (
        <Form action={`${address}/arrivee`}>
          <Actions>
            <Button>Arrivé au guichet</Button>
          </Actions>
        </Form>
      )}
      {mayReserve && (
        <Form action={`${address}/abandon`}>
          <Actions>
            <Button look="plain">Annuler le trajet</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

function PlanForm({ unit, desks, action, state }: TransferSectionProps & { action: string }) {
  const { values, problems } = state
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  return (
    <Form action={action}>
      <Select
        {...field('vers')}
        label="Guichet qui le recevra"
        prompt="Choisissez un guichet"
        choices={desks
          .filter(({ id }) => id !== unit.homeDeskId)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField {...field('depart')} label="Jour du départ" />
      <TextField
        {...field('jours', '1')}
        label="Durée du trajet"
        hint="En jours d’ouverture du guichet qui le reçoit, les jours fermés en plus."
        inputmode="numeric"
        width="short"
        suffix="jours"
      />
      <Actions>
        <Button look="plain">Prévoir le trajet</Button>
      </Actions>
    </Form>
  )
}
