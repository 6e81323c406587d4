import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { Appeal } from '../../../data/decisions/appeals.store.ts'
import type { Decision } from '../../../data/decisions/decisions.queries.ts'
import type { KeptLetter } from '../../../data/decisions/letters.store.ts'
import type { ToldFact } from '../../../data/decisions/notifications.store.ts'
import type { DecisionLetter } from '../../../documents/decision-letter.ts'
import { appealLastDay, LETTER_FACTS, notifiedOn } from '../../../domain/decisions/notification.ts'
import { awardPaths } from '../../awards/award.paths.ts'
import { policy } from '../../policy.ts'
import {
  APPEAL_KIND_NAMES,
  APPEAL_STATE_NAMES,
  APPEAL_STATE_TAGS,
  appealDelaySentence,
  DECISION_NAMES,
  DECISION_TAGS,
  decisionTitle,
  LETTER_FACT_NAMES,
  notifiedSentence,
} from '../decision-wording.ts'
import { decisionPaths } from '../decisions.paths.ts'
import { LetterView } from './letter-view.tsx'

export interface DecisionProps {
  view: View
  state: FormState
  decision: Decision
  holder: string
  letter: DecisionLetter
  kept: KeptLetter | null
  facts: readonly ToldFact[]
  appeals: readonly Appeal[]
}

/** A decision: its letter, how it was notified, until when it is contested, and what followed. */
export function DecisionPage(props: DecisionProps) {
  const { view, state, decision, letter, kept } = props
  const { base } = view.network
  const mayDecide = opensTo(view, policy.decide)
  return (
    <Frame
      view={view}
      space="member"
      title={decisionTitle(decision)}
      kicker={props.holder}
      breadcrumb={[{ label: 'Décisions sur les labels', href: decisionPaths.list(base) }]}
      problems={state.problems}
      {...(kept && {
        act: { label: 'Télécharger la lettre', href: decisionPaths.letter(base, decision.id) },
      })}
    >
      {decision.supersededBy && (
        <Notice state="warning" title="Cette décision a été remplacée">
          <p>
            Elle reste lisible ici.{' '}
            <a href={decisionPaths.decision(base, decision.supersededBy)}>Lire celle qui la remplace</a>
          </p>
        </Notice>
      )}
      <SummaryList rows={factsOf(props)} />
      {!kept && <p class="muted">La lettre scellée se prépare : elle sera ici dans quelques instants.</p>}
      <LetterView letter={letter} />
      <h2>Recours</h2>
      <Appeals {...props} />
      {mayDecide && <NotificationForm {...props} />}
      {mayDecide && decision.applicationId && !decision.supersededBy && (
        <p>
          <ButtonLink href={decisionPaths.replacement(base, decision.id)} look="plain">
            Remplacer la décision
          </ButtonLink>
        </p>
      )}
    </Frame>
  )
}

function factsOf({ view, decision, facts, kept }: DecisionProps) {
  const { base } = view.network
  const notified = notifiedOn(facts)
  const lastDay = appealLastDay(notified, decision.appealMonths)
  const delay = { notified, months: decision.appealMonths, lastDay }
  return [
    {
      term: 'Décision',
      value: <Tag state={DECISION_TAGS[decision.kind]}>{DECISION_NAMES[decision.kind]}</Tag>,
    },
    {
      term: 'Prise le',
      value: `${formatDay(decision.decidedOn)}, effet le ${formatDay(decision.effectFrom)}`,
    },
    { term: 'Signée par', value: `${decision.signerName}, ${decision.signerTitle}` },
    { term: 'Notification', value: notifiedSentence(notified) },
    { term: 'Délai de recours', value: appealDelaySentence(delay, view.today) },
    ...facts
      .filter((fact) => fact.kind !== 'opened')
      .map((fact) => ({
        term: fact.kind === 'opened' ? '' : LETTER_FACT_NAMES[fact.kind],
        value: `Le ${formatDay(fact.on)}${fact.tracking ? `, suivi ${fact.tracking}` : ''}`,
      })),
    ...(kept ? [{ term: 'Lettre', value: kept.seal ? 'PDF scellé' : 'PDF conservé, sans sceau' }] : []),
    ...(decision.awardId
      ? [{ term: 'Attribution', value: <a href={awardPaths.award(base, decision.awardId)}>Voir le label</a> }]
      : []),
    ...(decision.supersedes
      ? [
          {
            term: 'Remplace',
            value: (
              <a href={decisionPaths.decision(base, decision.supersedes)}>
                La première décision, toujours lisible
              </a>
            ),
          },
        ]
      : []),
  ]
}

function Appeals({ view, decision, appeals }: DecisionProps) {
  const { base } = view.network
  return (
    <>
      {appeals.length === 0 ? (
        <p>Aucun recours n’a été déposé contre cette décision.</p>
      ) : (
        <ResultList
          level={3}
          results={appeals.map((appeal) => ({
            title: APPEAL_KIND_NAMES[appeal.kind],
            href: decisionPaths.appeal(base, decision.id, appeal.id),
            line: (
              <>
                <Tag state={APPEAL_STATE_TAGS[appeal.state]}>{APPEAL_STATE_NAMES[appeal.state]}</Tag> déposé
                le {formatDay(appeal.filedOn)}
              </>
            ),
          }))}
        />
      )}
      {opensTo(view, policy.appeal) && !decision.supersededBy && (
        <p>
          <ButtonLink href={decisionPaths.newAppeal(base, decision.id)} look="plain">
            {opensTo(view, policy.decide) ? 'Enregistrer un recours reçu' : 'Contester cette décision'}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function NotificationForm({ view, state, decision }: DecisionProps) {
  const field = fieldsOf(state)
  return (
    <details open={state.problems.length > 0}>
      <summary>Noter le suivi de la lettre recommandée</summary>
      <Form action={decisionPaths.notification(view.network.base, decision.id)}>
        <Radios
          {...field('fait')}
          label="Ce que dit le bordereau"
          choices={LETTER_FACTS.map((kind) => ({ value: kind, label: LETTER_FACT_NAMES[kind] }))}
        />
        <DateField {...field('le')} label="Le" />
        <TextField {...field('suivi')} label="Numéro de suivi" optional width="medium" />
        <Actions>
          <Button>Noter le suivi</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Before it is opened: opening notifies it, and says so. LAB-16. */
export function ToOpenPage({
  view,
  decision,
  holder,
  today,
}: {
  view: View
  decision: Decision
  holder: string
  today: Day
}) {
  const { base } = view.network
  const mayOpen = opensTo(view, policy.openDecision)
  return (
    <Frame
      view={view}
      space="member"
      title={`Une décision sur le label ${decision.scheme.name}`}
      kicker={holder}
      breadcrumb={[{ label: 'Décisions sur les labels', href: decisionPaths.list(base) }]}
    >
      <p>
        Cette décision vous est adressée. En l’ouvrant, vous en recevez notification : le délai pour la
        contester court à partir d’aujourd’hui, {formatDay(today)}.
      </p>
      {mayOpen ? (
        <Form action={decisionPaths.opening(base, decision.id)}>
          <Actions>
            <Button>Ouvrir la décision</Button>
          </Actions>
        </Form>
      ) : (
        <p>Seules les personnes responsables de votre structure peuvent l’ouvrir.</p>
      )}
    </Frame>
  )
}
