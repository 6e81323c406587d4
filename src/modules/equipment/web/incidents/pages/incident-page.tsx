import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { RepairCost } from '../../../data/incidents/costs.store.ts'
import type { Incident, IncidentEvent } from '../../../data/incidents/incidents.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Charge } from '../../../domain/incidents/charge.ts'
import type { ChargeGround } from '../../../use-cases/incidents/charge-borrower.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { LIFECYCLE_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
import { momentText } from '../../moment-wording.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { BEARER_WORDS, euros, INCIDENT_ACT_WORDS, KIND_WORDS } from '../incidents-wording.ts'
import { ChargeSection } from './charge-section.tsx'
import {
  AssessmentForm,
  BeyondRepairForm,
  ClosingForm,
  CostForm,
  EmergencyForm,
  FoundForm,
} from './incident-forms.tsx'
import { IncidentTags, type ShownIncident } from './incidents-page.tsx'

export interface IncidentProps {
  view: View
  inventory: Inventory
  incident: ShownIncident
  story: readonly (IncidentEvent & { by: string })[]
  charges: readonly Charge[]
  costs: readonly RepairCost[]
  ground: ChargeGround | null
  mayDecide: boolean
  /** Charges are for whoever answers for the inventory. EQP-1501. */
  mayCharge: boolean
  state: FormState
  /** Loans to come that retiring the unit, or stopping it, would move: asked for before it is done. */
  coming: { readonly act: 'examen' | 'irreparable'; readonly count: number } | null
}

/** One incident: what happened, what may be done now, what it costs, its story. EQP-902. */
export function IncidentPage(props: IncidentProps) {
  const { view, inventory, incident, story, costs, mayDecide, state } = props
  const { base } = view.network
  const zone = inventory.timeZone
  return (
    <Frame
      view={view}
      space="member"
      title={`${incident.modelName}, ${incident.unitName}`}
      kicker={incident.part ? `${KIND_WORDS[incident.kind]}, ${incident.part}` : KIND_WORDS[incident.kind]}
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Incidents', href: incidentPaths.list(base, inventory.id) },
      ]}
      problems={state.problems}
    >
      <p>
        <IncidentTags incident={incident} />
      </p>
      <SummaryList rows={facts(props)} />
      <Photos {...incident} hrefOf={(photo) => incidentPaths.photo(base, inventory.id, incident.id, photo)} />
      {mayDecide && <Acts {...props} />}
      <ChargeSection {...props} />
      {costs.length > 0 && (
        <Table
          caption="Coûts de réparation"
          columns={[
            { label: 'Le', header: true, cell: ({ day }) => formatDay(day) },
            { label: 'Quoi', cell: ({ label }) => label },
            { label: 'Payé par', cell: ({ bearer }) => BEARER_WORDS[bearer] },
            { label: 'Montant', numeric: true, cell: ({ amountCents }) => euros(amountCents) },
          ]}
          rows={costs}
        />
      )}
      {mayDecide && <CostForm {...props} />}
      <Table
        caption="Histoire de l’incident"
        columns={[
          { label: 'Quand', header: true, cell: ({ recordedAt }) => momentText(recordedAt, zone) },
          { label: 'Quoi', cell: ({ act }) => INCIDENT_ACT_WORDS[act] ?? act },
          { label: 'Par', cell: ({ by }) => by },
          { label: 'Motif', cell: ({ reason }) => reason },
        ]}
        rows={story}
      />
    </Frame>
  )
}

function Acts(props: IncidentProps) {
  const { state, kind, lifecycle, hasOpenCharge } = props.incident
  const isUrgent = state === 'declared' && kind === 'emergency_intervention'
  const isGone = lifecycle === 'lost' || lifecycle === 'stolen'
  const isOver = state === 'closed'
  return (
    <>
      {isUrgent && <EmergencyForm {...props} />}
      {!isUrgent && (state === 'declared' || state === 'assessed') && <AssessmentForm {...props} />}
      {isGone && <FoundForm {...props} />}
      {!isOver && !isGone && lifecycle !== 'retired' && <BeyondRepairForm {...props} />}
      {!isOver && state !== 'declared' && state !== 'contested' && !hasOpenCharge && (
        <ClosingForm {...props} />
      )}
    </>
  )
}

function facts({ incident, inventory, view }: IncidentProps): SummaryRow[] {
  const { base } = view.network
  const zone = inventory.timeZone
  const { emergency, lineId } = incident
  const rows: (SummaryRow | null)[] = [
    {
      term: 'Exemplaire',
      value: (
        <>
          <a href={managingPaths.unit(base, inventory.id, incident.unitId)}>{incident.unitName}</a>,{' '}
          {LIFECYCLE_WORDS[incident.lifecycle]}
        </>
      ),
    },
    lineId && {
      term: 'Prêt',
      value: <a href={managingPaths.line(base, inventory.id, lineId)}>{incident.borrower}</a>,
    },
    { term: 'Constaté', value: momentText(incident.discoveredAt, zone) },
    { term: 'Déclaré', value: momentText(incident.reportedAt, zone) },
    { term: 'Récit', value: incident.account },
    emergency && { term: 'Ce qui était en jeu', value: emergency.atStake },
    emergency && { term: 'Intervenant', value: emergency.by },
    told('Témoin', incident.witnessName),
    told('Plainte', plaintText(incident)),
    told('Sinistre', incident.insurerClaim),
    incident.rootId && {
      term: 'Arrêté jusqu’au',
      value: incident.estimatedUntil
        ? momentText(incident.estimatedUntil, zone)
        : 'date inconnue : rien n’est prêté d’ici là',
    },
  ]
  return rows.filter((row) => row !== null)
}

function told(term: string, value: string): SummaryRow | null {
  return value === '' ? null : { term, value }
}

function plaintText({ policeReference, policeDay }: Incident): string {
  return policeDay && policeReference !== ''
    ? `${policeReference}, le ${formatDay(policeDay)}`
    : policeReference
}

export function Photos({
  photos,
  hrefOf,
}: {
  photos: Incident['photos']
  hrefOf: (photo: string) => string
}) {
  if (photos.length === 0) return null
  return (
    <p>
      {photos.map(({ id, alt }) => (
        <a href={hrefOf(id)}>
          <img src={hrefOf(id)} alt={alt} loading="lazy" width="160" />
        </a>
      ))}
    </p>
  )
}

/** The day of an instant, in the zone of the inventory. */
export function dayText(at: Parameters<typeof dayOf>[0], zone: string): string {
  return formatDay(dayOf(at, zone))
}
