import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDayRelative, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { UnitToUpdate, UpdateLine } from '../../../data/upkeep/updates.store.ts'
import { fieldDay } from '../../borrowing/near-day.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { maintenancePaths } from '../maintenance.paths.ts'
import { UpdateTable } from './update-table.tsx'

interface UpdatesProps {
  view: View
  inventory: Inventory
  /** Days of the rules; null: nothing is ever listed. */
  delay: number | null
  late: readonly UnitToUpdate[]
  log: readonly UpdateLine[]
  mayMaintain: boolean
  state: FormState
}

/** What runs on the units, and what has waited too long. EQP-1002. */
export function UpdatesPage(props: UpdatesProps) {
  const { view, inventory, log, mayMaintain, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Mises à jour"
      intro="Mettre à jour les logiciels revient au propriétaire du matériel. L’emprunteur lit les versions sur la page du matériel, et chaque état des lieux les recopie."
      breadcrumb={trail(view.network.base, inventory)}
      problems={state.problems}
    >
      <Late {...props} />
      {mayMaintain && <UpdateForm {...props} />}
      <UpdateTable
        caption="Dernières mises à jour"
        updates={log}
        withUnit
        empty="Aucune mise à jour n’est encore notée."
      />
    </Frame>
  )
}

function Late({ view, inventory, delay, late }: UpdatesProps) {
  const { base } = view.network
  if (delay === null)
    return (
      <p>
        Le <a href={managingPaths.rules(base, inventory.id)}>règlement</a> ne fixe aucun délai : rien n’est
        signalé.
      </p>
    )
  return (
    <Table
      caption={`Sans mise à jour depuis plus de ${plural(delay, 'jour', 'jours')}`}
      columns={[
        {
          label: 'Exemplaire',
          header: true,
          cell: ({ id, assetNumber, modelName }) => (
            <a href={managingPaths.unit(base, inventory.id, id)}>
              {assetNumber}, {modelName}
            </a>
          ),
        },
        {
          label: 'Dernière mise à jour',
          cell: ({ lastDay }) => (lastDay ? formatDayRelative(lastDay, view.today) : 'jamais'),
        },
        {
          label: 'Acte',
          silent: true,
          cell: ({ assetNumber }) => (
            <a href={`${maintenancePaths.updates(base, inventory.id, { numeros: assetNumber })}#noter`}>
              Noter une mise à jour<span class="visually-hidden"> de {assetNumber}</span>
            </a>
          ),
        },
      ]}
      rows={late}
      empty={
        <p>Aucun exemplaire n’a attendu plus de {plural(delay, 'jour', 'jours')}, la limite du règlement.</p>
      }
    />
  )
}

function UpdateForm({ view, inventory, state: { values, problems } }: UpdatesProps) {
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  return (
    <Form action={maintenancePaths.updates(view.network.base, inventory.id)}>
      <h2 id="noter">Noter une mise à jour</h2>
      <div data-island="equipment/scan">
        <TextArea
          {...field('numeros')}
          label="Exemplaires"
          hint="Un numéro par ligne, tapé ou scanné. Le lecteur de codes va à la ligne tout seul."
          rows={4}
        />
      </div>
      <TextField {...field('logiciel')} label="Logiciel ou système" />
      <TextField {...field('version')} label="Nouvelle version" width="medium" />
      <TextField
        {...field('avant')}
        label="Version d’avant"
        hint="Vide : la dernière qui est notée."
        width="medium"
        optional
      />
      <DateField {...field('jour', fieldDay(view.today))} label="Jour" />
      <Radios
        {...field('resultat', 'done')}
        label="La mise à jour est"
        choices={[
          { value: 'done', label: 'faite' },
          { value: 'failed', label: 'échouée' },
          { value: 'postponed', label: 'reportée' },
        ]}
      />
      <TextArea {...field('note')} label="Remarque" rows={2} optional />
      <Actions>
        <Button>Noter la mise à jour</Button>
      </Actions>
    </Form>
  )
}
