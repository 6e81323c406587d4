import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Extension } from '../../../data/borrowing/extensions.store.ts'
import { REASON_CODES } from '../../../use-cases/deciding/decide-line.ts'
import { appointmentText } from '../../moment-wording.ts'
import { managingPaths } from '../managing.paths.ts'
import { proposalSentence, REASON_WORDS } from '../managing-wording.ts'
import type { LineProps } from './line-page.tsx'

function address({ view, inventory, line }: LineProps, act: string): string {
  return `${managingPaths.line(view.network.base, inventory.id, line.id)}/${act}`
}

function Seen({ line }: Pick<LineProps, 'line'>) {
  return <input type="hidden" name="vu" value={String(line.seq)} />
}

export function ApprovalForm(props: LineProps) {
  const { line, state } = props
  return (
    <Form action={address(props, 'accord')}>
      <h2>Accorder</h2>
      <Seen line={line} />
      <TextArea
        name="motif"
        label={line.needsDerogation ? 'Motif du dépassement' : 'Un mot à l’emprunteur'}
        hint={
          line.needsDerogation
            ? 'Ce prêt dépasse la durée de la convention : la décision doit dire pourquoi.'
            : undefined
        }
        optional={!line.needsDerogation}
        rows={2}
        value={String(state.values.motif ?? '')}
        error={problemOf(state.problems, 'motif')}
      />
      {!line.isInsured && (
        <p>
          L’assurance ne couvre pas tout le prêt : l’accord dira qu’une attestation est due avant le retrait.
        </p>
      )}
      <Actions>
        <Button>Accorder le prêt</Button>
      </Actions>
    </Form>
  )
}

export function RejectionForm(props: LineProps) {
  const { line, state } = props
  return (
    <Form action={address(props, 'refus')}>
      <h2>Refuser</h2>
      <Seen line={line} />
      <Select
        name="code"
        label="Motif du refus"
        prompt="Choisissez un motif"
        choices={REASON_CODES.map((value) => ({ value, label: REASON_WORDS[value] }))}
        value={String(state.values.code ?? '')}
        error={problemOf(state.problems, 'code')}
      />
      <TextArea
        name="explication"
        label="Explication"
        hint="L’emprunteur lira ces mots. L’exemplaire sera libre aussitôt."
        rows={3}
        value={String(state.values.explication ?? '')}
        error={problemOf(state.problems, 'explication')}
      />
      <Actions>
        <Button look="danger">Refuser la demande</Button>
      </Actions>
    </Form>
  )
}

export function ExtensionForm(props: LineProps & { extension: Extension }) {
  const { line, inventory, extension, state } = props
  return (
    <Form action={address(props, 'prolongation')}>
      <h2>Répondre à la prolongation</h2>
      <Seen line={line} />
      <p>
        Demandée jusqu’au {appointmentText(extension.untilAt, inventory.timeZone)}, soit{' '}
        {plural(extension.days, 'jour', 'jours')} en tout : {extension.reason}
      </p>
      <Radios
        name="reponse"
        label="Votre réponse"
        choices={[
          { value: 'granted', label: 'accordée' },
          { value: 'refused', label: 'refusée' },
        ]}
        value={String(state.values.reponse ?? '')}
        error={problemOf(state.problems, 'reponse')}
      />
      <TextArea
        name="motif_prolongation"
        label="Motif"
        hint={
          extension.needsDerogation
            ? 'Ce prêt dépassera la durée de la convention : dites pourquoi.'
            : 'Obligatoire pour refuser.'
        }
        rows={2}
        value={String(state.values.motif_prolongation ?? '')}
        error={problemOf(state.problems, 'motif_prolongation')}
      />
      <Actions>
        <Button>Répondre à l’emprunteur</Button>
      </Actions>
    </Form>
  )
}

export function OtherUnitForm(props: LineProps) {
  const { line, choices, state } = props
  if (choices.length === 0) return null
  return (
    <Form action={address(props, 'exemplaire')}>
      <h2>Donner un autre exemplaire</h2>
      <Seen line={line} />
      <Radios
        name="exemplaire"
        label="Exemplaire libre à ces dates"
        hint="Le premier est celui qui laisse le moins de temps perdu, puis le moins prêté."
        choices={choices.map(({ id, name, idleHours, loans }) => ({
          value: id,
          label: name,
          hint: `${idleHours === null ? 'aucun autre prêt à côté' : `${idleHours} h inoccupées à côté`}, prêté ${loans} fois`,
        }))}
        value={String(state.values.exemplaire ?? '')}
        error={problemOf(state.problems, 'exemplaire')}
      />
      <Actions>
        <Button look="plain">Changer d’exemplaire</Button>
      </Actions>
    </Form>
  )
}

export function DisplacementForm(props: LineProps) {
  const { line, inventory, state, preview } = props
  const field = (name: string) => ({
    name,
    value: String(state.values[name] ?? ''),
    error: problemOf(state.problems, name),
  })
  return (
    <Form action={address(props, 'reprise')}>
      <h2>Reprendre pour notre propre usage</h2>
      <Seen line={line} />
      {preview && (
        <Notice state="warning" title="Ce qui se passera">
          <p>
            {line.borrower} perd {line.unitName} et le lit parmi ses demandes,{' '}
            {`${plural(preview.noticeDays, 'jour', 'jours')} d’ouverture avant le retrait.`}{' '}
            {proposalSentence(preview.proposal, preview.unitName, inventory.timeZone)} Rien n’est choisi à sa
            place.
          </p>
        </Notice>
      )}
      {preview && <Confirmed state={state} />}
      <TextField {...field('intitule')} label="Pour quoi" />
      <TextField {...field('responsable')} label="Personne responsable" />
      <DateField {...field('du')} label="Premier jour" />
      <DateField {...field('au')} label="Dernier jour" />
      <TextArea {...field('raison')} label="Explication pour l’emprunteur" rows={3} />
      <Actions>
        <Button look="danger">
          {preview ? 'Confirmer la reprise' : 'Voir ce que la reprise changerait'}
        </Button>
      </Actions>
    </Form>
  )
}
