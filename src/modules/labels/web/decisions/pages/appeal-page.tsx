import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Appeal } from '../../../data/decisions/appeals.store.ts'
import type { Decision } from '../../../data/decisions/decisions.queries.ts'
import { mayFollowAppeal } from '../../../domain/decisions/appeal.ts'
import { awardPaths } from '../../awards/award.paths.ts'
import { policy } from '../../policy.ts'
import {
  APPEAL_KIND_NAMES,
  APPEAL_STATE_NAMES,
  APPEAL_STATE_TAGS,
  decisionTitle,
} from '../decision-wording.ts'
import { decisionPaths } from '../decisions.paths.ts'
import { typed } from './decision-fields.tsx'

interface NewAppealProps {
  view: View
  state: FormState
  decision: Decision
  /** « Contestable jusqu’au … ». */
  delay: string
}

/** Filing an appeal: by whom it concerns, or by an officer who received a letter. LAB-17. */
export function NewAppealPage({ view, state, decision, delay }: NewAppealProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const back = decisionPaths.decision(base, decision.id)
  const isOfficer = opensTo(view, policy.decide)
  return (
    <Frame
      view={view}
      space="member"
      title={isOfficer ? 'Enregistrer un recours' : 'Contester la décision'}
      intro={`${delay} Un recours tardif est enregistré lui aussi : la réponse le dira.`}
      breadcrumb={[{ label: decisionTitle(decision), href: back }]}
      problems={state.problems}
    >
      <Form action={decisionPaths.newAppeal(base, decision.id)}>
        <Radios
          {...field('nature')}
          label="Nature du recours"
          choices={[
            {
              value: 'gracious',
              label: APPEAL_KIND_NAMES.gracious,
              hint: 'Adressé à l’autorité qui a pris la décision.',
            },
            {
              value: 'hierarchical',
              label: APPEAL_KIND_NAMES.hierarchical,
              hint: 'Adressé à l’autorité au-dessus d’elle.',
            },
          ]}
        />
        {isOfficer && <DateField {...field('le', typed(view.today))} label="Reçu le" />}
        <TextArea {...field('motifs')} label="Ce qui est contesté, et pourquoi" rows={8} />
        <Actions>
          <Button>{isOfficer ? 'Enregistrer le recours' : 'Déposer le recours'}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface AppealProps {
  view: View
  state: FormState
  decision: Decision
  appeal: Appeal
  /** The organisation that filed it. */
  appellant: string
  isLate: boolean
  names: ReadonlyMap<PersonId, string>
  /** Who may review it; those who took the first decision are said so. */
  reviewers: readonly { id: PersonId; name: string; isDecider: boolean }[]
}

/** An appeal, its story, and the act its state calls for. */
export function AppealPage(props: AppealProps) {
  const { view, state, decision, appeal, isLate } = props
  const { base } = view.network
  const back = decisionPaths.decision(base, decision.id)
  return (
    <Frame
      view={view}
      space="member"
      title={APPEAL_KIND_NAMES[appeal.kind]}
      breadcrumb={[
        { label: 'Décisions sur les labels', href: decisionPaths.list(base) },
        { label: decisionTitle(decision), href: back },
      ]}
      problems={state.problems}
    >
      {isLate && (
        <Notice state="warning" title="Déposé après le délai">
          <p>Le délai pour contester la décision était passé le jour du dépôt.</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: 'État',
            value: <Tag state={APPEAL_STATE_TAGS[appeal.state]}>{APPEAL_STATE_NAMES[appeal.state]}</Tag>,
          },
          { term: 'Déposé par', value: `${props.appellant}, le ${formatDay(appeal.filedOn)}` },
          { term: 'Contre', value: <a href={back}>{decisionTitle(decision)}</a> },
          ...(appeal.reviewerId
            ? [{ term: 'Examiné par', value: props.names.get(appeal.reviewerId) ?? 'Compte effacé' }]
            : []),
        ]}
      />
      <h2>Ce qui est contesté</h2>
      {appeal.grounds.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      <h2>Suites</h2>
      <Table
        caption="Ce qui a suivi, dans l’ordre"
        empty="Rien encore : le recours est à confier à quelqu’un."
        columns={[
          { label: 'Le', header: true, cell: ({ on }) => <DayText day={on} /> },
          { label: 'État', cell: ({ to }) => APPEAL_STATE_NAMES[to] },
          { label: 'Motif', cell: ({ reason }) => reason },
          {
            label: 'Nouvelle décision',
            cell: ({ decisionId }) =>
              decisionId ? <a href={decisionPaths.decision(base, decisionId)}>La lire</a> : '',
          },
        ]}
        rows={appeal.events}
      />
      {opensTo(view, policy.decide) && <ReviewForms {...props} />}
      {opensTo(view, policy.appeal) && mayFollowAppeal(appeal.state, 'withdrawn') && (
        <Form action={decisionPaths.appealWithdrawal(base, decision.id, appeal.id)}>
          <Actions>
            <Button look="quiet">Abandonner le recours</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function ReviewForms({ view, state, decision, appeal, reviewers }: AppealProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  if (mayFollowAppeal(appeal.state, 'under_review'))
    return (
      <>
        <h2>Confier l’examen</h2>
        <Form action={decisionPaths.review(base, decision.id, appeal.id)}>
          <Select
            {...field('examine_par')}
            label="Qui examine le recours"
            hint="Quelqu’un d’autre que la personne qui a pris la première décision, quand c’est possible."
            prompt="Choisissez une personne"
            choices={reviewers.map(({ id, name, isDecider }) => ({
              value: id,
              label: isDecider ? `${name} (a pris la première décision)` : name,
            }))}
          />
          <TextArea
            {...field('motif')}
            label="Si c’est la même personne, pourquoi nulle autre ne le peut"
            rows={2}
            optional
          />
          <Actions>
            <Button>Confier l’examen</Button>
          </Actions>
        </Form>
      </>
    )
  if (!mayFollowAppeal(appeal.state, 'rejected')) return null
  const accept = decision.applicationId
    ? decisionPaths.replacement(base, decision.id, appeal.id)
    : decision.awardId && awardPaths.decision(base, decision.awardId, { recours: appeal.id })
  return (
    <>
      <h2>Répondre</h2>
      {accept && (
        <p>
          <ButtonLink href={accept}>Accepter par une nouvelle décision</ButtonLink>
        </p>
      )}
      <Form action={decisionPaths.rejection(base, decision.id, appeal.id)}>
        <TextArea {...field('motif')} label="Motifs du rejet" rows={5} />
        <Actions>
          <Button look="plain">Rejeter le recours</Button>
        </Actions>
      </Form>
    </>
  )
}
