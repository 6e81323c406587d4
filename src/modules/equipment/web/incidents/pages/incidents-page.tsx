import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Incident, IncidentFilter, LoanToEnd } from '../../../data/incidents/incidents.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { INCIDENT_KINDS } from '../../../domain/incidents/incident.ts'
import { LINE_STATE_LOOKS, LINE_STATE_WORDS } from '../../line-wording.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { INCIDENT_STATE_LOOKS, INCIDENT_STATE_WORDS, KIND_WORDS } from '../incidents-wording.ts'

/** An incident with what the page says of it. */
export interface ShownIncident extends Incident {
  readonly borrower: string
  /** A theft told more than two opening days ago, without the reference of its complaint. EQP-902. */
  readonly owesPolice: boolean
}

interface IncidentsProps {
  view: View
  inventory: Inventory
  incidents: readonly ShownIncident[]
  asked: IncidentFilter
  /** Loans that came to their end. */
  ending: readonly (LoanToEnd & { borrower: string })[]
  mayDecide: boolean
}

/** The incidents of an inventory: those to be answered first. EQP-902. */
export function IncidentsPage(props: IncidentsProps) {
  const { view, inventory, incidents, asked, mayDecide } = props
  const { base } = view.network
  const opening = { label: 'Ouvrir un incident', href: incidentPaths.opening(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title="Incidents"
      intro="Ce qui est arrivé au matériel : pannes, pertes, vols, pièces manquantes, et ce qui en est décidé."
      breadcrumb={trail(base, inventory)}
      act={mayDecide ? opening : undefined}
    >
      <WithSide at="start" side={<Narrowed {...props} />}>
        <Table
          caption={asked.show === 'open' ? 'Incidents à suivre' : 'Tous les incidents'}
          columns={[
            {
              label: 'Matériel',
              header: true,
              cell: ({ id, modelName, unitName }) => (
                <a href={incidentPaths.one(base, inventory.id, id)}>
                  {modelName}, {unitName}
                </a>
              ),
            },
            {
              label: 'Nature',
              cell: ({ kind, part }) => (part ? `${KIND_WORDS[kind]}, ${part}` : KIND_WORDS[kind]),
            },
            { label: 'Emprunteur', cell: ({ borrower }) => borrower },
            {
              label: 'Déclaré le',
              cell: ({ reportedAt }) => formatDay(dayOf(reportedAt, inventory.timeZone)),
            },
            { label: 'Où il en est', cell: (one) => <IncidentTags incident={one} /> },
          ]}
          rows={incidents}
          empty={
            <EmptyState title={asked.show === 'open' ? 'Aucun incident à suivre' : 'Aucun incident'}>
              Les pannes signalées par les emprunteurs et ce que le guichet compte en moins arrivent ici.
            </EmptyState>
          }
        />
        {props.ending.length > 0 && <Ending {...props} />}
        <p>
          <a href={incidentPaths.accounts(base, inventory.id)}>Frais décidés, pour la comptabilité (CSV)</a>
        </p>
      </WithSide>
    </Frame>
  )
}

/** EQP-503. */
function Ending({ view, inventory, ending }: IncidentsProps) {
  return (
    <Table
      caption="Prêts à clore"
      columns={[
        {
          label: 'Prêt',
          header: true,
          cell: ({ id, modelName, unitName }) => (
            <a href={managingPaths.line(view.network.base, inventory.id, id)}>
              {modelName}, {unitName}
            </a>
          ),
        },
        { label: 'Emprunteur', cell: ({ borrower }) => borrower },
        {
          label: 'Où il en est',
          cell: ({ state }) => <Tag state={LINE_STATE_LOOKS[state]}>{LINE_STATE_WORDS[state]}</Tag>,
        },
        { label: 'Depuis le', cell: ({ since }) => formatDay(dayOf(since, inventory.timeZone)) },
      ]}
      rows={ending}
    />
  )
}

export function IncidentTags({ incident }: { incident: ShownIncident }) {
  const { state, owesPolice, hasOpenCharge, kind } = incident
  const isUrgent = state === 'declared' && kind === 'emergency_intervention'
  return (
    <>
      <Tag state={INCIDENT_STATE_LOOKS[state]}>{INCIDENT_STATE_WORDS[state]}</Tag>
      {isUrgent && <Tag state="danger">urgence à accepter ou contester</Tag>}
      {owesPolice && <Tag state="warning">référence de la plainte attendue</Tag>}
      {hasOpenCharge && <Tag state="pending">frais annoncés</Tag>}
    </>
  )
}

function Narrowed({ view, inventory, asked }: IncidentsProps) {
  const href = (change: { etat?: string; nature?: string }) => {
    const told = {
      etat: asked.show === 'all' ? 'tous' : '',
      nature: asked.kind ?? '',
      ...change,
    }
    const query = new URLSearchParams(Object.entries(told).filter(([, value]) => value !== '')).toString()
    return incidentPaths.list(view.network.base, inventory.id, query === '' ? '' : `?${query}`)
  }
  return (
    <Filters
      groups={[
        {
          label: 'État',
          options: [
            { label: 'À suivre', selected: asked.show === 'open', href: href({ etat: '' }) },
            { label: 'Tous', selected: asked.show === 'all', href: href({ etat: 'tous' }) },
          ],
        },
        {
          label: 'Nature',
          options: INCIDENT_KINDS.map((kind) => ({
            label: KIND_WORDS[kind],
            selected: kind === asked.kind,
            href: href({ nature: kind === asked.kind ? '' : kind }),
          })),
        },
      ]}
      clearHref={
        asked.kind || asked.show === 'all' ? incidentPaths.list(view.network.base, inventory.id) : undefined
      }
    />
  )
}
