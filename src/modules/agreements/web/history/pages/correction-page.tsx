import { isDay } from '../../../../../kernel/day.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq, type StoredAct } from '../../../domain/agreement.ts'
import { type CorrectedMember, membersOf } from '../../../domain/correctable.ts'
import { partyChoices } from '../../letters/pages/dated-act-page.tsx'
import { paths } from '../../paths.ts'
import { actLabel } from '../../timeline-wording.ts'
import { valuesFrom } from '../correction.form.ts'
import { historyPaths } from '../history.paths.ts'
import { memberFields } from '../history-wording.ts'
import { BeforeAfter, type Change } from './before-after.tsx'

interface CorrectionProps {
  view: View
  agreement: Agreement
  act: StoredAct
  state: FormState
  /** What the correction would change: shown before anything is written. */
  change: Change | null
}

/** One act as it is written, with its present values to put right. AGR-84, AGR-133. */
export function CorrectionPage({ view, agreement, act, state, change }: CorrectionProps) {
  const { base, headName } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Corriger un acte"
      kicker={`${actLabel(agreement, act, headName)}${act.occurredOn ? `, ${formatDay(act.occurredOn)}` : ''}`}
      intro="Rien n’est effacé : un nouvel acte remplace celui-ci, qui reste visible, barré, avec le motif."
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={state.problems}
    >
      {change && <BeforeAfter base={base} agreement={agreement.id} change={change} />}
      <Form action={historyPaths.correction(base, agreement.id, act.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        {change && <Confirmed state={state} />}
        <Radios
          {...field('geste')}
          label="Que s’est-il passé ?"
          choices={[
            { value: 'corriger', label: 'Une information est fausse', hint: 'Corrigez-la ci-dessous.' },
            {
              value: 'retirer',
              label: 'Cet acte n’a pas eu lieu',
              hint: 'Il a été enregistré par erreur : il ne comptera plus.',
            },
          ]}
        />
        {membersOf(act).map((member) => (
          <MemberField agreement={agreement} act={act} member={member} headName={headName} state={state} />
        ))}
        <TextArea
          {...field('motif')}
          label="Motif de la correction"
          hint="Les deux parties le liront : « date lue sur le bordereau de dépôt »."
          rows={3}
        />
        <Actions>
          <Button look={change ? 'danger' : 'main'}>{buttonOf(state, change)}</Button>
          <a href={historyPaths.history(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface CorrectedProps {
  view: View
  agreement: Agreement
  act: StoredAct
  /** What is read in its place today. */
  current: StoredAct
}

/** The act was corrected already: by whom reads two pages at once, or by somebody else meanwhile. AGR-113. */
export function AlreadyCorrectedPage({ view, agreement, act, current }: CorrectedProps) {
  const { base, headName } = view.network
  const isWithdrawn = current.type === 'act_voided'
  return (
    <Frame
      view={view}
      space="member"
      title="Cet acte a déjà été corrigé"
      kicker={actLabel(agreement, act, headName)}
      breadcrumb={breadcrumbOf(view, agreement)}
    >
      <Notice
        state="warning"
        title={
          isWithdrawn
            ? 'Il a été retiré : il ne compte plus.'
            : `Il est remplacé par : ${actLabel(agreement, current, headName)}${current.occurredOn ? `, ${formatDay(current.occurredOn)}` : ''}.`
        }
      >
        <p>Motif : {current.correctionReason}</p>
        <p>
          {isWithdrawn ? (
            'S’il a bien eu lieu, enregistrez-le de nouveau.'
          ) : (
            <a href={historyPaths.correction(base, agreement.id, current.id)}>Corriger l’acte actuel</a>
          )}
        </p>
      </Notice>
      <p>
        <a href={historyPaths.history(base, agreement.id)}>Voir l’historique de la convention</a>
      </p>
    </Frame>
  )
}

const DATES: ReadonlySet<CorrectedMember> = new Set(['occurredOn', 'effectiveOn', 'newLastDay', 'sentOn'])

function MemberField({
  agreement,
  act,
  member,
  headName,
  state,
}: Pick<CorrectionProps, 'agreement' | 'act' | 'state'> & { member: CorrectedMember; headName: string }) {
  const { field: name, label } = memberFields[member]
  const field = fieldsOf(state)(name, valuesFrom(act)[name])
  if (DATES.has(member)) {
    return (
      <DateField {...field} value={asTyped(field.value)} label={label} optional={member !== 'occurredOn'} />
    )
  }
  if (member === 'party')
    return <Radios {...field} label={label} choices={partyChoices(agreement, headName)} />
  if (member === 'years') {
    return <TextField {...field} label={label} inputmode="numeric" width="short" suffix="ans" />
  }
  return <TextField {...field} label={label} optional={member !== 'capacity'} />
}

/** A day kept `2026-06-17` is shown as people write it; anything else is what was typed. */
function asTyped(text: string): string {
  return isDay(text) ? text.split('-').reverse().join('/') : text
}

function buttonOf({ values }: FormState, change: Change | null): string {
  if (!change) return 'Voir ce que cela change'
  return values.geste === 'retirer' ? 'Retirer cet acte' : 'Corriger cet acte'
}

function breadcrumbOf({ network: { base } }: View, agreement: Agreement) {
  return [
    { label: 'Conventions', href: paths.agreements(base) },
    { label: agreement.reference, href: paths.agreement(base, agreement.id) },
    { label: 'Historique', href: historyPaths.history(base, agreement.id) },
  ]
}
