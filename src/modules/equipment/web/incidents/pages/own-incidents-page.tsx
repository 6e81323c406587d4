import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { capital, formatDay } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import type { Incident, IncidentEvent } from '../../../data/incidents/incidents.queries.ts'
import type { Charge } from '../../../domain/incidents/charge.ts'
import type { Rule, RuleValues } from '../../../domain/rules.ts'
import { borrowingPaths } from '../../borrowing/borrowing.paths.ts'
import { momentText } from '../../moment-wording.ts'
import { incidentPaths } from '../incidents.paths.ts'
import {
  bornText,
  INCIDENT_ACT_WORDS,
  INCIDENT_STATE_LOOKS,
  INCIDENT_STATE_WORDS,
  KIND_WORDS,
} from '../incidents-wording.ts'
import { chargeFacts } from './charge-section.tsx'
import { fieldOf } from './incident-fields.tsx'
import { Photos } from './incident-page.tsx'

export interface OwnIncident {
  readonly incident: Incident
  readonly charge: Charge | null
  readonly story: readonly IncidentEvent[]
}

interface OwnIncidentsProps {
  view: View
  line: OwnLine
  incidents: readonly OwnIncident[]
  /** What the loan's terms leave to the borrower, and where that is written. */
  bears: Rule<RuleValues['borrowerBears']> | null
  state: FormState
  /** The one whose form was sent. */
  sent: string | null
}

/** What happened to the thing during a loan, as its borrower reads and answers it. EQP-905. */
export function OwnIncidentsPage(props: OwnIncidentsProps) {
  const { view, line, incidents, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Incidents et frais"
      kicker={line.unit ? `${line.model}, ${line.unit}` : line.model}
      breadcrumb={[
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        { label: line.model, href: borrowingPaths.line(base, line.id) },
      ]}
      problems={state.problems}
    >
      {incidents.length === 0 && (
        <EmptyState title="Aucun incident sur ce prêt">
          Une panne ou une détérioration se signale depuis la page du prêt.
        </EmptyState>
      )}
      {incidents.map((one) => (
        <OneIncident {...props} {...one} />
      ))}
    </Frame>
  )
}

function OneIncident(props: OwnIncidentsProps & OwnIncident) {
  const { view, line, incident, charge, story, bears } = props
  const { base } = view.network
  const { kind, part, state } = incident
  return (
    <section>
      <h2>{part ? `${capital(KIND_WORDS[kind])}, ${part}` : capital(KIND_WORDS[kind])}</h2>
      <p>
        <Tag state={INCIDENT_STATE_LOOKS[state]}>{INCIDENT_STATE_WORDS[state]}</Tag>
      </p>
      <SummaryList
        rows={[
          { term: 'Constaté', value: momentText(incident.discoveredAt, line.zone) },
          { term: 'Récit', value: incident.account },
          ...story.filter(({ act, reason }) => act !== 'declared' && reason !== '').flatMap(answers),
        ]}
      />
      <Photos
        photos={incident.photos}
        hrefOf={(photo) => incidentPaths.ownPhoto(base, line.id, incident.id, photo)}
      />
      {charge && (
        <>
          <h3>Frais</h3>
          {bears && bears.value.length > 0 && <p>Restent à votre charge : {bornText(bears)}.</p>}
          <SummaryList rows={[...chargeFacts(charge, line.zone), ...papers(props)]} />
          <AnswerForm {...props} charge={charge} />
        </>
      )}
    </section>
  )
}

/** What the head of the network said of it: the figures of a charge are told apart. */
function answers({ act, reason }: IncidentEvent): SummaryRow[] {
  const isTold = [
    'assessed',
    'emergency_accepted',
    'emergency_contested',
    'beyond_repair',
    'charge_announced',
  ]
  return isTold.includes(act) ? [{ term: INCIDENT_ACT_WORDS[act] ?? act, value: reason }] : []
}

function papers({ view, line, incident, charge }: OwnIncidentsProps & OwnIncident): SummaryRow[] {
  const { base } = view.network
  return [
    ...(charge?.evidenceFileId
      ? [
          {
            term: 'Pièce',
            value: (
              <a href={incidentPaths.ownEvidence(base, line.id, incident.id)}>Lire le devis ou la facture</a>
            ),
          },
        ]
      : []),
    ...(charge?.decidedAt
      ? [
          {
            term: 'Relevé',
            value: (
              <a href={incidentPaths.ownStatement(base, line.id, incident.id)}>Relevé des frais (PDF)</a>
            ),
          },
        ]
      : []),
  ]
}

function AnswerForm(props: OwnIncidentsProps & OwnIncident & { charge: Charge }) {
  const { view, line, incident, charge, sent } = props
  const mayAnswer = incident.state === 'assessed' && charge.answeredAt === null
  const mayContest = incident.state === 'charged' && charge.settlement === null
  if (!mayAnswer && !mayContest) return null
  const state = sent === incident.id ? props.state : { values: {}, problems: [] }
  const choices = [
    { value: 'accepted', label: 'J’accepte ces frais' },
    { value: 'contested', label: 'Je les conteste' },
  ]
  return (
    <Form action={incidentPaths.answer(view.network.base, line.id, incident.id)}>
      <h3>{mayAnswer ? 'Votre réponse' : 'Contester la décision'}</h3>
      <p>
        {mayAnswer
          ? `Vous avez jusqu’au ${formatDay(charge.answerUntil)} pour répondre. La tête de réseau décide ensuite.`
          : 'La tête de réseau reverra sa décision, et vous répondra ici.'}
      </p>
      <input type="hidden" name="vu" value={String(incident.seq)} />
      {mayAnswer ? (
        <Radios
          {...fieldOf(state, 'reponse')}
          id={`reponse-${incident.id}`}
          label="Ces frais"
          choices={choices}
        />
      ) : (
        <input type="hidden" name="reponse" value="contested" />
      )}
      <TextArea
        {...fieldOf(state, 'motif_reponse')}
        id={`motif-${incident.id}`}
        label="Vos explications"
        hint={mayAnswer ? 'À remplir si vous contestez.' : undefined}
        rows={3}
        optional={mayAnswer}
      />
      <Actions>
        <Button>{mayAnswer ? 'Envoyer ma réponse' : 'Contester la décision'}</Button>
      </Actions>
    </Form>
  )
}
