import { addDays } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Award } from '../../../data/awards/awards.queries.ts'
import type { Hearing } from '../../../data/decisions/hearings.store.ts'
import type { AwardDecisionKind } from '../../../domain/awards/award-decision.ts'
import { DECISION_NAMES } from '../../decisions/decision-wording.ts'
import { typed } from '../../decisions/pages/decision-fields.tsx'
import { policy } from '../../policy.ts'
import { awardPaths } from '../award.paths.ts'

/** What most procedures leave: two weeks. Only proposed. */
const DAYS_TO_ANSWER = 15

interface HearingProps {
  view: View
  state: FormState
  award: Award
  holder: string
  /** What may be decided after it. */
  purposes: readonly AwardDecisionKind[]
}

/** Asking a holder for observations before anything is decided against its label. LAB-33. */
export function HearingPage({ view, state, award, holder, purposes }: HearingProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const back = awardPaths.award(base, award.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Demander ses observations au titulaire"
      intro="Le titulaire lit ce qui est reproché et répond avant que la décision soit prise."
      kicker={`${award.scheme.name}, ${holder}`}
      breadcrumb={[{ label: `Attribution ${award.number}`, href: back }]}
      problems={state.problems}
    >
      <Form action={awardPaths.hearing(base, award.id)}>
        <Radios
          {...field('objet')}
          label="Ce qui est envisagé"
          choices={purposes.map((kind) => ({ value: kind, label: DECISION_NAMES[kind] }))}
        />
        <TextArea
          {...field('griefs')}
          label="Ce qui est reproché"
          hint="Les faits, leurs dates, et le texte ou le critère qu’ils méconnaissent."
          rows={8}
        />
        <DateField
          {...field('jusqu_au', typed(addDays(view.today, DAYS_TO_ANSWER)))}
          label="Réponse attendue jusqu’au"
        />
        <Actions>
          <Button>Demander les observations</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface ObservationsProps {
  view: View
  state: FormState
  award: Award
  holder: string
  hearing: Hearing
}

/** What is held against the label, and the holder's answer. */
export function ObservationsPage({ view, state, award, holder, hearing }: ObservationsProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const mayAnswer = opensTo(view, policy.appeal) && !hearing.answer && !hearing.isUsed
  const isOfficer = opensTo(view, policy.decide)
  return (
    <Frame
      view={view}
      space="member"
      title={`Observations avant une décision de ${DECISION_NAMES[hearing.purpose].toLowerCase()}`}
      kicker={`${award.scheme.name}, ${holder}`}
      breadcrumb={[{ label: `Attribution ${award.number}`, href: awardPaths.award(base, award.id) }]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          { term: 'Demandées le', value: formatDay(hearing.askedOn) },
          { term: 'Réponse attendue jusqu’au', value: formatDayRelative(hearing.until, view.today) },
        ]}
      />
      <h2>Ce qui est reproché</h2>
      {hearing.grounds.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      <h2>Réponse</h2>
      {hearing.answer ? (
        <>
          <p class="muted">Reçue le {formatDay(hearing.answer.on)}.</p>
          {hearing.answer.words.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </>
      ) : (
        <p>Aucune réponse n’est encore arrivée.</p>
      )}
      {mayAnswer && (
        <Form action={awardPaths.observations(base, award.id, hearing.id)}>
          <TextArea
            {...field('reponse')}
            label={isOfficer ? 'Observations reçues' : 'Vos observations'}
            rows={8}
          />
          {isOfficer && <DateField {...field('le', typed(view.today))} label="Reçues le" />}
          <Actions>
            <Button>{isOfficer ? 'Enregistrer les observations' : 'Envoyer les observations'}</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
