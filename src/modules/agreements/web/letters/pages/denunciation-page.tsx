import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { paths } from '../../paths.ts'
import { DatedActPage, type DatedActProps, partyChoices } from './dated-act-page.tsx'

export function DenunciationPage(props: DatedActProps) {
  const { view, agreement, state } = props
  const { base, headName } = view.network
  const channel = fieldsOf(state)('voie')
  return (
    <DatedActPage
      {...props}
      title="Enregistrer une dénonciation"
      intro="C’est le dépôt de la lettre recommandée à La Poste qui fait courir le préavis : reportez la date du bordereau."
      action={paths.denunciation(base, agreement.id)}
      button="Enregistrer la dénonciation"
    >
      {agreement.terms.denunciation === null && (
        <Notice state="info" title="Cette convention ne prévoit pas de dénonciation">
          <p>Le courrier peut être conservé : il restera sans effet.</p>
        </Notice>
      )}
      <Radios
        {...fieldsOf(state)('partie')}
        label="Partie qui dénonce"
        choices={partyChoices(agreement, headName)}
      />
      <Radios
        {...channel}
        value={channel.value || 'recommande'}
        label="Envoyée par"
        choices={[
          { value: 'recommande', label: 'Lettre recommandée avec avis de réception' },
          {
            value: 'courriel',
            label: 'Courriel',
            hint: 'Conservé sans effet si la convention demande une lettre.',
          },
        ]}
      />
      <DateField {...fieldsOf(state)('date')} label="Date de dépôt de la lettre, ou d’envoi" />
      <TextField {...fieldsOf(state)('suivi')} label="Numéro de suivi" optional width="medium" />
    </DatedActPage>
  )
}
