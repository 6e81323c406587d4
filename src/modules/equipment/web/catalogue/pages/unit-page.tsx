import { dayOf } from '../../../../../kernel/instant.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { LifecycleLine, UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { Desk } from '../../../data/desks.store.ts'
import type { Incident } from '../../../data/incidents/incidents.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Transfer } from '../../../data/moving/transfers.store.ts'
import type { QueueLine } from '../../../data/telling/queue.queries.ts'
import type { UnitUpkeep } from '../../../use-cases/upkeep/unit-upkeep.ts'
import { LabelSection } from '../../desk/pages/label-section.tsx'
import { UnitIncidents } from '../../incidents/pages/unit-incidents.tsx'
import { lineStateWord } from '../../line-wording.ts'
import { UnitUpkeepSection } from '../../maintenance/pages/unit-upkeep-section.tsx'
import { managingPaths } from '../../managing/managing.paths.ts'
import { LIFECYCLE_LOOKS, LIFECYCLE_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
import { slotText } from '../../moment-wording.ts'
import { UsageLink } from '../../statistics/pages/usage-link.tsx'
import { TransferSection } from './transfer-section.tsx'
import { UnitLinks } from './unit-links.tsx'

export interface UnitProps {
  view: View
  inventory: Inventory
  unit: UnitSheet
  history: readonly LifecycleLine[]
  upkeep: UnitUpkeep
  /** Loans to come that count on it. */
  coming: readonly QueueLine[]
  /** What happened to it, and what its repairs came to, in cents. */
  incidents: readonly Incident[]
  repairs: number
  desks: readonly Desk[]
  /** On its way to another desk. */
  transfer: Transfer | null
  mayMaintain: boolean
  mayReserve: boolean
  mayRelabel: boolean
  state: FormState
  /** Taking it out of service would leave these loans without it: shown first. */
  isAsked: boolean
}

/** One unit: in service or not, and since when; the owner's own uses. EQP-104, EQP-601. */
export function UnitPage(props: UnitProps) {
  const { view, inventory, unit, history, coming, mayMaintain, mayReserve, state } = props
  const { base } = view.network
  const model = {
    label: unit.modelName,
    href: managingPaths.model(base, inventory.id, unit.modelId),
  }
  return (
    <Frame
      view={view}
      space="member"
      title={unit.assetNumber}
      breadcrumb={[...trail(base, inventory), model]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          {
            term: 'État',
            value: <Tag state={LIFECYCLE_LOOKS[unit.lifecycle]}>{LIFECYCLE_WORDS[unit.lifecycle]}</Tag>,
          },
          { term: 'Guichet', value: props.desks.find(({ id }) => id === unit.homeDeskId)?.name ?? '' },
          { term: 'Numéro de série', value: unit.serialNumber ?? 'inconnu' },
        ]}
      />
      <UnitLinks base={base} inventory={inventory.id} unit={unit} mayKeep={mayReserve} />
      <Table
        caption="Prêts à venir et en cours"
        columns={[
          {
            label: 'Retrait',
            header: true,
            cell: ({ id, pickupAt }) => (
              <a href={managingPaths.line(base, inventory.id, id)}>
                {pickupAt ? slotText(pickupAt, inventory.timeZone) : 'sans date'}
              </a>
            ),
          },
          { label: 'Prêt', cell: ({ state: at }) => lineStateWord(at) },
        ]}
        rows={coming}
        empty={<p>Aucun prêt n’attend cet exemplaire.</p>}
      />
      <UnitIncidents
        {...{ base, inventory, unit: unit.id, incidents: props.incidents, repairs: props.repairs }}
        mayDecide={mayReserve}
      />
      {props.mayRelabel && <LabelSection view={view} inventory={inventory.id} unit={unit} />}
      <TransferSection {...props} />
      {mayReserve && (
        <Folded title="Réserver pour notre propre usage" isOpen={isSent(state, 'intitule')}>
          <OwnerUseForm {...props} />
        </Folded>
      )}
      {mayMaintain && (
        <Folded title="Changer l’état" isOpen={props.isAsked || isSent(state, 'etat')}>
          <LifecycleForm {...props} />
        </Folded>
      )}
      <UnitUpkeepSection
        view={view}
        inventory={inventory}
        unitName={unit.assetNumber}
        upkeep={props.upkeep}
        mayMaintain={mayMaintain}
      />
      <UsageLink base={base} inventory={inventory} asked={{ exemplaire: unit.id }} />
      <Table
        caption="Histoire de l’exemplaire"
        columns={[
          {
            label: 'Le',
            header: true,
            cell: ({ occurredAt }) => formatDay(dayOf(occurredAt, inventory.timeZone)),
          },
          { label: 'État', cell: ({ lifecycle }) => LIFECYCLE_WORDS[lifecycle] },
          { label: 'Motif', cell: ({ reason }) => reason },
        ]}
        rows={history}
      />
    </Frame>
  )
}

/** The form that holds this field was sent, and is shown again. */
function isSent({ values }: FormState, field: string): boolean {
  return values[field] !== undefined
}

function LifecycleForm({ view, inventory, unit, coming, state, isAsked }: UnitProps) {
  const { values, problems } = state
  return (
    <Form action={`${managingPaths.unit(view.network.base, inventory.id, unit.id)}/etat`}>
      {isAsked && (
        <Notice
          state="warning"
          title={`${plural(coming.length, 'prêt compte', 'prêts comptent')} sur cet exemplaire`}
        >
          <p>
            Ils ne sont ni déplacés ni annulés : ils apparaîtront « à risque » sur la page de l’inventaire,
            d’où vous choisirez un autre exemplaire. Confirmez pour enregistrer le nouvel état.
          </p>
        </Notice>
      )}
      {isAsked && <Confirmed state={state} />}
      <input type="hidden" name="vu" value={String(values.vu ?? unit.lifecycleSeq)} />
      <Radios
        name="etat"
        label="Nouvel état"
        choices={Object.entries(LIFECYCLE_WORDS)
          .filter(([value]) => value !== unit.lifecycle)
          .map(([value, label]) => ({ value, label }))}
        value={String(values.etat ?? '')}
        error={problemOf(problems, 'etat')}
      />
      <TextArea
        name="motif"
        label="Motif"
        rows={2}
        value={String(values.motif ?? '')}
        error={problemOf(problems, 'motif')}
      />
      <Actions>
        <Button>{isAsked ? 'Confirmer le changement d’état' : 'Changer l’état'}</Button>
      </Actions>
    </Form>
  )
}

function OwnerUseForm({ view, inventory, unit, state: { values, problems } }: UnitProps) {
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  return (
    <Form action={`${managingPaths.unit(view.network.base, inventory.id, unit.id)}/usage-propre`}>
      <TextField {...field('intitule')} label="Pour quoi" hint="Par exemple : salon des métiers." />
      <TextField {...field('responsable')} label="Personne responsable" />
      <DateField {...field('du')} label="Premier jour" />
      <DateField {...field('au')} label="Dernier jour" />
      <Actions>
        <Button look="plain">Réserver l’exemplaire</Button>
      </Actions>
    </Form>
  )
}
