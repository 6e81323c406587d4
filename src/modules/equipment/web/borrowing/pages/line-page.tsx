import type { Child } from 'hono/jsx'
import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { OwnLine, StoryLine } from '../../../data/borrowing/borrowing.queries.ts'
import type { EnteredRequest } from '../../../data/borrowing/entered-requests.store.ts'
import type { Reexamination } from '../../../data/borrowing/reexaminations.store.ts'
import type { Span } from '../../../domain/availability.ts'
import type { Direction } from '../../../domain/desk/condition.ts'
import type { AfterRefusal } from '../../../use-cases/borrowing/after-refusal.ts'
import { ClosedAppointments } from '../../appointments/pages/closed-appointments.tsx'
import { deskPaths } from '../../desk/desk.paths.ts'
import { REPORT_NAMES } from '../../desk/desk-wording.ts'
import { OwnLoanIncidents } from '../../incidents/pages/own-loan-incidents.tsx'
import { appointmentText, spanText } from '../../moment-wording.ts'
import { borrowingPaths, type LineAct } from '../borrowing.paths.ts'
import { openActs } from '../line-acts.ts'
import { nextStep, storyText } from '../line-story-wording.ts'
import { enteredText, reexaminationText } from '../people-acts-wording.ts'
import { PeopleActs } from './people-acts.tsx'
import { RefusedLoan } from './refused-loan.tsx'
import { LineTag } from './requests-page.tsx'

export interface DisplacementShown {
  reason: string
  /** The unit proposed instead, with its model; null when there is none. */
  proposed: string | null
  owners: Span | null
  parts: readonly Span[]
}

export interface LinePageProps {
  view: View
  line: OwnLine
  story: readonly StoryLine[]
  /** Rank on the waiting list; null when it waits for nothing. */
  position: number | null
  displacement: DisplacementShown | null
  reexamination: Reexamination | null
  /** Null: it was not refused. */
  refusal: { ground: string | null; after: AfterRefusal } | null
  /** The owner asked for it back early, and waits for a word. EQP-602. */
  isAskedBack: boolean
  /** A manager wrote it down for this structure. EQP-505. */
  entered: EnteredRequest | null
  /** The state of things that waits for the borrower's signature. EQP-804. */
  reportToSign: Direction | null
  problems: readonly Problem[]
  /** Its incidents, and what was typed to contest what the desk found. */
  happened: { incidents: number; awaited: number; state: FormState }
}

/** One loan as its borrower follows it: what comes next, what may be done, what happened. */
export function LinePage(props: LinePageProps) {
  const { view, line, problems, story } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={line.unit ? `${line.model}, ${line.unit}` : line.model}
      breadcrumb={[
        { label: 'Matériel', href: borrowingPaths.catalogue(base) },
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
      ]}
      problems={problems}
    >
      <p>
        <LineTag line={line} today={view.today} />
      </p>
      <p>
        <strong>{nextStep(line, view.today)}</strong>
      </p>
      {props.refusal && <RefusedLoan {...props.refusal} base={base} line={line} />}
      <ClosedAppointments base={base} line={line} />
      <PeopleActs {...props} />
      <Displacement {...props} />
      <Offer {...props} />
      <OwnLoanIncidents {...props.happened} base={base} line={line} />
      <WaysOn {...props} />
      <Facts {...props} />
      <h2>Histoire de ce prêt</h2>
      {story.length === 0 ? (
        <p>Rien n’est encore arrivé : la demande n’est pas envoyée.</p>
      ) : (
        <ol>
          {story.map((event) => (
            <li>
              <time datetime={event.occurredAt}>{formatDay(dayOf(event.occurredAt, line.zone))}</time>.{' '}
              {storyText(event)}
            </li>
          ))}
        </ol>
      )}
    </Frame>
  )
}

function Facts({ line, position, reexamination, entered }: LinePageProps) {
  const { zone } = line
  const rows = [
    line.pickupAt && { term: 'Retrait', value: appointmentText(line.pickupAt, zone) },
    line.returnAt && { term: 'Retour', value: appointmentText(line.dueAt ?? line.returnAt, zone) },
    line.originalDueAt &&
      line.dueAt !== line.originalDueAt && {
        term: 'Retour prévu au départ',
        value: appointmentText(line.originalDueAt, zone),
      },
    line.asksUntil && {
      term: 'Prolongation demandée',
      value: `jusqu’au ${appointmentText(line.asksUntil, zone)}, sans réponse pour l’instant. D’ici là, la date de retour ne change pas.`,
    },
    line.days !== null && {
      term: 'Durée',
      value: `${plural(line.days, 'jour', 'jours')}, premier et dernier compris${line.needsDerogation ? ' (dépassement demandé)' : ''}`,
    },
    position !== null && {
      term: 'Liste d’attente',
      value: position === 1 ? '1re place' : `${position}e place`,
    },
    { term: 'Guichet', value: line.deskLocation ? `${line.desk}, ${line.deskLocation}` : line.desk },
    line.collector && { term: 'Vient chercher', value: line.collector },
    line.actions && { term: 'Actions', value: line.actions },
    entered && { term: 'Saisie par', value: enteredText(entered, zone) },
    reexamination && {
      term: 'Réexamen demandé',
      value: reexaminationText(reexamination, zone),
    },
  ].filter((row) => row !== null && row !== false && row !== '')
  return <SummaryList rows={rows} />
}

function Act(props: {
  page: LinePageProps
  act: LineAct
  label: Child
  consequence: Child
  fields?: Readonly<Record<string, string>>
  look?: 'main' | 'plain' | 'danger'
}) {
  const { page, act, label, consequence, fields = {}, look = 'plain' } = props
  return (
    <Form action={borrowingPaths.act(page.view.network.base, page.line.id, act)}>
      <p>{consequence}</p>
      <input type="hidden" name="vu" value={String(page.line.seq)} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Actions>
        <Button look={look}>{label}</Button>
      </Actions>
    </Form>
  )
}

function Displacement(props: LinePageProps) {
  const { displacement, line } = props
  if (!displacement || !openActs(line).mayAnswerDisplacement) return null
  const { proposed, owners, parts, reason } = displacement
  return (
    <>
      <h2>Votre réponse</h2>
      <p>
        La tête de réseau a besoin de ce matériel{owners && ` ${spanText(owners, line.zone)}`} : {reason} Le
        silence ne vaut pas accord.
      </p>
      {proposed && (
        <Act
          page={props}
          act="reprise"
          fields={{ reponse: 'accepter' }}
          look="main"
          label={`Prendre ${proposed} à la place`}
          consequence={`${proposed} vous est gardé aux mêmes dates. Vos rendez-vous ne changent pas.`}
        />
      )}
      {parts.length > 0 && (
        <Act
          page={props}
          act="reprise"
          fields={{ reponse: 'partager' }}
          label="Garder les autres jours"
          consequence={`Vous gardez le même matériel ${parts.map((part) => spanText(part, line.zone)).join(', puis ')}.`}
        />
      )}
      <Act
        page={props}
        act="reprise"
        fields={{ reponse: 'renoncer' }}
        look="danger"
        label="Renoncer à ce prêt"
        consequence="Le prêt s’arrête là, et vos rendez-vous sont annulés."
      />
    </>
  )
}

function Offer(props: LinePageProps) {
  const acts = openActs(props.line)
  return (
    <>
      {acts.mayAnswerOffer && (
        <>
          <h2>Votre réponse</h2>
          <Act
            page={props}
            act="attente/acceptation"
            look="main"
            label="Accepter cet exemplaire"
            consequence="La demande part aussitôt à la tête de réseau, l’exemplaire gardé pour vous."
          />
          <Act
            page={props}
            act="attente/refus"
            label="Laisser passer mon tour"
            consequence="L’exemplaire est proposé à la structure suivante. Vous restez sur la liste."
          />
        </>
      )}
      {acts.mayLeaveList && (
        <Act
          page={props}
          act="attente/sortie"
          label="Quitter la liste d’attente"
          consequence="Vous perdez votre place. Le brouillon de la demande reste."
        />
      )}
    </>
  )
}

function WaysOn(props: LinePageProps) {
  const { view, line } = props
  const { base } = view.network
  const acts = openActs(line)
  const to = (act: LineAct) => borrowingPaths.act(base, line.id, act)
  const { reportToSign } = props
  const ways = [
    reportToSign && {
      label: 'Signer l’état des lieux',
      hint: REPORT_NAMES[reportToSign],
      href: deskPaths.ownReport(base, line.id, reportToSign),
    },
    acts.mayExtend && { label: 'Demander une prolongation', href: to('prolongation') },
    acts.mayAskAgain &&
      !props.reexamination && { label: 'Demander un réexamen de la décision', href: to('reexamen') },
    acts.mayReport && { label: 'Signaler une panne ou une détérioration', href: to('panne') },
    acts.mayIntervene && { label: 'Déclarer une intervention d’urgence', href: to('intervention') },
    acts.mayInsure && {
      label: 'Envoyer une attestation d’assurance',
      href: borrowingPaths.insurance(base, line.id),
    },
    acts.mayTellOutcome && {
      label: line.hasOutcome ? 'Corriger le bilan de ce prêt' : 'Raconter ce que ce prêt a permis',
      href: to('bilan'),
    },
  ].filter((way) => way !== false && way !== null)
  return (
    <>
      {acts.mayResume && (
        <p>
          <ButtonLink href={borrowingPaths.draft(base, line.requestId)}>Reprendre ce brouillon</ButtonLink>
        </p>
      )}
      {ways.length > 0 && <LinkList items={ways} />}
      {acts.mayWithdraw && line.state !== 'displaced' && (
        <details>
          <summary>Abandonner cette demande</summary>
          <Act
            page={props}
            act="abandon"
            look="danger"
            label="Abandonner la demande"
            consequence="Le matériel et vos rendez-vous sont aussitôt libérés pour d’autres. Cela ne se défait pas."
          />
        </details>
      )}
    </>
  )
}
