import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField } from '../../../../../ui/text-field.tsx'
import { purposeOf, type Sending } from '../../../domain/correspondence.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { purposeWords } from '../letters-wording.ts'
import { DatedActPage, type DatedActProps, partyChoices, tickedOf } from './dated-act-page.tsx'

interface LetterChoiceProps extends DatedActProps {
  letters: readonly Sending[]
}

/** What the post says of a registered letter. */
export function LetterFactPage({ letters, ...props }: LetterChoiceProps) {
  const { view, agreement, state } = props
  return (
    <DatedActPage
      {...props}
      title="Enregistrer le suivi d’une lettre"
      intro="Chaque fait a sa preuve : le suivi de La Poste, l’avis de réception signé, ou le pli retourné."
      action={paths.letterFact(view.network.base, agreement.id)}
      button="Enregistrer ce suivi"
    >
      <Radios {...fieldsOf(state)('lettre')} label="Lettre" choices={letterChoices(props, letters)} />
      {letters.length === 0 && <p>Aucune lettre recommandée n’est enregistrée sur cette convention.</p>}
      <Radios
        {...fieldsOf(state)('fait')}
        label="Ce que La Poste indique"
        choices={[
          { value: 'presentee', label: 'Première présentation', hint: 'Le destinataire était absent.' },
          { value: 'remise', label: 'Remise contre signature' },
          { value: 'retournee', label: 'Retour : le pli n’a pas été réclamé' },
        ]}
      />
      <DateField {...fieldsOf(state)('date')} label="Jour de ce fait" />
    </DatedActPage>
  )
}

/** All parties together undo a denunciation. */
export function WithdrawalPage({ letters, ...props }: LetterChoiceProps) {
  const { view, agreement, state } = props
  const { base, headName } = view.network
  const letterField = fieldsOf(state)('lettre')
  const only = letters.length === 1 ? letters[0]?.name : ''
  return (
    <DatedActPage
      {...props}
      title="Retirer une dénonciation"
      intro="Une dénonciation ne se retire que d’un commun accord : il faut celui de chaque partie, avant la fin du préavis."
      action={paths.withdrawal(base, agreement.id)}
      button="Enregistrer le retrait"
    >
      <Radios
        {...letterField}
        value={letterField.value || only}
        label="Dénonciation"
        choices={letterChoices(props, letters)}
      />
      {letters.length === 0 && <p>Aucune dénonciation ne court sur cette convention.</p>}
      <Checkboxes
        {...fieldsOf(state)('accords')}
        label="Parties qui ont donné leur accord"
        values={tickedOf(state, 'accords')}
        choices={partyChoices(agreement, headName)}
      />
      <DateField {...fieldsOf(state)('date')} label="Jour du dernier accord" />
    </DatedActPage>
  )
}

function letterChoices({ view, agreement }: DatedActProps, letters: readonly Sending[]) {
  return letters.map(({ name, act }) => ({
    value: name,
    label: `${purposeWords[purposeOf(act)]} du ${formatDay(act.occurredOn)}, par ${partyName(agreement, act.from, view.network.headName)}`,
  }))
}
