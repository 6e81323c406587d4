import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Charge } from '../../../domain/incidents/charge.ts'
import { CAUSES, causeOf, EVIDENCES, mayDecide, type Worth } from '../../../domain/incidents/charge.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { bornText, CAUSE_WORDS, EVIDENCE_WORDS, euros, worthText } from '../incidents-wording.ts'
import { fieldOf } from './incident-fields.tsx'
import { Act } from './incident-forms.tsx'
import { dayText, type IncidentProps } from './incident-page.tsx'

/** What the borrower is asked to bear: announced with its evidence, answered, decided, settled. EQP-905. */
export function ChargeSection(props: IncidentProps) {
  const { incident, charges, mayCharge, ground } = props
  const charge = charges.at(-1)
  if (!charge) return mayCharge && ground && incident.state === 'assessed' ? <Announcing {...props} /> : null
  return (
    <section>
      <h2>Frais à la charge de l’emprunteur</h2>
      <SummaryList rows={[...chargeFacts(charge, props.inventory.timeZone), ...papers(props, charge)]} />
      {mayCharge && <Deciding {...props} charge={charge} />}
      {mayCharge && incident.state === 'charged' && charge.settlement === null && <Settling {...props} />}
    </section>
  )
}

/** The same facts for both sides. */
export function chargeFacts(charge: Charge, zone: string): SummaryRow[] {
  const rows: (SummaryRow | false)[] = [
    { term: 'Cause', value: CAUSE_WORDS[charge.cause] },
    {
      term: 'Montant annoncé',
      value: `${euros(charge.amountCents)}, le ${dayText(charge.announcedAt, zone)}`,
    },
    { term: 'Preuve', value: EVIDENCE_WORDS[charge.evidence] },
    charge.basis !== '' && { term: 'Calcul', value: worthText(JSON.parse(charge.basis) as Worth) },
    {
      term: 'Réponse de l’emprunteur',
      value:
        charge.position === null
          ? `attendue jusqu’au ${formatDay(charge.answerUntil)}`
          : `${charge.position === 'accepted' ? 'frais acceptés' : 'frais contestés'}${charge.answer ? ` : ${charge.answer}` : ''}`,
    },
    charge.decidedCents !== null && {
      term: 'Décision',
      value: `${charge.decidedCents === 0 ? 'rien n’est demandé' : euros(charge.decidedCents)} : ${charge.decisionReason}`,
    },
    charge.settledOn !== null && {
      term: 'Suite',
      value: `${charge.settlement === 'paid' ? 'payés' : 'remis'} le ${formatDay(charge.settledOn)}`,
    },
  ]
  return rows.filter((row) => row !== false)
}

function papers({ view, inventory, incident }: IncidentProps, charge: Charge): SummaryRow[] {
  const { base } = view.network
  const evidence = incidentPaths.evidence(base, inventory.id, incident.id)
  const statement = incidentPaths.statement(base, inventory.id, incident.id)
  return [
    ...(charge.evidenceFileId
      ? [{ term: 'Pièce', value: <a href={evidence}>Lire le devis ou la facture</a> }]
      : []),
    ...(charge.decidedAt
      ? [{ term: 'Relevé', value: <a href={statement}>Relevé pour la comptabilité (PDF)</a> }]
      : []),
  ]
}

function Announcing(props: IncidentProps) {
  const { ground, incident, state } = props
  if (!ground) return null
  const isOpen = state.values.preuve !== undefined || problemOf(state.problems, 'document') !== undefined
  if (ground.bears.value.length === 0)
    return (
      <p>
        Ni la convention ni le règlement ne mettent de frais à la charge de l’emprunteur : les coûts sont les
        vôtres.
      </p>
    )
  return (
    <details open={isOpen}>
      <summary>Annoncer des frais à l’emprunteur</summary>
      <p>
        À sa charge : {bornText(ground.bears)}. L’usure normale ne l’est jamais. L’emprunteur a{' '}
        {ground.answerDays} jours pour répondre, puis vous décidez.
      </p>
      {ground.worth && <p>Valeur de remplacement : {worthText(ground.worth)}.</p>}
      <Act of={props} act="frais" button="Annoncer ces frais" upload>
        <Radios
          {...fieldOf(state, 'cause', causeOf(incident.kind))}
          label="Cause"
          choices={CAUSES.map((value) => ({ value, label: CAUSE_WORDS[value] }))}
        />
        <TextField
          {...fieldOf(state, 'montant_frais')}
          label="Montant"
          suffix="€"
          inputmode="decimal"
          width="short"
        />
        <Radios
          {...fieldOf(state, 'preuve')}
          label="Preuve"
          choices={EVIDENCES.map((value) => ({ value, label: EVIDENCE_WORDS[value] }))}
        />
        <FileField
          name="document"
          label="Devis ou facture"
          hint="PDF, PNG ou JPEG, 25 Mo au plus."
          accept="application/pdf,image/png,image/jpeg"
          optional
          error={problemOf(state.problems, 'document')}
        />
        <TextArea {...fieldOf(state, 'motif_frais')} label="Explication" rows={3} />
      </Act>
    </details>
  )
}

function Deciding(props: IncidentProps & { charge: Charge }) {
  const { charge, incident, view, state } = props
  const isOpen =
    incident.state === 'contested' || (incident.state === 'assessed' && charge.decidedAt === null)
  if (!isOpen) return null
  if (!mayDecide(charge, view.today))
    return <p>Vous déciderez après sa réponse, ou après le {formatDay(charge.answerUntil)}.</p>
  const announced = String(charge.amountCents / 100).replace('.', ',')
  return (
    <Act of={props} act="frais/decision" button="Enregistrer la décision">
      <h3>Décider</h3>
      <TextField
        {...fieldOf(state, 'montant_decide', announced)}
        label="Montant décidé"
        hint="Au plus le montant annoncé ; 0 : rien n’est demandé."
        suffix="€"
        inputmode="decimal"
        width="short"
      />
      <TextArea {...fieldOf(state, 'motif_decision')} label="Motif de la décision" rows={3} />
    </Act>
  )
}

function Settling(props: IncidentProps) {
  const { state } = props
  return (
    <Act of={props} act="frais/reglement" look="plain" button="Noter la suite">
      <h3>Ce que ces frais sont devenus</h3>
      <p>La plateforme n’encaisse rien : votre comptabilité émet le titre de recette.</p>
      <Radios
        {...fieldOf(state, 'suite')}
        label="Ces frais sont"
        choices={[
          { value: 'paid', label: 'payés' },
          { value: 'waived', label: 'remis, avec un motif' },
        ]}
      />
      <DateField {...fieldOf(state, 'suite_le')} label="Le" />
      <TextArea {...fieldOf(state, 'motif_suite')} label="Motif" rows={2} optional />
    </Act>
  )
}
