import type { Child } from 'hono/jsx'
import { addDays } from '../../../../../kernel/day.ts'
import { dayOf } from '../../../../../kernel/instant.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { BEARERS } from '../../../data/incidents/costs.store.ts'
import { type IncidentActPath, incidentPaths } from '../incidents.paths.ts'
import { BEARER_WORDS } from '../incidents-wording.ts'
import { FactFields, fieldOf, StopFields } from './incident-fields.tsx'
import type { IncidentProps } from './incident-page.tsx'
import { Consequence } from './opening-page.tsx'

/** One act on the incident shown, with the rank of the last event its page knows. */
export function Act(props: {
  of: Pick<IncidentProps, 'view' | 'inventory' | 'incident'>
  act: IncidentActPath
  button: string
  look?: 'main' | 'plain' | 'danger'
  upload?: boolean
  children: Child
}) {
  const { of, act, button, look = 'main', upload, children } = props
  const { view, inventory, incident } = of
  return (
    <Form action={incidentPaths.act(view.network.base, inventory.id, incident.id, act)} upload={upload}>
      <input type="hidden" name="vu" value={String(incident.seq)} />
      {children}
      <Actions>
        <Button look={look}>{button}</Button>
      </Actions>
    </Form>
  )
}

/** Accepted, or contested with a reason: 002 art. 4 admits only what is duly justified. EQP-901. */
export function EmergencyForm(props: IncidentProps) {
  const { state } = props
  return (
    <section>
      <h2>Répondre à l’intervention d’urgence</h2>
      <p>L’emprunteur lira votre réponse. Une intervention met en sécurité : elle ne répare pas.</p>
      <Act of={props} act="urgence" button="Répondre à l’emprunteur">
        <Radios
          {...fieldOf(state, 'reponse')}
          label="Cette intervention est"
          choices={[
            { value: 'acceptee', label: 'acceptée, elle était justifiée' },
            { value: 'contestee', label: 'contestée' },
          ]}
        />
        <TextArea
          {...fieldOf(state, 'motif_urgence')}
          label="Motif"
          hint="Obligatoire pour contester."
          rows={3}
          optional
        />
      </Act>
    </section>
  )
}

export function AssessmentForm(props: IncidentProps) {
  const { incident, inventory, state, coming } = props
  const { estimatedUntil, rootId } = incident
  const until = estimatedUntil ? addDays(dayOf(estimatedUntil, inventory.timeZone), -1) : ''
  const isFirst = incident.state === 'declared'
  const form = (
    <Act
      of={props}
      act="examen"
      button={coming?.act === 'examen' ? 'Confirmer l’examen' : 'Enregistrer l’examen'}
    >
      {coming?.act === 'examen' && <Consequence coming={coming.count} />}
      {coming?.act === 'examen' && <Confirmed state={state} />}
      <TextArea
        {...fieldOf(state, 'conclusion')}
        label="Ce que l’examen montre"
        hint="L’emprunteur lira ces mots."
        rows={3}
      />
      <StopFields
        state={state}
        known={{ arret: rootId ? (until === '' ? 'sans_date' : 'date') : 'non', arret_jusquau: until }}
      />
      <FactFields
        state={state}
        known={{
          temoin: incident.witnessName,
          plainte: incident.policeReference,
          plainte_le: incident.policeDay ?? '',
          sinistre: incident.insurerClaim,
        }}
      />
    </Act>
  )
  if (isFirst)
    return (
      <section>
        <h2>Examiner</h2>
        {form}
      </section>
    )
  return (
    <Folded title="Compléter l’examen" isOpen={state.values.conclusion !== undefined}>
      {form}
    </Folded>
  )
}

export function BeyondRepairForm(props: IncidentProps) {
  const { state, coming } = props
  const isAsked = coming?.act === 'irreparable'
  return (
    <Folded title="Déclarer irréparable" isOpen={state.values.motif_reforme !== undefined}>
      <p>
        L’exemplaire est réformé pour de bon. Les prêts à venir prennent un autre exemplaire s’il en reste un,
        et sont annulés sinon. Aucun remplacement n’est promis.
      </p>
      <Act
        of={props}
        act="irreparable"
        look="danger"
        button={isAsked ? 'Confirmer : l’exemplaire est irréparable' : 'Déclarer irréparable'}
      >
        {isAsked && <Consequence coming={coming.count} isEnd />}
        {isAsked && <Confirmed state={state} />}
        <TextArea {...fieldOf(state, 'motif_reforme')} label="Motif" rows={2} />
      </Act>
    </Folded>
  )
}

/** EQP-904. */
export function FoundForm(props: IncidentProps) {
  return (
    <Folded title="Il est retrouvé" isOpen={props.state.values.motif_retrouve !== undefined}>
      <p>L’exemplaire est mis de côté pour être examiné. Le prêt clos ne s’ouvre pas de nouveau.</p>
      <Act of={props} act="retrouve" look="plain" button="Noter qu’il est retrouvé">
        <TextArea {...fieldOf(props.state, 'motif_retrouve')} label="Où, comment, dans quel état" rows={2} />
      </Act>
    </Folded>
  )
}

export function ClosingForm(props: IncidentProps) {
  const isAssessed = props.incident.state === 'assessed'
  return (
    <Folded title="Clore l’incident" isOpen={props.state.values.motif_cloture !== undefined}>
      <p>
        {isAssessed ? 'Rien ne sera demandé à l’emprunteur. ' : ''}Ce qui était arrêté est de nouveau libre.
      </p>
      <Act of={props} act="cloture" look="plain" button="Clore l’incident">
        <TextArea {...fieldOf(props.state, 'motif_cloture')} label="Un mot" rows={2} optional />
      </Act>
    </Folded>
  )
}

/** EQP-906. */
export function CostForm(props: IncidentProps) {
  const { state } = props
  return (
    <Folded title="Noter un coût de réparation" isOpen={state.values.quoi !== undefined}>
      <p>Il compte dans ce que l’exemplaire et son modèle ont coûté, quel que soit celui qui paie.</p>
      <Act of={props} act="couts" look="plain" button="Noter ce coût">
        <TextField {...fieldOf(state, 'quoi')} label="Quoi" hint="Par exemple : changement d’écran." />
        <TextField
          {...fieldOf(state, 'montant_cout')}
          label="Montant"
          suffix="€"
          inputmode="decimal"
          width="short"
        />
        <Radios
          {...fieldOf(state, 'porteur')}
          label="Payé par"
          choices={BEARERS.map((value) => ({ value, label: BEARER_WORDS[value] }))}
        />
        <DateField {...fieldOf(state, 'cout_le')} label="Le" />
      </Act>
    </Folded>
  )
}
