import { personOf } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Direction, Party } from '../../../domain/desk/condition.ts'
import type { KeptSignature } from '../../../domain/desk/report.ts'
import { deskPaths } from '../desk.paths.ts'
import { PARTY_NAMES } from '../desk-wording.ts'
import type { LineProps } from './desk-line-page.tsx'
import { SentFields } from './sent-fields.tsx'

type Props = LineProps & { direction: Direction; answered: readonly KeptSignature[] }

/** Each party answers once; the second answer closes the report. EQP-804. */
export function SignatureForms(props: Props) {
  const { answered } = props
  const missing = (['owner', 'collector'] as const).filter(
    (party) => !answered.some((one) => one.party === party),
  )
  return (
    <>
      {answered.map(({ party, name, manner }) => (
        <p>
          {PARTY_NAMES[party]} : {name}, {manner === 'refused' ? 'a refusé de signer' : 'a signé'}.
        </p>
      ))}
      {missing.includes('collector') && (
        <p class="field-hint">
          Qui a un compte peut aussi signer depuis le sien : la page de son prêt le lui propose dès que l’état
          est noté. Rechargez ensuite cette page.
        </p>
      )}
      {missing.map((party) => (
        <SignatureForm {...props} party={party} />
      ))}
    </>
  )
}

function SignatureForm({ view, at, state, direction, party }: Props & { party: Party }) {
  const isTyped = state.values.partie === party
  const value = (name: string, known = '') => String((isTyped ? state.values[name] : null) ?? known)
  const error = (name: string) => (isTyped ? problemOf(state.problems, name) : undefined)
  const id = (name: string) => `champ-${name}-${party}`
  const known =
    party === 'owner'
      ? { name: personOf(view.actor)?.name ?? '', quality: 'Agent du guichet' }
      : { name: at.people.collectorName, quality: at.people.collectorQuality }
  return (
    <Form
      action={deskPaths.report(view.network.base, at.line.id, direction, '/signatures')}
      label={PARTY_NAMES[party]}
    >
      <h3>{PARTY_NAMES[party]}</h3>
      <SentFields line={at.line} />
      <input type="hidden" name="partie" value={party} />
      <TextField
        name="nom"
        id={id('nom')}
        label="Nom"
        value={value('nom', known.name)}
        error={error('nom')}
      />
      <TextField
        name="fonction"
        id={id('fonction')}
        label="Fonction"
        value={value('fonction', known.quality)}
        optional
      />
      <Radios
        name="reponse"
        id={id('reponse')}
        label="La personne"
        value={value('reponse', 'signe')}
        error={error('reponse')}
        choices={[
          { value: 'signe', label: 'signe l’état des lieux' },
          { value: 'refuse', label: 'refuse de le signer' },
        ]}
      />
      <details>
        <summary>Réserves ou refus</summary>
        <TextArea
          name="reserves"
          id={id('reserves')}
          label="Réserves"
          rows={2}
          value={value('reserves')}
          optional
        />
        <TextArea
          name="motif"
          id={id('motif')}
          label="Motif du refus"
          rows={2}
          value={value('motif')}
          error={error('motif')}
          optional
        />
        <TextField
          name="temoin"
          id={id('temoin')}
          label="Nom du témoin du refus"
          value={value('temoin')}
          optional
        />
      </details>
      <div data-island="equipment/signature-pad">
        <input type="hidden" name="dessin" value="" />
      </div>
      <Actions>
        <Button>{party === 'owner' ? 'Signer pour le propriétaire' : 'Signer pour l’emprunteur'}</Button>
      </Actions>
    </Form>
  )
}
