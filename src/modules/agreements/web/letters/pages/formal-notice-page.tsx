import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Sending } from '../../../domain/correspondence.ts'
import { articleOf } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { DatedActPage, type DatedActProps, partyChoices } from './dated-act-page.tsx'
import { ScopeFields } from './scope-fields.tsx'

export function FormalNoticePage(props: DatedActProps) {
  const { view, agreement, state } = props
  const { base, headName } = view.network
  const clause = agreement.terms.formalNotice
  const channel = fieldsOf(state)('voie')
  return (
    <DatedActPage
      {...props}
      title="Enregistrer une mise en demeure"
      intro={
        clause
          ? `Article ${articleOf(agreement.terms, 'formalNotice') ?? ''} : le manquement peut être réparé pendant ${clause.days} jours, comptés à partir de l’envoi de la lettre recommandée.`
          : 'Reportez la date du bordereau de dépôt.'
      }
      action={paths.formalNotice(base, agreement.id)}
      button="Enregistrer la mise en demeure"
    >
      {clause === null && <NoClause />}
      <Radios
        {...fieldsOf(state)('partie')}
        label="Partie qui met en demeure"
        choices={partyChoices(agreement, headName)}
      />
      <TextArea
        {...fieldsOf(state)('motifs')}
        label="Manquements reprochés"
        hint="Citez les articles. Ce texte n’est lu que par les parties."
        rows={5}
      />
      <ScopeFields {...props} />
      <Radios
        {...channel}
        value={channel.value || 'recommande'}
        label="Envoyée par"
        choices={[
          { value: 'recommande', label: 'Lettre recommandée avec avis de réception' },
          { value: 'courriel', label: 'Courriel', hint: 'Conservé sans effet : aucun délai ne court.' },
        ]}
      />
      <DateField {...fieldsOf(state)('date')} label="Date de dépôt de la lettre, ou d’envoi" />
      <TextField {...fieldsOf(state)('suivi')} label="Numéro de suivi" optional width="medium" />
    </DatedActPage>
  )
}

interface NoticeChoiceProps extends DatedActProps {
  notices: readonly Sending[]
}

/** What became of a formal notice. */
export function NoticeOutcomePage({ notices, ...props }: NoticeChoiceProps) {
  const { view, agreement, state } = props
  const { base, headName } = view.network
  return (
    <DatedActPage
      {...props}
      title="Enregistrer la suite d’une mise en demeure"
      intro="Un manquement réparé à temps ferme le droit de résilier. La partie qui a écrit peut aussi renoncer."
      action={paths.noticeOutcome(base, agreement.id)}
      button="Enregistrer cette suite"
    >
      <Radios
        {...chosenNotice({ state, notices })}
        label="Mise en demeure"
        choices={noticeChoices(agreement, notices, headName)}
      />
      {notices.length === 0 && <p>Aucune mise en demeure n’est enregistrée sur cette convention.</p>}
      <Radios
        {...fieldsOf(state)('suite')}
        label="Ce qui s’est passé"
        choices={[
          { value: 'reparation', label: 'Le manquement est réparé' },
          { value: 'abandon', label: 'La procédure est abandonnée par la partie qui a écrit' },
        ]}
      />
      <DateField {...fieldsOf(state)('date')} label="Jour de la réparation ou de l’abandon" />
    </DatedActPage>
  )
}

/** The second letter, or the notification, that ends the agreement or takes places out of it. */
export function TerminationPage({ notices, ...props }: NoticeChoiceProps) {
  const { view, agreement, state } = props
  const { base, headName } = view.network
  const clause = agreement.terms.formalNotice
  const byLetter = clause?.terminationBy !== 'notification'
  const channel = fieldsOf(state)('voie')
  return (
    <DatedActPage
      {...props}
      title="Enregistrer une résiliation"
      intro={
        byLetter
          ? 'La résiliation se fait par une seconde lettre recommandée, après le délai de la mise en demeure. Le jour de l’envoi est le dernier jour de la convention.'
          : 'La résiliation se notifie, après le délai de la mise en demeure. Le jour de la notification est le dernier jour de la convention.'
      }
      action={paths.termination(base, agreement.id)}
      button="Enregistrer la résiliation"
    >
      {clause === null && <NoClause />}
      <Radios
        {...fieldsOf(state)('partie')}
        label="Partie qui résilie"
        choices={partyChoices(agreement, headName)}
      />
      <Radios
        {...chosenNotice({ state, notices })}
        label="Mise en demeure restée sans effet"
        choices={[
          ...noticeChoices(agreement, notices, headName),
          { value: 'aucune', label: 'Aucune', hint: 'La résiliation sera conservée sans effet.' },
        ]}
      />
      <ScopeFields {...props} />
      <Radios
        {...channel}
        value={channel.value || (byLetter ? 'recommande' : 'notification')}
        label="Envoyée par"
        choices={[
          { value: 'recommande', label: 'Lettre recommandée avec avis de réception' },
          {
            value: 'notification',
            label: 'Notification sans lettre recommandée',
            ...(byLetter && { hint: 'Conservée sans effet : la convention demande une lettre.' }),
          },
          { value: 'courriel', label: 'Courriel' },
        ]}
      />
      <DateField {...fieldsOf(state)('date')} label="Jour d’envoi ou de notification" />
      <TextField {...fieldsOf(state)('suivi')} label="Numéro de suivi" optional width="medium" />
    </DatedActPage>
  )
}

function NoClause() {
  return (
    <Notice state="info" title="Cette convention ne prévoit ni mise en demeure ni résiliation">
      <p>Le courrier peut être conservé : il restera sans effet, et aucune date ne court.</p>
    </Notice>
  )
}

/** The only one there is needs no choice. */
function chosenNotice({ state, notices }: Pick<NoticeChoiceProps, 'state' | 'notices'>) {
  const field = fieldsOf(state)('mise')
  const [only, ...others] = notices
  return { ...field, value: field.value || (only && others.length === 0 ? only.name : '') }
}

export function noticeChoices(
  agreement: DatedActProps['agreement'],
  notices: readonly Sending[],
  headName: string,
) {
  return notices.map(({ name, act }) => ({
    value: name,
    label: `Mise en demeure du ${formatDay(act.occurredOn)}, par ${partyName(agreement, act.from, headName)}`,
  }))
}
