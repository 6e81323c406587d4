import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Decision } from '../../../domain/decision.ts'
import { decisionPaths } from '../decision.paths.ts'
import { decisionName } from '../decision-wording.ts'

interface StepProps {
  view: View
  decision: Decision
  state: FormState
}

export function TransmissionPage({ view, decision, state }: StepProps) {
  return (
    <StepFrame
      {...{ view, decision, state }}
      title="Enregistrer la transmission"
      intro={`${decisionName(decision)}. Cette date s’enregistre une seule fois : elle fait courir le délai de recours.`}
      action={decisionPaths.transmission(view.network.base, decision.id)}
      button="Enregistrer la transmission"
    >
      <DateField
        {...fieldsOf(state)('transmission')}
        label="Reçue par le représentant de l’État le"
        hint="La date de l’accusé de réception. Au format jj/mm/aaaa."
      />
    </StepFrame>
  )
}

export function DecisionWithdrawalPage({ view, decision, state }: StepProps) {
  return (
    <StepFrame
      {...{ view, decision, state }}
      title="Retirer une décision"
      intro={`${decisionName(decision)}. Elle restera lisible par tous, marquée comme retirée, avec le motif que vous écrivez.`}
      action={decisionPaths.withdrawal(view.network.base, decision.id)}
      button="Retirer la décision"
      isDanger
    >
      <TextArea {...fieldsOf(state)('motif')} label="Pourquoi elle est retirée" rows={3} />
    </StepFrame>
  )
}

interface StepFrameProps extends StepProps {
  title: string
  intro: string
  action: string
  button: string
  isDanger?: boolean
  children: Child
}

function StepFrame({
  view,
  decision,
  state,
  title,
  intro,
  action,
  button,
  isDanger,
  children,
}: StepFrameProps) {
  const { base } = view.network
  const back = decisionPaths.decision(base, decision.id)
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro={intro}
      breadcrumb={[
        { label: 'Décisions du réseau', href: decisionPaths.decisions(base) },
        { label: decisionName(decision), href: back },
      ]}
      problems={state.problems}
    >
      <Form action={action}>
        {children}
        <Actions>
          <Button look={isDanger ? 'danger' : 'main'}>{button}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
