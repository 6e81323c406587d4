import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { PolicyVersion } from '../../../data/catalogue/setup.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { PRODUCT_RULES, type RuleValues } from '../../../domain/rules.ts'
import { managingPaths } from '../managing.paths.ts'
import { trail } from './trail.ts'

interface RulesProps {
  view: View
  inventory: Inventory
  versions: readonly (PolicyVersion & { by: string })[]
  mayChange: boolean
  state: FormState
}

/** The rules of an inventory: each change is a version that says why and from when. EQP-101, EQP-102. */
export function RulesPage({ view, inventory, versions, mayChange, state }: RulesProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Règlement de l’inventaire"
      intro="Ce que la convention ne dit pas. Un article de la convention passe avant le règlement ; un prêt déjà décidé garde les règles sous lesquelles il l’a été."
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
    >
      {mayChange && (
        <Form action={managingPaths.rules(base, inventory.id)}>
          <RuleFields state={state} rules={{ ...PRODUCT_RULES, ...versions[0]?.rules }} />
          <Actions>
            <Button>Enregistrer le règlement</Button>
            <a href={managingPaths.inventory(base, inventory.id)}>Annuler</a>
          </Actions>
        </Form>
      )}
      <Table
        caption="Versions du règlement"
        columns={[
          { label: 'Version', header: true, cell: ({ version }) => `v${version}` },
          { label: 'À partir du', cell: ({ effectiveOn }) => formatDay(effectiveOn) },
          { label: 'Motif', cell: ({ reason }) => reason },
          { label: 'Par', cell: ({ by }) => by },
        ]}
        rows={versions}
      />
    </Frame>
  )
}

function RuleFields({ state, rules }: { state: FormState; rules: RuleValues }) {
  const { values, problems } = state
  const isTyped = Object.keys(values).length > 0
  const number = (name: string, label: string, kept: number | null, suffix: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      width="short"
      inputmode="numeric"
      suffix={suffix}
      value={String(values[name] ?? kept ?? '')}
      error={problemOf(problems, name)}
    />
  )
  return (
    <>
      <FieldGroup legend="Durée d’un prêt">
        {number('duree', 'Durée la plus longue', rules.maxDays, 'jours', 'Rien : pas de limite.')}
        <Radios
          name="depassement"
          label="Une demande plus longue"
          choices={[
            { value: 'derogation', label: 'devient une demande de dépassement, que vous motivez' },
            { value: 'refuse', label: 'est refusée' },
          ]}
          value={String(values.depassement ?? rules.beyond)}
          error={problemOf(problems, 'depassement')}
        />
      </FieldGroup>
      <FieldGroup legend="Rendez-vous">
        {number('creneau', 'Durée d’un créneau', rules.slotMinutes, 'minutes')}
        {number('places', 'Rendez-vous par créneau', rules.seatsPerSlot, '')}
        {number('delai', 'Retrait au plus tôt après', rules.earliestNotice, 'jours d’ouverture')}
        {number('horizon', 'Réservation au plus loin', rules.horizonDays, 'jours')}
        {number('grace', 'Un matériel non retiré attend', rules.noShowGrace, 'jours d’ouverture')}
      </FieldGroup>
      <FieldGroup legend="Décisions">
        {number('reponse', 'Vous répondez en', rules.answerDays, 'jours d’ouverture')}
        {number(
          'choix',
          'L’emprunteur dont le prêt est repris répond en',
          rules.displacementAnswer,
          'jours d’ouverture',
        )}
        {number(
          'offre',
          'Un exemplaire proposé à la liste d’attente attend',
          rules.offerDays,
          'jours d’ouverture',
        )}
        {number(
          'preavis',
          'Préavis pour reprendre un prêt accordé',
          rules.displacementNotice,
          'jours d’ouverture',
          'Rien : un prêt accordé n’est jamais repris.',
        )}
        {number(
          'retard',
          'Nouvelles demandes suspendues après',
          rules.suspendAfterDaysLate,
          'jours de retard',
          'Rien : jamais.',
        )}
        <Checkbox
          name="demeure"
          label="Une mise en demeure en cours suspend les nouvelles demandes"
          checked={isTyped ? values.demeure === 'oui' : rules.suspendDuringNotice}
        />
        {number(
          'miseajour',
          'Un exemplaire est signalé sans mise à jour depuis',
          rules.updateDelayDays,
          'jours',
          'Rien : jamais.',
        )}
        <Radios
          name="attestation"
          label="L’attestation d’assurance est due"
          choices={[
            { value: 'approval', label: 'pour accorder le prêt' },
            { value: 'handover', label: 'au plus tard au retrait' },
          ]}
          value={String(values.attestation ?? rules.insuranceProofBy)}
          error={problemOf(problems, 'attestation')}
        />
        <Checkbox
          name="noms"
          label="Les membres voient qui emprunte"
          checked={isTyped ? values.noms === 'oui' : rules.showsBorrowers}
        />
      </FieldGroup>
      <FieldGroup legend="Frais après un incident">
        {number('frais', 'L’emprunteur répond en', rules.chargeAnswerDays, 'jours')}
        {number('vetuste', 'Valeur perdue chaque année', rules.depreciationPercent, '%')}
        {number('plancher', 'Valeur gardée au moins', rules.depreciationFloor, '%')}
      </FieldGroup>
      <TextArea
        name="motif"
        label="Motif du changement"
        rows={2}
        value={String(values.motif ?? '')}
        error={problemOf(problems, 'motif')}
      />
      <DateField
        name="effet"
        label="À partir du"
        value={String(values.effet ?? '')}
        error={problemOf(problems, 'effet')}
      />
    </>
  )
}
