import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { ModelSheet, UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { PlanSheet } from '../../../data/upkeep/maintenance.queries.ts'
import { fieldDay } from '../../borrowing/near-day.ts'
import { trail } from '../../managing/pages/trail.ts'
import { maintenancePaths } from '../maintenance.paths.ts'
import { lengthText, rhythmText } from '../maintenance-wording.ts'

interface PlansProps {
  view: View
  inventory: Inventory
  plans: readonly PlanSheet[]
  models: readonly ModelSheet[]
  units: readonly UnitSheet[]
  mayMaintain: boolean
  state: FormState
}

/** The rhythms of an inventory. EQP-1001. */
export function PlansPage(props: PlansProps) {
  const { view, inventory, plans, mayMaintain, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Plans d’entretien"
      intro="Ce qu’il y a à faire, sur quoi, et tous les combien."
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Entretien', href: maintenancePaths.upkeep(base, inventory.id) },
      ]}
      problems={state.problems}
    >
      <Table
        caption="Plans en cours"
        columns={[
          { label: 'Sur', header: true, cell: ({ about }) => about },
          {
            label: 'À faire',
            cell: ({ title, checklist }) => (
              <>
                {title}
                {checklist.length > 0 && ` (${plural(checklist.length, 'point', 'points')})`}
              </>
            ),
          },
          { label: 'Rythme', cell: rhythmText },
          { label: 'Durée', cell: ({ minutes }) => lengthText(minutes) },
          {
            label: 'En retard',
            cell: ({ blocks }) =>
              blocks ? <Tag state="danger">ne part plus</Tag> : <Tag state="neutral">signalé</Tag>,
          },
          ...(mayMaintain
            ? [
                {
                  label: 'Acte',
                  silent: true,
                  cell: ({ id, title, about }: PlanSheet) => (
                    <Form action={maintenancePaths.planEnd(base, inventory.id, id)}>
                      <Button look="quiet">
                        Arrêter
                        <span class="visually-hidden">
                          {' '}
                          {title}, {about}
                        </span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        rows={plans}
        empty={
          <EmptyState title="Aucun plan encore">
            Commencez par ce qui s’use ou se salit : un nettoyage après chaque retour, un contrôle tous les 90
            jours.
          </EmptyState>
        }
      />
      {mayMaintain && <PlanForm {...props} />}
    </Frame>
  )
}

function PlanForm({ view, inventory, models, units, state: { values, problems } }: PlansProps) {
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  return (
    <Form action={maintenancePaths.plans(view.network.base, inventory.id)}>
      <h2>Ajouter un plan</h2>
      <Select
        {...field('objet')}
        label="Sur quoi"
        prompt="Choisissez"
        choices={[
          ...models.map(({ id, name }) => ({
            value: `modele:${id}`,
            label: `${name}, tous les exemplaires`,
          })),
          ...units.map(({ id, assetNumber, modelName }) => ({
            value: `exemplaire:${id}`,
            label: `${assetNumber}, ${modelName}`,
          })),
        ]}
      />
      <TextField
        {...field('titre')}
        label="Ce qu’il y a à faire"
        hint="Par exemple : nettoyer les lentilles."
      />
      <TextField {...field('nombre')} label="Tous les" width="short" inputmode="numeric" />
      <Radios
        {...field('rythme', 'jours')}
        label="On compte"
        choices={[
          { value: 'jours', label: 'des jours' },
          { value: 'prets', label: 'des prêts', hint: '1 : après chaque retour.' },
        ]}
      />
      <DateField {...field('depuis', fieldDay(view.today))} label="À compter du" />
      <TextField
        {...field('minutes', '60')}
        label="Durée du travail"
        width="short"
        inputmode="numeric"
        suffix="minutes"
      />
      <TextArea {...field('liste')} label="Points à vérifier" hint="Un par ligne." rows={4} optional />
      <Checkbox
        name="bloque"
        label="En retard, l’exemplaire ne peut plus partir"
        hint="Sinon, le retard est seulement signalé."
        checked={values.bloque === 'oui'}
        error={problemOf(problems, 'bloque')}
      />
      <Actions>
        <Button>Enregistrer le plan</Button>
      </Actions>
    </Form>
  )
}
